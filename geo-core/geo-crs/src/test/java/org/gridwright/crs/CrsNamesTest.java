package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsNamesTest {

  @ParameterizedTest
  @CsvSource({
    "urn:ogc:def:crs:OGC:1.3:CRS84, OGC:CRS84",
    "urn:ogc:def:crs:OGC::CRS84, OGC:CRS84",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, OGC:CRS84",
    "CRS84, OGC:CRS84",
    "urn:ogc:def:crs:EPSG::4547, EPSG:4547",
    "urn:ogc:def:crs:EPSG:9.8.1:4547, EPSG:4547",
    "urn:x-ogc:def:crs:EPSG:4326, EPSG:4326",
    "https://www.opengis.net/def/crs/EPSG/0/4490, EPSG:4490",
    "epsg:3857, EPSG:3857",
    "' 4547 ', EPSG:4547",
  })
  void knowsTheUsualSpellings(String name, String code) {
    assertThat(CrsNames.recognise(name)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WGS 84 / UTM zone 48N", "EPSG:", "OGC:CRS27", "EPSG:ABC1", "47"})
  void doesNotGuess(String name) {
    assertThat(CrsNames.recognise(name)).isEmpty();
  }
}

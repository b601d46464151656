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
    "OGC:CRS84h, OGC:CRS84",
    "CRS:84, OGC:CRS84",
    "EPSG:27700+5701, EPSG:27700",
    "'urn:ogc:def:crs,crs:EPSG::27700,crs:EPSG::5701', EPSG:27700",
    "https://www.opengis.net/def/crs-compound?1=http://www.opengis.net/def/crs/EPSG/0/27700&2=x, EPSG:27700",
    "http://www.opengis.net/gml/srs/epsg.xml#4326, EPSG:4326",
    "http://spatialreference.org/ref/epsg/26915/, EPSG:26915",
    "https://spatialreference.org/ref/epsg/4326/ogcwkt/, EPSG:4326",
    "https://epsg.io/2154, EPSG:2154",
    "https://epsg.org/crs_4547/CGCS2000.html, EPSG:4547",
    "ESRI:102100, EPSG:3857",
    "urn:ogc:def:crs:ESRI::102113, EPSG:3857",
    "EPSG:900913, EPSG:3857",
    "ESRI:102700, ESRI:102700",
    "EPSG:102700, ESRI:102700",
    "'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\"],AUTHORITY[\"EPSG\",\"4326\"]]', EPSG:4326",
    "'PROJCRS[\"x\",BASEGEOGCRS[\"y\"],ID[\"EPSG\",32650]]', EPSG:32650",
  })
  void knowsTheUsualSpellings(String name, String code) {
    assertThat(CrsNames.recognise(name)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "WGS 84 / UTM zone 48N",
        "EPSG:",
        "OGC:CRS27",
        "EPSG:ABC1",
        "47",
        "http://example.com/crs/42"
      })
  void doesNotGuess(String name) {
    assertThat(CrsNames.recognise(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'PROJCS[\"Our city\",GEOGCS[\"WGS 84\",AUTHORITY[\"EPSG\",\"4326\"]],UNIT[\"m\",1]]', Our city",
    "EPSG:4326, EPSG:4326",
  })
  void aDefinitionIsCalledByItsName(String name, String label) {
    assertThat(CrsNames.recognise(name)).contains(name);
    assertThat(CrsNames.label(name)).isEqualTo(label);
  }
}

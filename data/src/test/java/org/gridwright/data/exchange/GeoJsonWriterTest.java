package org.gridwright.data.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;

class GeoJsonWriterTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void printsLatticeStepsExactly() {
    assertThat(DecimalDegrees.of(0)).isEqualTo("0");
    assertThat(DecimalDegrees.of(-1)).isEqualTo("-0.0000001");
    assertThat(DecimalDegrees.of(1_143_000_000)).isEqualTo("114.3");
    assertThat(DecimalDegrees.of(-877_047_253)).isEqualTo("-87.7047253");
    assertThat(DecimalDegrees.of(-1_800_000_000)).isEqualTo("-180");
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      int steps = random.nextInt(-1_800_000_000, 1_800_000_001);
      assertThat(Lattice.longitude(Double.parseDouble(DecimalDegrees.of(steps)))).isEqualTo(steps);
    }
  }

  @Test
  void writesACollection() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", "城\"东\"区");
    properties.put("count", 3);
    properties.put("parent", null);
    properties.put("names", Map.of("en", "East"));
    try (GeoJsonWriter writer = new GeoJsonWriter(out)) {
      writer.write("a", properties, area(LatticeRing.of(0, 0, 0, 10, 10, 10, 10, 0, 0, 0)));
      writer.write(null, Map.of(), new LatticePoint(15_000_000, -20_000_000));
      writer.member("truncated", true);
    }
    assertThat(text())
        .isEqualTo(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"name\":\"城\\\"东\\\"区\","
                + "\"count\":3,\"parent\":null,\"names\":{\"en\":\"East\"}},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0.000001,0],[0.000001,0.000001],"
                + "[0,0.000001],[0,0]]]}},"
                + "{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                + "{\"type\":\"Point\",\"coordinates\":[1.5,-2]}}],\"truncated\":true}");
  }

  @Test
  void writesAnEmptyCollection() {
    new GeoJsonWriter(out).close();
    assertThat(text()).isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
  }

  @Test
  void turnsRingsOfAnyGeometryToTheRightHandRule() throws Exception {
    try (GeoJsonWriter writer = new GeoJsonWriter(out)) {
      writer.write(
          null,
          Map.of(),
          new WKTReader().read("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))"));
    }
    assertThat(text())
        .contains("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]");
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws Exception {
    Random random = new Random(3);
    LatticeMultiPolygon area =
        new LatticeMultiPolygon(List.of(triangle(random), triangle(random), triangle(random)));
    try (GeoJsonWriter writer = new GeoJsonWriter(out)) {
      writer.write("x", Map.of(), area);
    }
    Path file = Files.write(folder.resolve("a.geojson"), out.toByteArray());
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      assertThat(LatticeJts.fromDegrees(requireNonNull(reader.next().geometry()))).isEqualTo(area);
    }
  }

  private static LatticePolygon triangle(Random random) {
    int[] xy = random.ints(8, -900_000_000, 900_000_000).toArray();
    xy[6] = xy[0];
    xy[7] = xy[1];
    return LatticePolygon.of(LatticeRing.of(xy));
  }

  private static LatticeMultiPolygon area(LatticeRing... rings) {
    return new LatticeMultiPolygon(Arrays.stream(rings).map(LatticePolygon::of).toList());
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}

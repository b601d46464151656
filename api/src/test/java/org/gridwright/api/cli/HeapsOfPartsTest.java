package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.ground.DrawnParts;
import org.gridwright.core.ground.RandomHeaps;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.ReadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of units that are drawn as random heaps of parts, each on a board of its own: whatever
 * command reads it, a unit has the fields that one of its parts covers, and no others.
 */
class HeapsOfPartsTest {

  private static final int FIELDS = 8;
  private static final int FIELD = 1000;
  private static final int BOARD = 20_000;
  private static final int HEAPS = SeededRuns.of(40);

  @TempDir Path folder;

  private final List<List<LatticePolygon>> heaps = new ArrayList<>();

  @BeforeEach
  void drawHeaps() {
    List<String> features = new ArrayList<>();
    for (int heap = 0; heap < HEAPS; heap++) {
      RandomHeaps random = new RandomHeaps(heap);
      List<LatticePolygon> parts = random.onBoard(FIELDS, FIELD);
      heaps.add(parts);
      for (LatticeMultiPolygon area : random.features(parts)) {
        features.add(feature("\"code\":\"K" + heap + "\"", json(area, heap * BOARD)));
      }
    }
    write(folder, "zones.geojson", collection(features.toArray(String[]::new)));
  }

  @Test
  void pointsAreAssignedToTheUnionOfAUnitsParts() {
    List<String> expected = new ArrayList<>();
    StringBuilder points = new StringBuilder("lon,lat\n");
    for (int heap = 0; heap < HEAPS; heap++) {
      for (int field = 0; field < FIELDS * FIELDS; field++) {
        points.append(degrees(x(field) + heap * BOARD)).append(',').append(degrees(y(field)));
        points.append('\n');
        expected.add(covers(heap, field) ? "K" + heap : "");
      }
    }
    write(folder, "points.csv", points.toString());

    CommandRun run =
        run(
            "assign points.csv -o - --lon lon --lat lat --zones zones.geojson --code code"
                + " --columns grid");

    assertThat(run.out().lines().skip(1).map(line -> line.split(",", -1)[2]).toList())
        .isEqualTo(expected);
  }

  @Test
  void aRepairedFileHasTheSameFields() {
    run("repair zones.geojson --code code --gap-width 0.5 -o out.geojson");

    assertSameFields("out.geojson");
  }

  @Test
  void anExportOfAPublishedPlanHasTheSameFields() {
    run("import zones zones.geojson --theme t --levels zone=code --publish --accept survey");
    assertThat(run("export units --theme t -o units.geojson").status()).isZero();

    assertSameFields("units.geojson");
  }

  private void assertSameFields(String file) {
    Map<String, LatticeMultiPolygon> areas = new HashMap<>();
    try (FeatureReader reader = FeatureReader.open(folder.resolve(file), ReadOptions.DEFAULT)) {
      while (reader.hasNext()) {
        Feature feature = reader.next();
        areas.put(
            feature.required("code"),
            LatticeJts.fromDegrees(Objects.requireNonNull(feature.geometry())));
      }
    }
    for (int heap = 0; heap < HEAPS; heap++) {
      LatticeMultiPolygon area = Objects.requireNonNull(areas.get("K" + heap));
      for (int field = 0; field < FIELDS * FIELDS; field++) {
        boolean[] inside = {false};
        long x2 = 2L * (x(field) + heap * BOARD);
        long y2 = 2L * y(field);
        area.forEachRing(ring -> inside[0] ^= DrawnParts.encloses(ring, x2, y2));
        assertThat(inside[0])
            .as("heap %d, field %d of %s", heap, field, heaps.get(heap))
            .isEqualTo(covers(heap, field));
      }
    }
  }

  private boolean covers(int heap, int field) {
    return DrawnParts.depth(heaps.get(heap), 2L * x(field), 2L * y(field)) > 0;
  }

  private static int x(int field) {
    return field % FIELDS * FIELD + FIELD / 2;
  }

  private static int y(int field) {
    return field / FIELDS * FIELD + FIELD / 2;
  }

  private CommandRun run(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private static String json(LatticeMultiPolygon area, int east) {
    return area.polygons().stream()
        .map(
            polygon -> {
              List<LatticeRing> rings = new ArrayList<>(List.of(polygon.shell()));
              rings.addAll(polygon.holes());
              return rings.stream()
                  .map(ring -> json(ring, east))
                  .collect(Collectors.joining(",", "[", "]"));
            })
        .collect(Collectors.joining(",", "{\"type\":\"MultiPolygon\",\"coordinates\":[", "]}"));
  }

  private static String json(LatticeRing ring, int east) {
    return IntStream.range(0, ring.size())
        .mapToObj(i -> "[" + degrees(ring.x(i) + east) + "," + degrees(ring.y(i)) + "]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String degrees(int steps) {
    return String.format(Locale.ROOT, "%.7f", steps / 1e7);
  }
}

package org.gridwright.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.api.cli.CommandRun;
import org.gridwright.core.RealData;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs docs/walkthrough.md on both stores, one new store for each section. France and hotspots are
 * walked through on PostGIS only with {@code scripts/test --long}: what they show they show on a
 * GeoPackage, and that both stores answer alike the contracts of the stores and the other sections
 * hold.
 */
@Tag("documentation")
class WalkthroughTest {

  private static final String CHICAGO = "Chicago: beats, and what the police recorded";
  private static final String FRANCE = "France: 35,228 communes in 1 GiB";
  private static final String XINING = "Xining: a map in GCJ-02";
  private static final String NEW_HAVEN = "New Haven: a map that is not a partition";
  private static final String WASHINGTON = "Washington: a permit as of its plan";
  private static final String HOTSPOTS = "Hotspots: what is claimed of three cities";

  @TempDir Path folder;

  @Nested
  class OnGeoPackage {

    @ParameterizedTest
    @ValueSource(strings = {CHICAGO, FRANCE, XINING, NEW_HAVEN, WASHINGTON, HOTSPOTS})
    void answersAsDocumented(String section) throws IOException, InterruptedException {
      run(section, "walk.gpkg");
    }
  }

  @Nested
  @ExtendWith(PostgisExtension.class)
  class OnPostgis {

    @ParameterizedTest
    @ValueSource(strings = {CHICAGO, FRANCE, XINING, NEW_HAVEN, WASHINGTON, HOTSPOTS})
    void answersAsDocumented(String section) throws IOException, InterruptedException {
      if (section.equals(FRANCE) || section.equals(HOTSPOTS)) {
        SeededRuns.onlyWhenLong(section + ", on PostGIS too");
      }
      run(section, TestPostgis.newAddress());
    }
  }

  private void run(String section, String store) throws IOException, InterruptedException {
    Path data = RealData.folder().orElse(null);
    Assumptions.assumeTrue(data != null, "shared data is absent");
    DocumentedRun run = new DocumentedRun(folder, Map.of("GRIDWRIGHT_STORE", store), data);
    StringBuilder answers = new StringBuilder();
    for (DocumentedCommands.Step step : steps(section)) {
      CommandRun answer = run.of(step);
      String both = answer.err() + answer.out();
      assertThat(answer.status())
          .as("exit status of %s%n%s", step, both)
          .isEqualTo(step.exitStatus());
      assertThat(step.missingFrom(both)).as("%s%nanswered%n%s", step, both).isEmpty();
      answers.append(both);
    }
    switch (section) {
      case CHICAGO -> {
        assertThat(number(answers, "agree +(0\\.\\d+)")).isCloseTo(.9130, within(.0005));
        assertThat(number(answers, "within 10.0 m +(0\\.\\d+)")).isCloseTo(.9986, within(.0005));
        assertThat(number(answers, "agree: (0\\.\\d+)")).isCloseTo(.9843, within(.0005));
      }
      case XINING ->
          assertThat(farthest(data.resolve("china/xining_630100_districts_wgs84.geojson")))
              .isLessThan(1);
      default -> {}
    }
  }

  private static List<DocumentedCommands.Step> steps(String section) throws IOException {
    Path document = Path.of("../docs/walkthrough.md");
    Map<String, List<DocumentedCommands.Step>> sections = DocumentedCommands.in(document);
    assertThat(sections).containsOnlyKeys(CHICAGO, FRANCE, XINING, NEW_HAVEN, WASHINGTON, HOTSPOTS);
    return sections.get(section);
  }

  private static double number(CharSequence text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  /** Greatest distance in metres from a vertex of the reference to the nearest exported one. */
  private double farthest(Path reference) throws IOException {
    Map<String, List<double[]>> exported =
        Vertices.byFeature(folder.resolve("xining.geojson"), "code");
    Map<String, List<double[]>> expected = Vertices.byFeature(reference, "adcode");
    assertThat(exported.keySet()).isEqualTo(expected.keySet());
    double farthest = 0;
    for (Map.Entry<String, List<double[]>> district : expected.entrySet()) {
      for (double[] vertex : district.getValue()) {
        farthest = Math.max(farthest, nearest(vertex, exported.get(district.getKey())));
      }
    }
    return farthest;
  }

  private static double nearest(double[] vertex, List<double[]> others) {
    double[] best = others.get(0);
    for (double[] other : others) {
      best =
          Math.hypot(other[0] - vertex[0], other[1] - vertex[1])
                  < Math.hypot(best[0] - vertex[0], best[1] - vertex[1])
              ? other
              : best;
    }
    return Geodesy.metresBetween(vertex[0], vertex[1], best[0], best[1]);
  }

  /** Reads the vertices of a GeoJSON file. */
  private static final class Vertices {

    static Map<String, List<double[]>> byFeature(Path file, String codeField) throws IOException {
      Map<String, List<double[]>> vertices = new TreeMap<>();
      try (InputStream in = Files.newInputStream(file)) {
        for (JsonNode feature : new JsonMapper().readTree(in).get("features")) {
          List<double[]> points = new ArrayList<>();
          collect(feature.get("geometry").get("coordinates"), points);
          vertices.put(feature.get("properties").get(codeField).asString(), points);
        }
      }
      return vertices;
    }

    private static void collect(JsonNode node, List<double[]> points) {
      if (node.get(0).isNumber()) {
        points.add(new double[] {node.get(0).asDouble(), node.get(1).asDouble()});
      } else {
        node.forEach(child -> collect(child, points));
      }
    }
  }
}

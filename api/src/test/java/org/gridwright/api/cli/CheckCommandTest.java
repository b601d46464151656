package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code check} on two zones, one of two parts, with a strip in common. */
class CheckCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    String first = zone("A", "[[[10,50],[10.011,50],[10.011,50.01],[10,50.01],[10,50]]]");
    String second = zone("B", "[[[10.01,50],[10.02,50],[10.02,50.01],[10.01,50.01],[10.01,50]]]");
    String apart = zone("B", "[[[10.04,50],[10.05,50],[10.05,50.01],[10.04,50.01],[10.04,50]]]");
    Files.writeString(folder.resolve("faulty.geojson"), collection(first, second, apart));
    Files.writeString(folder.resolve("sound.geojson"), collection(second, apart));
  }

  @Test
  void jsonHasThePlaceOfEachFinding() {
    CommandRun run = gridwright("check faulty.geojson --code code --json");

    assertThat(run.status()).isEqualTo(3);
    JsonNode overlap = JSON.readTree(run.out()).at("/findings/0");
    assertThat(overlap.get("kind").asString()).isEqualTo("overlap");
    assertThat(overlap.at("/place/type").asString()).endsWith("Polygon");
    assertThat(overlap.at("/place/coordinates").toString()).contains("[10.011,50.01]");
    assertThat(run.out()).as("no exponents").doesNotContainPattern("[0-9]E[0-9-]");
  }

  @Test
  void geoJsonHasTheSameFindings() throws IOException {
    CommandRun run = gridwright("check faulty.geojson --code code --rules -o out.geojson --json");

    JsonNode findings = JSON.readTree(run.out()).get("findings");
    JsonNode features = JSON.readTree(folder.resolve("out.geojson").toFile()).get("features");
    assertThat(features.valueStream().map(it -> it.get("id").asString()))
        .hasSize(2)
        .containsExactlyElementsOf(
            findings.valueStream().map(it -> it.get("id").asString()).toList());
    assertThat(features.valueStream().map(it -> it.get("geometry")))
        .containsExactlyElementsOf(findings.valueStream().map(it -> it.get("place")).toList());
  }

  @Test
  void rulesAreSwitchedOneByOneOrTogether() {
    String command = "check sound.geojson --code code";

    assertThat(gridwright(command).out()).contains("no findings");
    CommandRun warned = gridwright(command + " --rule disconnected-unit");
    assertThat(warned.status()).as("it only warns").isZero();
    assertThat(warned.out()).contains("findings 1, blocking 0 (disconnected units 1)");
    assertThat(gridwright(command + " --rules").out()).isEqualTo(warned.out());
    assertThat(gridwright(command + " --rules --rule disconnected-unit=off").out())
        .contains("no findings");
    assertThat(gridwright(command + " --rule sliver=0.9").out()).contains("slivers 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          narrow-neck=0 | 1 | 0.01
          narrow-neck=NaN | 2 | cannot be read
          size-outlier=1e9 | 1 | 1000000
          neck=3 | 1 | there is no rule "neck"
          narrow-neck=wide | 2 | cannot be read
          disconnected-unit=3 | 2 | takes no value
          grid-without-officer | 2 | is not about boundaries
          """)
  void aRuleThatCannotBeIsToldInOneSentence(String rule, int status, String says) {
    CommandRun run = gridwright("check sound.geojson --code code --rule " + rule);

    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).startsWith("gridwright: ").contains(says).hasLineCount(1);
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private static String zone(String code, String coordinates) {
    return """
        {"type":"Feature","properties":{"code":"%s"},"geometry":{"type":"Polygon","coordinates":%s}}"""
        .formatted(code, coordinates);
  }
}

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What attributes are is proposed at the door, and declared on the command line. */
class FactsCommandTest {

  private static final String ZONES = "import zones zones.geojson --theme t --levels beat=code";

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("zones.geojson"),
        collection(
            box("A", 10, 10.01, "\"households\":408,\"jobs\":12,\"rate\":0.25,\"note\":\"x\""),
            box("B", 10.01, 10.02, "\"households\":337,\"jobs\":\"n/a\",\"rate\":1.5"),
            box("C", 10.02, 10.03, "\"households\":12,\"jobs\":7")));
  }

  @Test
  void anImportProposesAndPutsNothingInForce() {
    CommandRun run = gridwright(ZONES);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .contains(
            "\"households\" is taken for extensive, as its name says",
            "\"jobs\" is a number in 2 of 3 grids and taken for a label until you confirm what it"
                + " is: gridwright facts set --theme t jobs=extensive (or =intensive, =other,"
                + " =label)")
        .noneMatch(line -> line.contains("note"));

    assertThat(gridwright("facts list").out().lines())
        .contains(
            "attribute   kind       weight     digits  state     grids",
            "households  extensive  addresses  0       proposed  3",
            "jobs        label      -          -       proposed  3",
            "note        label      -          -       proposed  1")
        .anyMatch(line -> line.endsWith("--theme t jobs=extensive (or =intensive, =other, =label)"))
        .noneMatch(line -> line.contains("as its name says"));
  }

  @Test
  void attributesAreDeclaredAndTakenBack() {
    gridwright(ZONES);
    CommandRun set =
        gridwright("facts set --theme t rate=intensive:households households=extensive");
    assertThat(set.err()).isEmpty();
    assertThat(set.out().lines())
        .contains(
            "households  extensive  addresses   0       declared  3",
            "rate        intensive  households  2       declared  2");

    CommandRun needed = gridwright("facts set households=");
    assertThat(needed.status()).isEqualTo(1);
    assertThat(needed.err()).contains("\"rate\" is a mean over \"households\"");
    gridwright("facts set rate=");
    JsonNode facts = JsonMapper.shared().readTree(gridwright("facts list --json").out());
    assertThat(facts.get("theme").asString()).isEqualTo("t");
    assertThat(facts.at("/facts/3").toString())
        .isEqualTo(
            "{\"attribute\":\"rate\",\"kind\":\"label\",\"weight\":null,\"digits\":0,"
                + "\"pattern\":null,\"declared\":false,\"grids\":2,\"numbers\":2}");
  }

  @Test
  void aMistypedKindOrAttributeIsToldWithTheNearestOne() {
    gridwright(ZONES);
    CommandRun kind = gridwright("facts set jobs=extnsive");
    assertThat(kind.status()).isEqualTo(2);
    assertThat(kind.err()).contains("no kind \"extnsive\"; did you mean \"extensive\"?");
    assertThat(gridwright("facts set jobs").status()).isEqualTo(2);
    assertThat(gridwright("facts set jobs=derived").err()).contains("give a weight");
    assertThat(gridwright("facts").err()).contains("list or set");

    CommandRun attribute = gridwright("facts set job=extensive");
    assertThat(attribute.status()).isZero();
    assertThat(attribute.err()).contains("if \"jobs\" is meant");
    assertThat(gridwright("facts set job=").status()).as("taken back").isZero();
    assertThat(gridwright("facts list").out()).doesNotContain("job  ");
    assertThat(gridwright("facts set age=extensive").err())
        .as("nothing is called alike")
        .contains(
            "no grid has an attribute \"age\" yet; what it is declared as counts once one does")
        .doesNotContain("is meant");
    assertThat(gridwright("facts list --lang zh-CN").out()).contains("待确认").contains("已声明");
  }

  @Test
  void whatAnImportDeclaresIsStoredWithIt() {
    CommandRun unknown = gridwright(ZONES + " --fact job=extensive");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("no grid has an attribute \"job\"; did you mean \"jobs\"?");
    assertThat(gridwright(ZONES + " --fact jobs=").status()).isEqualTo(2);
    assertThat(gridwright(ZONES + " --fact rate=intensive:note").status()).isEqualTo(1);
    assertThat(gridwright("facts list").status()).as("nothing was stored").isEqualTo(1);

    CommandRun run = gridwright(ZONES + " --fact jobs=extensive:area --fact rate=label");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("label until");
    assertThat(gridwright("facts list").out().lines())
        .contains(
            "jobs        extensive  area       0       declared  3",
            "rate        label      -          -       declared  2");
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private static String box(String code, double west, double east, String properties) {
    return """
    {"type":"Feature","properties":{"code":"%s",%s},"geometry":{"type":"Polygon","coordinates":\
    [[[%s,50],[%s,50],[%s,50.01],[%s,50.01],[%s,50]]]}}\
    """
        .formatted(code, properties, west, east, east, west, west);
  }
}

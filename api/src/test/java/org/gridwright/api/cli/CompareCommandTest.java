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

/** The commands {@code compare} and {@code crosswalk} on two files, and on a small city. */
class CompareCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("old.geojson"),
        collection(zone("A", 10.00, 10.02), zone("B", 10.02, 10.03)));
    Files.writeString(
        folder.resolve("new.geojson"),
        collection(zone("A", 10.00, 10.01), zone("C", 10.01, 10.02), zone("B", 10.02, 10.03)));
  }

  /** A box from west to east, between 50.00 and 50.01 degrees north. */
  private static String zone(String code, double west, double east) {
    return ("{'type':'Feature','properties':{'code':'%1$s','id':'%1$s','households':'40'},'geometry':"
            + "{'type':'Polygon','coordinates':"
            + "[[[%2$s,50],[%3$s,50],[%3$s,50.01],[%2$s,50.01],[%2$s,50]]]}}")
        .formatted(code, west, east)
        .replace('\'', '"');
  }

  @Test
  void filesAreCompared() throws IOException {
    CommandRun run =
        gridwright(
            "compare --from old.geojson --to new.geojson --code code --code-to id -o moved.csv");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("2 code before, 3 id after")
        .containsPattern("split +1")
        .containsPattern("kept +1")
        .contains("about 20 of 80 households change hands")
        .contains("split: A -> A, C");
    assertThat(Files.readAllLines(folder.resolve("moved.csv")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("A,A,C,C,split,true,") && line.endsWith(",0,0,20.0"));
  }

  @Test
  void jsonAndTheMapTellTheSame() throws IOException {
    CommandRun run =
        gridwright("compare --from old.geojson --to new.geojson --code code -o map.geojson --json");

    assertThat(JSON.readTree(run.out()).at("/summary/split").asInt()).isEqualTo(1);
    JsonNode map = JSON.readTree(Files.readString(folder.resolve("map.geojson")));
    assertThat(map.get("features").valueStream().map(it -> it.at("/properties/fate").asString()))
        .containsExactly("split", "split", "split");
  }

  @Test
  void storedPlansAndThemes() throws IOException {
    SmallCity.in(folder);

    CommandRun same = gridwright("compare --store city.gpkg --from plan:1 --to plan:1");
    CommandRun districts =
        gridwright("compare --store city.gpkg --from plan:1 --to plan:1 --level district --json");
    CommandRun walk =
        gridwright(
            "crosswalk --store city.gpkg --theme beats --theme-to beats --level-to district"
                + " -o walk.csv");

    assertThat(same.out()).containsPattern("kept +3").contains("0 of 1 addresses change hands");
    assertThat(JSON.readTree(districts.out()).at("/summary/kept").asInt()).isEqualTo(2);
    assertThat(walk.status()).as(walk.err()).isZero();
    assertThat(walk.err()).contains("3 rows written to walk.csv");
    assertThat(Files.readAllLines(folder.resolve("walk.csv")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("A,A,X,X,") && line.contains(",1.000000,0.5"));
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    SmallCity.in(folder);

    CommandRun code = gridwright("compare --from old.geojson --to new.geojson");
    CommandRun plan = gridwright("compare --store city.gpkg --from plan:1 --to plan:99");
    CommandRun width =
        gridwright("compare --from old.geojson --to new.geojson --code code --sliver-width -3");
    CommandRun format =
        gridwright("compare --from old.geojson --to new.geojson --code code -o table.xls");

    assertThat(code.status()).isEqualTo(2);
    assertThat(code.err()).contains("a file needs --code");
    assertThat(plan.status()).isEqualTo(1);
    assertThat(plan.err()).contains("there is no plan 99");
    assertThat(width.status()).isEqualTo(1);
    assertThat(width.err()).contains("from 0 to 1000");
    assertThat(format.status()).isEqualTo(2);
    assertThat(format.err()).contains(".csv").contains(".geojson");
  }

  private CommandRun gridwright(String arguments) {
    return CommandRun.of(folder, Map.of(), arguments.split(" "));
  }
}

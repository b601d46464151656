package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that Java reads as numbers, and people do not. */
class NumbersOfOtherLanguagesTest {

  @TempDir Path folder;

  @Test
  void coordinatesWithATypeOrInHexadecimalAreNone() {
    write(
        folder,
        "zones.geojson",
        collection(polygon("\"c\":\"A\"", "[114,30],[115,30],[115,31],[114,31],[114,30]")));
    write(
        folder,
        "points.csv",
        "id,lon,lat\na,114.305f,30.605d\nb,0x1.c9385p6,30.605\nc,1.14305e2,30.605\n");

    CommandRun run =
        run("assign points.csv -o - --lon lon --lat lat --zones zones.geojson --code c");

    assertThat(run.out().lines().map(line -> line.split(",", -1)[3]))
        .containsExactly("grid", "", "", "A");
  }

  @Test
  void noOptionTakesThem() {
    assertThat(run("locate 114.305f 30.605").status()).isEqualTo(2);
    assertThat(run("tessellate --cell 0x10 --bbox 114,30,115,31 -o out.geojson").status())
        .isEqualTo(2);
  }

  private CommandRun run(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }
}

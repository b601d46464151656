package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.gridwright.core.plan.Pictures;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans as a file: written from a store, asked without one. */
class PlansFileTest {

  @TempDir private Path folder;

  @BeforeEach
  void makeCity() throws IOException {
    SmallCity.in(folder);
    Files.writeString(
        folder.resolve("points.csv"),
        """
        id,x,y
        1,10.005,50.005
        2,10.01,50.005
        3,10.025,50.009
        4,10.5,50.5
        5,,
        """);
  }

  @Test
  void locateSaysWithoutAStoreWhatItSaysWithOne() throws IOException {
    assertThat(run("export", "locator", "-o", "city.gwl", "--store", "city.gpkg"))
        .isEqualTo(new CommandRun(0, "", "plans with their locators: 1 written to city.gwl\n"));
    for (String[] place : new String[][] {{"10.01", "50.005"}, {"10.5", "50.5"}, {"10", "50"}}) {
      String stored =
          run("locate", place[0], place[1], "--json", "--store", "city.gpkg")
              .out()
              .replaceAll("(?s)\"officers\" : \\[.*?]", "\"officers\" : [ ]");
      assertThat(run("locate", place[0], place[1], "--json", "--zones", "city.gwl"))
          .isEqualTo(new CommandRun(0, stored, ""));
    }
    assertThat(run("locate", "10.015", "50.005", "--zones", "city.gwl").out())
        .contains("beat            B")
        .contains("plan            beats, revision 1, in force since 2020-01-01");
  }

  @Test
  void assignWritesTheSameBytesFromEither() throws IOException {
    run("export", "locator", "-o", "city.gwl", "--store", "city.gpkg");
    CommandRun stored = assign("stored.csv", "--store", "city.gpkg");
    CommandRun filed = assign("filed.csv", "--zones", "city.gwl");
    assertThat(filed).isEqualTo(stored);
    assertThat(filed.status()).isZero();
    assertThat(folder.resolve("filed.csv")).hasSameBinaryContentAs(folder.resolve("stored.csv"));
  }

  @Test
  void aPeriodHoldsEveryPlanOfItsDays() {
    publishNext();
    assertThat(export("--from", "2020-02-01", "--to", "2024-12-31").err())
        .isEqualTo("plans with their locators: 1 written to some.gwl\n");
    assertThat(export("--from", "2020-02-01", "--to", "2025-01-01").err())
        .isEqualTo("plans with their locators: 2 written to some.gwl\n");
    assertThat(grid("--at", "2024-12-31")).contains("beat            A");
    assertThat(grid("--at", "2025-01-01")).contains("beat            C");
    assertThat(grid()).contains("revision 2");
    assertThat(run("locate", "10.005", "50.005", "--zones", "some.gwl", "--at", "2019-12-31").err())
        .isEqualTo(
            "gridwright: the file has no plan in force on 2019-12-31; its plans are in force from"
                + " 2020-01-01 to before …; ask for one of these days with --at\n");
    assertThat(export("--to", "2019-12-31").status()).isEqualTo(1);
    assertThat(export("--at", "2020-12-31", "--to", "2021-12-31").status()).isEqualTo(2);
  }

  @Test
  void whatCannotBeUsedIsRefusedWithOneSentence() throws IOException {
    run("export", "locator", "-o", "city.gwl", "--store", "city.gpkg");
    byte[] whole = Files.readAllBytes(folder.resolve("city.gwl"));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 9);
    Files.write(folder.resolve("cut.gwl"), cut);
    byte[] flipped = whole.clone();
    flipped[300] ^= 1;
    Files.write(folder.resolve("flipped.gwl"), flipped);
    byte[] newer = whole.clone();
    newer[8] = 9;
    Files.write(folder.resolve("newer.gwl"), newer);
    assertRefused("cut.gwl", "the file of plans is cut short at byte " + cut.length);
    assertRefused("flipped.gwl", "the file of plans is damaged between bytes 0 and ");
    assertRefused("newer.gwl", "the file of plans is of version 9 and version 1 is read");
    assertRefused("missing.gwl", "there is no such file");
    Files.write(folder.resolve("text.gwl"), "id,x,y\n".getBytes(StandardCharsets.UTF_8));
    assertRefused("text.gwl", "this is no file of plans (.gwl)");
  }

  @Test
  void optionsThatSayWhatTheFileSaysAreRefused() {
    run("export", "locator", "-o", "city.gwl", "--store", "city.gpkg");
    assertThat(assign("o.csv", "--zones", "city.gwl", "--code", "beat").status()).isEqualTo(2);
    assertThat(assign("o.csv", "--zones", "city.gwl", "--crs", "EPSG:4326").status()).isEqualTo(2);
    assertThat(assign("o.csv", "--zones", "city.gwl", "--theme", "beats").err())
        .startsWith("gridwright: --theme does not go with a file of plans (.gwl)");
    assertThat(run("export", "locator", "-o", "city.csv", "--store", "city.gpkg").status())
        .isEqualTo(2);
  }

  private void assertRefused(String file, String sentence) {
    CommandRun located = run("locate", "10.005", "50.005", "--zones", file);
    assertThat(located.status()).isEqualTo(1);
    assertThat(located.err()).contains(file + ": " + sentence).hasLineCount(1);
    CommandRun assigned = assign("out.csv", "--zones", file);
    assertThat(assigned.status()).isEqualTo(1);
    assertThat(assigned.err()).contains(file + ": " + sentence).hasLineCount(1);
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  private void publishNext() {
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"))) {
      long draft =
          store
              .plans()
              .createDraft(
                  Pictures.plan(SmallCity.BEATS, 100_000_000, 500_000_000, 100_000, "XXY", "CBA"),
                  Actor.named("anonymous"),
                  "next")
              .id();
      store.plans().publish(draft, LocalDate.of(2025, 1, 1), null);
    }
  }

  private String grid(String... more) {
    String[] all = new String[5 + more.length];
    System.arraycopy(
        new String[] {"locate", "10.005", "50.005", "--zones", "some.gwl"}, 0, all, 0, 5);
    System.arraycopy(more, 0, all, 5, more.length);
    return run(all).out();
  }

  private CommandRun export(String... more) {
    String[] all = new String[6 + more.length];
    System.arraycopy(
        new String[] {"export", "locator", "-o", "some.gwl", "--store", "city.gpkg"}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return run(all);
  }

  private CommandRun assign(String to, String... more) {
    String[] all = new String[8 + more.length];
    System.arraycopy(
        new String[] {"assign", "points.csv", "-o", to, "--lon", "x", "--lat", "y"}, 0, all, 0, 8);
    System.arraycopy(more, 0, all, 8, more.length);
    return run(all);
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, Map.of(), arguments);
  }
}

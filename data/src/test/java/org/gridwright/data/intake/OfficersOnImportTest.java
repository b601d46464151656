package org.gridwright.data.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.store.Rosters;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file takes the place of a plan whose grids have officers. */
class OfficersOnImportTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate NEXT = LocalDate.of(2900, 1, 1);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void fourGridsInARowWithTenAddressesEach() {
    store = TestStores.geoPackage(folder);
    publish(FIRST, strip("A", 0, 10), strip("B", 10, 20), strip("C", 20, 30), strip("D", 30, 40));
    store
        .addresses()
        .put(
            IntStream.range(0, 40)
                .mapToObj(
                    i -> new Address("a" + i, "at", new LatticePoint(i * 10_000 + 5_000, 5_000)))
                .iterator());
    for (String grid : List.of("A", "B", "C", "D")) {
      Rosters.assign(store, "of " + grid, "full-time", "beats", grid);
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void officersOfGridsThatAreNoMoreGoWithMostAddressesAndOthersStay() {
    ZoneReport report =
        publish(
            NEXT, strip("A", 0, 17), strip("C", 17, 30), strip("E", 30, 37), strip("F", 37, 40));

    assertThat(on("A", NEXT.minusDays(1))).containsExactly("of A");
    assertThat(on("B", NEXT.minusDays(1))).containsExactly("of B");
    assertThat(on("D", NEXT.minusDays(1))).containsExactly("of D");
    assertThat(on("A", NEXT)).containsExactly("of A", "of B");
    assertThat(on("B", NEXT)).isEmpty();
    assertThat(on("C", NEXT)).containsExactly("of C");
    assertThat(on("D", NEXT)).isEmpty();
    assertThat(on("E", NEXT)).containsExactly("of D");
    assertThat(on("F", NEXT)).isEmpty();
    assertThat(report.notes())
        .extracting(note -> note.in(Locale.ENGLISH))
        .containsExactly(
            "2 officers of grids that are no more answer for the grids with most of their addresses"
                + " now: Officer of B (B → A); Officer of D (D → E)");
  }

  @Test
  void whatAPlannerWouldHaveBeenAskedIsTold() {
    ZoneReport report =
        publish(NEXT, strip("A", 0, 8), strip("B", 8, 20), strip("C", 20, 30), strip("D", 30, 40));

    assertThat(on("A", NEXT)).containsExactly("of A");
    assertThat(report.notes())
        .extracting(note -> note.in(Locale.ENGLISH))
        .singleElement()
        .asString()
        .startsWith("1 officers stay with grids")
        .contains("Officer of A (A → A)", "gridwright export officers");
  }

  @Test
  void theSameGridsAgainChangeNothingAndSayNothing() {
    ZoneReport report =
        publish(
            NEXT, strip("D", 30, 40), strip("B", 10, 20), strip("C", 20, 30), strip("A", 0, 10));

    assertThat(report.notes()).isEmpty();
    assertThat(store.roster().ofOfficer("of A")).hasSize(1);
  }

  private List<String> on(String grid, LocalDate day) {
    return store.roster().of("beats", grid, day).stream()
        .map(entry -> entry.assignment())
        .map(Assignment::officer)
        .toList();
  }

  private ZoneReport publish(LocalDate from, String... features) {
    Path file = write(folder, "zones-" + from + ".geojson", collection(features));
    return new ZoneImport(store)
        .run(
            ZoneOptions.of(file, "beats", LevelFields.parse("grid=c")).published(from, null),
            Progress.NONE);
  }

  /** A grid between two columns of a thousandth of a degree each. */
  private static String strip(String code, int from, int to) {
    double west = from / 1_000.0;
    double east = to / 1_000.0;
    return polygon(
        "\"c\":\"" + code + "\"",
        "[%s,0],[%s,0],[%s,0.001],[%s,0.001],[%s,0]".formatted(west, east, east, west, west));
  }
}

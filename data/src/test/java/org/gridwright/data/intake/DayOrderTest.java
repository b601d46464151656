package org.gridwright.data.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.RealData;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is read with the day first or with the month first, as a whole. */
class DayOrderTest {

  @TempDir Path folder;

  private record Read(List<String> times, PointReport report) {}

  private Read read(@Nullable DayOrder order, boolean skipBad, String... times) {
    StringBuilder csv = new StringBuilder("id,lon,lat,t,cat\n");
    for (int i = 0; i < times.length; i++) {
      csv.append(i + ",114.3,30.6," + times[i] + ",noise\n");
    }
    return read(write(folder, "d.csv", csv.toString()), order, skipBad);
  }

  private Read read(Path file, @Nullable DayOrder order, boolean skipBad) {
    IncidentImport.Options options =
        new IncidentImport.Options(
            file,
            ReadOptions.DEFAULT,
            Datum.WGS84,
            "id",
            new PointFields("lon", "lat"),
            List.of("t"),
            new IncidentTimes(null, order),
            "cat",
            "import",
            null,
            null,
            skipBad);
    try (Store store = GeoPackageStores.open(folder.resolve("s" + System.nanoTime() + ".gpkg"))) {
      PointReport report = new IncidentImport(store).run(options, Progress.NONE);
      try (Stream<Incident> all = store.incidents().stream(IncidentStore.Query.ALL)) {
        return new Read(
            all.sorted(java.util.Comparator.comparing(Incident::id))
                .map(each -> each.occurred().toString())
                .toList(),
            report);
      }
    }
  }

  @Test
  void withDotsTheDayComesFirst() {
    assertThat(read(null, false, "05.03.2024 08:00", "6.3.2024").times())
        .containsExactly("2024-03-05T08:00", "2024-03-06T00:00");
  }

  @Test
  void theReportedFileIsReadWithTheDayFirst() {
    Read read = read(RealData.reported("17-dotted-dates/d.csv"), null, true);

    assertThat(read.times()).containsExactly("2024-03-05T08:00", "2024-03-31T08:00");
    assertThat(read.report().skipped()).isZero();
  }

  @Test
  void theYearFirstLeavesNoChoice() {
    Read read = read(null, false, "2024-03-05", "2024/3/6 10:00", "2024.03.07");

    assertThat(read.times())
        .containsExactly("2024-03-05T00:00", "2024-03-06T10:00", "2024-03-07T00:00");
    assertThat(read.report().notes()).isEmpty();
  }

  @Test
  void oneRowDecidesForTheWholeFileAndIsTold() {
    Read read = read(null, false, "05/03/2024 08:00", "06-03-2024", "31/03/2024");

    assertThat(read.times())
        .containsExactly("2024-03-05T08:00", "2024-03-06T00:00", "2024-03-31T00:00");
    assertThat(read.report().notes().toString()).contains("31/03/2024", "the day first");
    assertThat(read(null, false, "05/03/2024", "3/31/2024 1:30 PM").times())
        .containsExactly("2024-05-03T00:00", "2024-03-31T13:30");
  }

  @Test
  void aFileThatNoRowDecidesIsRefusedUntilItIsSaid() {
    assertThatThrownBy(() -> read(null, true, "05/05/2024", "05/03/2024"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("d.csv: the time")
        .hasMessageContaining("(line 3)")
        .hasMessageContaining("05/03/2024")
        .hasMessageContaining("--day-first or --month-first");
    assertThat(read(DayOrder.DAY_FIRST, false, "05/03/2024").times())
        .containsExactly("2024-03-05T00:00");
    assertThat(read(DayOrder.MONTH_FIRST, false, "05/03/2024").times())
        .containsExactly("2024-05-03T00:00");
  }

  @Test
  void aFileInTwoOrdersIsRefusedWhateverIsSkipped() {
    assertThatThrownBy(() -> read(null, true, "05/03/2024", "31/03/2024", "03/31/2024"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("31/03/2024")
        .hasMessageContaining("03/31/2024");
    assertThatThrownBy(() -> read(null, true, "05.03.2024", "03/31/2024"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void rowsOfTheOtherOrderAreNoTimesAndAreTold() {
    Read read = read(DayOrder.DAY_FIRST, true, "05/03/2024", "03/31/2024");

    assertThat(read.times()).containsExactly("2024-03-05T00:00");
    assertThat(read.report().firstSkipped().toString()).contains("none with the day first");
    assertThat(read(DayOrder.MONTH_FIRST, true, "05.03.2024").report().firstSkipped().toString())
        .contains("has dots");
  }

  @Test
  void datesThatAreTheSameBothWaysNeedNoChoice() {
    assertThat(read(null, false, "05/05/2024").times()).containsExactly("2024-05-05T00:00");
  }
}

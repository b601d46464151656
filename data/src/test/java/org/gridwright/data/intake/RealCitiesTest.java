package org.gridwright.data.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.RealData;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore.Query;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, each with the trouble that it is known for. */
class RealCitiesTest {

  private static final LocalDate DAY = LocalDate.of(2012, 1, 1);

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = TestStores.geoPackage(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void chicagoBeatsAndCrimes() {
    Path beats = RealData.file("chicago/beats.geojson.gz");
    ZoneReport report =
        run(
            ZoneOptions.of(
                    beats,
                    "beats",
                    LevelFields.parse("district=district,sector=district+sector,beat=beat"))
                .published(DAY, "as surveyed"));
    assertThat(report.features()).isEqualTo(277);
    assertThat(report.units()).contains(entry("beat", 275));
    assertThat(report.notes())
        .extracting(Message::toString)
        .contains("beat 3100: 3 features read as one unit");
    Plan plan = store.plans().load(report.plan().id());
    Unit beat = plan.unit(2, "1713").orElseThrow();
    assertThat(plan.path(beat)).extracting(Unit::code).containsExactly("17", "17-1", "1713");
    assertThat(plan.units(0)).allMatch(unit -> unit.area() != null);

    PointReport crimes = importCrimes();
    assertThat(crimes.stored()).isEqualTo(25_000);
    try (Stream<Incident> all = store.incidents().stream(Query.ALL)) {
      long agree =
          all.filter(
                  it ->
                      it.given() != null
                          && it.given().code().equals(requireNonNull(it.reportedZone()).code()))
              .count();
      assertThat(agree / 25_000.0).isBetween(0.9125, 0.9135);
    }
  }

  @Test
  void xiningFromTheShiftedFileLiesOnTheOther() {
    Plan shifted =
        read("china/xining_630100_districts_gcj02.geojson", Datum.GCJ02, "district=adcode");
    Plan plain =
        read("china/xining_630100_districts_wgs84.geojson", Datum.WGS84, "district=adcode");
    assertThat(shifted.grids()).hasSize(7);
    for (Unit unit : shifted.grids()) {
      LatticeRing a = unit.drawnArea().polygons().get(0).shell();
      LatticeRing b =
          plain.unit(0, unit.code()).orElseThrow().drawnArea().polygons().get(0).shell();
      assertThat(a.size()).isEqualTo(b.size());
      for (int i = 0; i < a.size(); i++) {
        assertThat(Math.hypot(a.x(i) - b.x(i), a.y(i) - b.y(i))).isLessThan(70);
      }
    }
  }

  @Test
  void newHavenIsRefusedUntilAccepted() {
    ZoneOptions options =
        ZoneOptions.of(
            RealData.file("defects/new_haven.geojson.gz"),
            "neighbourhoods",
            LevelFields.parse("neighbourhood=name"));
    assertThatThrownBy(() -> run(options.published(DAY, null)))
        .isInstanceOfSatisfying(
            PublishRefusedException.class,
            e ->
                assertThat(e.findings())
                    .extracting(Finding::kind)
                    .contains(Finding.Kind.OVERLAP, Finding.Kind.GAP));
    assertThat(store.themes().all()).isEmpty();

    ZoneReport accepted = run(options.published(DAY, "as surveyed"));
    assertThat(accepted.plan().accepted()).isEqualTo("as surveyed");
    Plan plan = store.plans().load(accepted.plan().id());
    Finding overlap =
        accepted.findings().stream()
            .filter(it -> it.kind() == Finding.Kind.OVERLAP)
            .max((a, b) -> Double.compare(a.areaSquareMetres(), b.areaSquareMetres()))
            .orElseThrow();
    var inside = overlap.place().getInteriorPoint();
    var point = LatticePoint.ofDegrees(inside.getX(), inside.getY());
    assertThat(JtsLocator.of(plan).place(point.x(), point.y()).contested()).hasSize(2);
  }

  private PointReport importCrimes() {
    return new IncidentImport(store)
        .run(
            new IncidentImport.Options(
                RealData.file("chicago/crimes_2017_2019_25k.csv.gz"),
                ReadOptions.DEFAULT,
                Datum.WGS84,
                "id",
                new PointFields("longitude", "latitude"),
                List.of("date"),
                IncidentTimes.LOCAL,
                "primary_type",
                "import",
                "beats",
                new IncidentImport.Reported("beat", "beat"),
                false),
            Progress.NONE);
  }

  private static Plan read(String file, Datum datum, String levels) {
    ZoneOptions options =
        ZoneOptions.of(RealData.file(file), "districts", LevelFields.parse(levels))
            .in(new ReadOptions(null, null, TextOptions.DEFAULT), datum);
    return ZoneImport.read(options, LatticeEnvelope.EMPTY, Progress.NONE).plan();
  }

  private ZoneReport run(ZoneOptions options) {
    return new ZoneImport(store).run(options, Progress.NONE);
  }
}

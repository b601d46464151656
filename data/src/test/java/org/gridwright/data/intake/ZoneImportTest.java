package org.gridwright.data.intake;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.square;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanException;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneImportTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
  private static final String BEATS = "district=district,sector=district+sector,beat=beat";

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
  void importsLevelsWithJoinedCodesAndMergesParts() {
    // sector 1 exists in both districts; beat B has two parts
    Path file =
        file(
            square("\"beat\":\"A\",\"sector\":1,\"district\":1,\"pop\":7", 0, 0),
            square("\"beat\":\"B\",\"sector\":1,\"district\":2", 1, 0),
            square("\"beat\":\"B\",\"sector\":1,\"district\":2", 3, 0),
            square("\"beat\":\"C\",\"sector\":2,\"district\":2", 2, 0));
    ZoneReport report = run(options(file, BEATS).published(DAY, null));

    assertThat(report.units())
        .containsExactly(entry("district", 2), entry("sector", 3), entry("beat", 3));
    assertThat(report.features()).isEqualTo(4);
    assertThat(report.notes())
        .extracting(Message::toString)
        .containsExactly("beat B: 2 features read as one unit");
    assertThat(report.plan().status()).isEqualTo(PlanInfo.Status.PUBLISHED);
    Plan plan = store.plans().load(report.plan().id());
    assertThat(plan.path(plan.unit(2, "B").orElseThrow()))
        .extracting(unit -> unit.code())
        .containsExactly("2", "2-1", "B");
    assertThat(plan.unit(2, "B").orElseThrow().drawnArea().polygons()).hasSize(2);
    assertThat(plan.unit(2, "A").orElseThrow().attributes()).containsExactly(entry("pop", "7"));
    assertThat(store.plans().inForce("beats", DAY)).isPresent();
  }

  @Test
  void leavesADraftWhenNotToldToPublish() {
    ZoneReport report = run(options(file(square("\"c\":1", 0, 0)), "grid=c"));
    assertThat(report.plan().status()).isEqualTo(PlanInfo.Status.DRAFT);
    assertThat(store.plans().inForce("beats", DAY)).isEmpty();
  }

  @Test
  void takesNamesFromFields() {
    Path file = file(square("\"c\":1,\"n\":\"城东区\",\"d\":9,\"dn\":\"East\"", 0, 0));
    ZoneOptions plain = options(file, "district=d,grid=c");
    ZoneOptions named =
        new ZoneOptions(
            file,
            plain.reading(),
            Datum.WGS84,
            "beats",
            "Beats",
            CodeScheme.FREE,
            plain.levels(),
            Map.of("grid", "n", "district", "dn"),
            ZoneOptions.SameCode.MERGE,
            List.of(),
            null,
            null,
            Actor.named("me"),
            "try");
    Plan plan = store.plans().load(run(named).plan().id());
    assertThat(plan.unit(0, "9").orElseThrow().name()).isEqualTo("East");
    assertThat(plan.unit(1, "1").orElseThrow().name()).isEqualTo("城东区");
    assertThat(plan.unit(1, "1").orElseThrow().attributes()).isEmpty();
  }

  @Test
  void sameCodeIsRefusedWhereAsked() {
    Path file = file(square("\"c\":1", 0, 0), square("\"c\":1", 1, 0));
    ZoneOptions merge = options(file, "grid=c");
    ZoneOptions refuse =
        new ZoneOptions(
            file,
            merge.reading(),
            Datum.WGS84,
            "beats",
            "Beats",
            CodeScheme.FREE,
            merge.levels(),
            Map.of(),
            ZoneOptions.SameCode.REFUSE,
            List.of(),
            null,
            null,
            Actor.named("me"),
            "try");
    refused(refuse, "zones.geojson, feature 2: grid \"1\" occurs again (first in feature 1)");
  }

  @Test
  void codeUnderTwoParentsSuggestsTheJoinedForm() {
    Path file =
        file(
            square("\"b\":\"A\",\"s\":1,\"d\":1", 0, 0),
            square("\"b\":\"B\",\"s\":1,\"d\":2", 1, 0));
    refused(
        options(file, "district=d,sector=s,beat=b"),
        "zones.geojson, feature 2: sector \"1\" lies both in district \"1\" and in district \"2\";"
            + " join the fields to tell them apart: sector=d+s");
  }

  @Test
  void turnsRingsAndDropsHeightsWithANote() {
    ZoneReport report =
        run(
            options(
                file(polygon("\"c\":1", "[0,0,5],[0,0.001,5],[0.001,0.001,5],[0,0,5]")), "grid=c"));
    assertThat(report.notes())
        .extracting(Message::toString)
        .containsExactly(
            "rings of 1 features ran clockwise and were turned (RFC 7946)",
            "heights were dropped from 1 features");
  }

  @Test
  void acceptsARingThatCrossesItself() {
    Path file = file(polygon("\"c\":1", "[0,0],[0.002,0.002],[0.002,0],[0,0.001],[0,0]"));
    assertThat(run(options(file, "grid=c")).units()).containsExactly(entry("grid", 1));
  }

  @Test
  void refusesGeometryThatIsNoArea() {
    refused(
        options(file(feature("\"c\":1", "null")), "grid=c"),
        "zones.geojson, feature 1: the feature has no geometry");
    refused(
        options(file(feature("\"c\":1", "{\"type\":\"Polygon\",\"coordinates\":[]}")), "grid=c"),
        "the feature has no geometry");
    refused(
        options(file(feature("\"c\":1", "{\"type\":\"Point\",\"coordinates\":[1,2]}")), "grid=c"),
        "the geometry is a Point; zones must be polygons");
    refused(options(file(), "grid=c"), "zones.geojson: the file holds no features");
  }

  @Test
  void refusesUnknownAndEmptyFields() {
    refused(
        options(file(square("\"code\":1", 0, 0)), "grid=kode"),
        "there is no field \"kode\"; did you mean \"code\"?");
    refused(options(file(square("\"c\":\"\"", 0, 0)), "grid=c"), "field \"c\" is empty");
  }

  @Test
  void namesProjectedCoordinates() {
    refused(
        options(
            file(
                polygon(
                    "\"c\":1",
                    "[500000,3380000],[500100,3380000],[500100,3380100]," + "[500000,3380000]")),
            "grid=c"),
        "500,100".replace(",", "")
            + ".0, 3380100.0 are not longitude and latitude; they look"
            + " projected: name the reference system, such as --crs EPSG:4547");
  }

  @Test
  void namesALikelySwap() {
    refused(
        options(
            file(polygon("\"c\":1", "[30.6,114.3],[30.7,114.3],[30.7,114.4],[30.6,114.3]")),
            "grid=c"),
        "longitude and latitude are probably swapped");
    refused(
        options(
            file(polygon("\"c\":1", "[41.9,-87.6],[41.91,-87.6],[41.91,-87.61],[41.9,-87.6]")),
            "grid=c"),
        "longitude and latitude are probably swapped");
  }

  @Test
  void namesASwapByWhatIsThereAlready() {
    // Shaped like Milan: both orders are valid coordinates.
    Path milan = file(polygon("\"c\":1", "[9.1,45.4],[9.2,45.4],[9.2,45.5],[9.1,45.4]"));
    run(options(milan, "grid=c").published(DAY, null));
    Path swapped = file(polygon("\"c\":1", "[45.4,9.1],[45.5,9.1],[45.5,9.2],[45.4,9.1]"));
    refused(
        options(swapped, "grid=c"), "lies far from the city, and would lie in it the other way");
  }

  @Test
  void notesDataThatIsShiftedAgainstWhatIsThere() {
    // GCJ-02 lies about 550 m east and 130 m south of WGS 84 in Zhengzhou
    Path plain = file(square("\"c\":1", 113_650, 34_750), square("\"c\":2", 113_651, 34_750));
    run(options(plain, "grid=c").published(DAY, null));
    double[] at = Datum.GCJ02.fromWgs84(113.65, 34.75);
    double west = at[0];
    double south = at[1];
    Path shifted = file(shifted("\"c\":1", west, south), shifted("\"c\":2", west + 0.001, south));

    assertThat(run(options(shifted, "grid=c")).notes())
        .extracting(Message::toString)
        .singleElement(as(STRING))
        .contains("at 2 common places")
        .endsWith("import it again with --datum gcj02");
  }

  private static String shifted(String properties, double west, double south) {
    return polygon(
        properties,
        String.format(
            Locale.ROOT,
            "[%1$f,%2$f],[%3$f,%2$f],[%3$f,%4$f],[%1$f,%4$f],[%1$f,%2$f]",
            west,
            south,
            west + 0.001,
            south + 0.001));
  }

  @Test
  void readsProjectedCoordinates() {
    Path file =
        file(
            polygon(
                "\"c\":1", "[500000,3387000],[501000,3387000],[501000,3388000],[500000,3387000]"));
    ZoneOptions options =
        options(file, "grid=c")
            .in(new ReadOptions("EPSG:4547", null, TextOptions.DEFAULT), Datum.WGS84);
    Plan plan = ZoneImport.read(options, LatticeEnvelope.EMPTY, Progress.NONE).plan();
    // EPSG:4547 is CGCS2000 / 3-degree Gauss-Kruger CM 114E: easting 500000 is 114 degrees.
    assertThat(plan.envelope().minX()).isEqualTo(1_140_000_000);
    assertThat(plan.envelope().minY()).isBetween(305_900_000, 306_200_000);
  }

  @Test
  void aFailedImportLeavesTheStoreAsItWas() {
    Path file = file(square("\"c\":1", 0, 0), feature("\"c\":2", "null"));
    refused(options(file, "grid=c").published(DAY, null), "feature 2");
    assertThat(store.themes().all()).isEmpty();
  }

  @Test
  void refusesLevelsThatCannotBeRead() {
    assertThatThrownBy(() -> LevelFields.parse("district=,beat"))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("write them coarse to fine");
    assertThat(LevelFields.parse("district, beat = d+b"))
        .extracting(LevelFields::level)
        .containsExactly("district", "beat");
  }

  @Test
  void refusalsComeInChinese() {
    Path file = file(feature("\"c\":1", "null"));
    assertThatThrownBy(() -> run(options(file, "grid=c")))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.told().in(Locale.SIMPLIFIED_CHINESE))
                    .isEqualTo("zones.geojson，第 1 个要素：该要素没有几何；请补画或删除该要素"));
  }

  private Path file(String... features) {
    return write(folder, "zones.geojson", collection(features));
  }

  private static ZoneOptions options(Path file, String levels) {
    return ZoneOptions.of(file, "beats", LevelFields.parse(levels));
  }

  private ZoneReport run(ZoneOptions options) {
    return new ZoneImport(store).run(options, Progress.NONE);
  }

  private void refused(ZoneOptions options, String sentence) {
    assertThatThrownBy(() -> run(options))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(sentence);
  }
}

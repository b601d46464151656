package org.gridwright.data.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.square;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.AddressFields;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore.Query;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointImportTest {

  private static final PointFields LON_LAT = new PointFields("lon", "lat");
  private static final Source LINE = Source.line("a.csv", 2);

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
  void importsAddressesOfJoinedFields() {
    PointReport report =
        addresses("id,no,street,lon,lat\na,1,Rue A,4.76,49.77\nb,,Rue B,4.77,49.78\n", false);
    assertThat(report.stored()).isEqualTo(2);
    assertThat(allAddresses())
        .containsExactly(
            new Address("a", "1 Rue A", LatticePoint.ofDegrees(4.76, 49.77)),
            new Address("b", "Rue B", LatticePoint.ofDegrees(4.77, 49.78)));
    assertThat(addresses("id,no,street,lon,lat\na,2,Rue A,4.76,49.77\n", false).replaced())
        .isEqualTo(1);
  }

  @Test
  void addressesThatMovedAsAChineseDatumDoesAreNoted() {
    StringBuilder before = new StringBuilder("id,no,street,lon,lat\n");
    StringBuilder shifted = new StringBuilder("id,no,street,lon,lat\n");
    for (int i = 0; i < 20; i++) {
      double lon = 113.6 + i * 0.003;
      double[] gcj02 = Datum.GCJ02.fromWgs84(lon, 34.75);
      before.append(i + ",1,A," + lon + ",34.75\n");
      shifted.append(i + ",1,A," + gcj02[0] + "," + gcj02[1] + "\n");
    }

    assertThat(addresses(before.toString(), false).notes()).isEmpty();
    assertThat(addresses(before.toString(), false).notes()).as("the same again").isEmpty();
    PointReport report = addresses(shifted.toString(), false);
    assertThat(report.replaced()).isEqualTo(20);
    assertThat(report.notes()).hasSize(1).first().asString().contains("gcj02");
  }

  @Test
  void importsAddressesFromPoints() {
    Path file =
        write(
            folder,
            "a.geojson",
            collection(
                feature("\"id\":\"a\",\"t\":\"x\"", "{\"type\":\"Point\",\"coordinates\":[1,2]}")));
    new AddressImport(store)
        .run(
            new AddressImport.Options(
                file,
                ReadOptions.DEFAULT,
                Datum.WGS84,
                "id",
                List.of("t"),
                AddressPartFields.NONE,
                PointFields.GEOMETRY,
                null,
                false),
            Progress.NONE);
    assertThat(allAddresses()).containsExactly(new Address("a", "x", LatticePoint.ofDegrees(1, 2)));
  }

  @Test
  void addressesWeighByAFieldWhereThereIsANumber() {
    String csv =
        "id,no,street,lon,lat,flats\na,1,A,4,49,12\nb,2,A,4,49,\nc,3,A,4,49,83.5\nd,4,A,4,49,0\n";
    addresses(csv, "flats", false);
    assertThat(allAddresses()).extracting(Address::weight).containsExactly(12L, 1L, 84L, 0L);
    for (String bad : List.of("-1", "many", "1000000001")) {
      assertThatThrownBy(() -> addresses(csv + "e,5,A,4,49," + bad + "\n", "flats", false))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("line 6")
          .hasMessageContaining("\"flats\" is \"" + bad + "\"");
    }
  }

  @Test
  void refusesWithTheFirstBadRecordAndHowManyThereAre() {
    String csv = "id,no,street,lon,lat\na,1,A,4,49\nb,1,A,,\nc,1,A,x,49\nd,1,A,0,0\ne,1,A,5,49\n";
    assertThatThrownBy(() -> addresses(csv, false))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "a.csv, line 3: field \"lon\" is empty, so there is no place; 3 records in all cannot"
                + " be used: correct them, or leave them out with --skip-bad");
    assertThat(store.addresses().count()).isZero();

    PointReport report = addresses(csv, true);
    assertThat(report.stored()).isEqualTo(2);
    assertThat(report.skipped()).isEqualTo(3);
    assertThat(report.firstSkipped())
        .extracting(Message::toString)
        .containsExactly(
            "a.csv, line 3: field \"lon\" is empty, so there is no place",
            "a.csv, line 4: field \"lon\" is not a coordinate: x",
            "a.csv, line 5: the coordinates are 0, 0, which stands for no place");
  }

  @Test
  void anUnknownFieldIsNotSkipped() {
    assertThatThrownBy(() -> addresses("id,no,street,Lon,lat\na,1,A,4,49\n", true))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "a.csv, line 2: there is no field \"lon\"; did you mean \"Lon\"? The fields are id,"
                + " no, street, Lon, lat");
  }

  @Test
  void givesIncidentsTheGridInForceAtTheirTime() {
    // From 2024: grid A | B. From 2025: grid B alone to the west.
    zones(LocalDate.of(2024, 1, 1), square("\"c\":\"A\"", 0, 0), square("\"c\":\"B\"", 1, 0));
    zones(LocalDate.of(2025, 1, 1), square("\"c\":\"B\"", 0, 0));
    incidents(
        """
        id,lon,lat,when,what,zone,reporter
        1,0.0005,0.0005,2023-12-31 23:59,noise,A,Ann
        2,0.0005,0.0005,2024-01-01 00:00,noise,B,Bob
        3,0.0005,0.0005,7/19/2025 13:45,waste,,Cy
        4,0.0015,0.0005,2025-02-01T00:00:00,waste,,Di
        """);
    List<Incident> stored = allIncidents();
    assertThat(stored)
        .extracting(it -> it.id() + " " + (it.given() == null ? "-" : it.given().code()))
        .containsExactlyInAnyOrder("1 -", "2 A", "3 B", "4 -");
    Incident second = store.incidents().find("2").orElseThrow();
    assertThat(second.reportedZone()).isEqualTo(new Incident.ReportedZone("g", "grid", "B"));
    assertThat(second.occurred()).isEqualTo(LocalDateTime.of(2024, 1, 1, 0, 0));
    assertThat(second.category()).isEqualTo("noise");
    assertThat(stored.toString()).doesNotContain("Ann").doesNotContain("Bob");
  }

  @Test
  void refusesAThemeOrLevelThatIsNotThere() {
    assertThatThrownBy(() -> incidents("id,lon,lat,when,what,zone\n"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the store has no theme yet; import zones first");
  }

  @Test
  void readsTimesAsFilesWriteThem() {
    assertThat(time("2010-01-01 00:05")).isEqualTo("2010-01-01T00:05");
    assertThat(time("7/19/2017 13:45")).isEqualTo("2017-07-19T13:45");
    assertThat(time("09/09/2017")).isEqualTo("2017-09-09T00:00");
    assertThat(time("09/09/2017 3:57:00")).isEqualTo("2017-09-09T03:57");
    assertThat(time("09/09/2017 12:30:00 AM")).isEqualTo("2017-09-09T00:30");
    assertThat(time("2024/3/5 8:07")).isEqualTo("2024-03-05T08:07");
    assertThat(time("2016-07-27T08:39:48.250")).isEqualTo("2016-07-27T08:39:48.250");
    IncidentTimes shanghai = new IncidentTimes(ZoneId.of("Asia/Shanghai"), null);
    assertThat(shanghai.read("2016-07-27T08:39:48.000Z", LINE)).isEqualTo("2016-07-27T16:39:48");
    assertThat(shanghai.read("2016-07-27 08:39+0900", LINE)).isEqualTo("2016-07-27T07:39");
    assertThat(new IncidentTimes(null, DayOrder.DAY_FIRST).read("5/3/2024", LINE))
        .isEqualTo("2024-03-05T00:00");
  }

  @Test
  void saysWhyATimeCannotBeRead() {
    badTime("1500471900", "looks like a count of seconds");
    badTime("2016-07-27T08:39:48Z", "has an offset; name the city's time zone");
    badTime("05/07/2017", "can be read with the day first or the month first");
    badTime("2017-02-30", "cannot be read");
    badTime("yesterday", "cannot be read; write it as 2024-03-05 13:45");
  }

  private static LocalDateTime time(String text) {
    return IncidentTimes.LOCAL.read(text, LINE);
  }

  private static void badTime(String text, String sentence) {
    assertThatThrownBy(() -> time(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void partsOfAddressesComeInByFieldsOfTheirOwn() {
    PointReport report =
        parted(
            List.of(),
            "id,n,s,o,l,p,lon,lat\n"
                + "1,12 bis,Rue Neuve,,Riom,63200,2,1\n"
                + "2,甲12,石田街,Shitian Street,云津市,,2,1\n"
                + "3,,Le Bourg,,Riom,63200,2,1\n");
    assertThat(allAddresses())
        .extracting(Address::text)
        .containsExactly("12 bis Rue Neuve, 63200 Riom", "云津市石田街甲12号", "Le Bourg, 63200 Riom");
    assertThat(allAddresses())
        .extracting(Address::fields)
        .containsExactly(
            new AddressFields("12 bis", "Rue Neuve", "", "Riom", "63200"),
            new AddressFields("甲12", "石田街", "Shitian Street", "云津市", ""),
            new AddressFields("", "Le Bourg", "", "Riom", "63200"));
    assertThat(report.notes())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("1 of 3", "Le Bourg, 63200 Riom");
  }

  @Test
  void aTextOfItsOwnIsKeptBesideTheParts() {
    parted(List.of("t"), "id,t,n,s,o,l,p,lon,lat\n1,The mill,12,Rue Neuve,,Riom,63200,2,1\n");
    assertThat(allAddresses()).extracting(Address::text).containsExactly("The mill");
  }

  private PointReport parted(List<String> text, String csv) {
    return new AddressImport(store)
        .run(
            new AddressImport.Options(
                write(folder, "parts.csv", csv),
                ReadOptions.DEFAULT,
                Datum.WGS84,
                "id",
                text,
                new AddressPartFields("n", "s", "o", "l", "p"),
                LON_LAT,
                null,
                false),
            Progress.NONE);
  }

  private PointReport addresses(String csv, boolean skipBad) {
    return addresses(csv, null, skipBad);
  }

  private PointReport addresses(String csv, @Nullable String weight, boolean skipBad) {
    return new AddressImport(store)
        .run(
            new AddressImport.Options(
                write(folder, "a.csv", csv),
                ReadOptions.DEFAULT,
                Datum.WGS84,
                "id",
                List.of("no", "street"),
                AddressPartFields.NONE,
                LON_LAT,
                weight,
                skipBad),
            Progress.NONE);
  }

  private PointReport incidents(String csv) {
    return new IncidentImport(store)
        .run(
            new IncidentImport.Options(
                write(folder, "i.csv", csv),
                ReadOptions.DEFAULT,
                Datum.WGS84,
                "id",
                LON_LAT,
                List.of("when"),
                IncidentTimes.LOCAL,
                "what",
                "import",
                null,
                new IncidentImport.Reported("zone", "grid"),
                false),
            Progress.NONE);
  }

  private void zones(LocalDate from, String... features) {
    Path file = write(folder, "zones.geojson", collection(features));
    new ZoneImport(store)
        .run(
            ZoneOptions.of(file, "g", LevelFields.parse("grid=c")).published(from, null),
            Progress.NONE);
  }

  private List<Address> allAddresses() {
    try (Stream<Address> all = store.addresses().stream(null)) {
      return all.toList();
    }
  }

  private List<Incident> allIncidents() {
    try (Stream<Incident> all = store.incidents().stream(Query.ALL)) {
      return all.toList();
    }
  }
}

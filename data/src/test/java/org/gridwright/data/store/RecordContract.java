package org.gridwright.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.layer.WeekTimes;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.AddressFields;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore.HourCount;
import org.gridwright.data.store.IncidentStore.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Addresses, incidents and the directory. */
public abstract class RecordContract extends RosterContract {

  private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);

  @Test
  void keepsAddresses() {
    Address east = new Address("2", "二号 \"b\"", new LatticePoint(1_143_000_001, -300_000_007));
    assertThat(store.addresses().put(List.of(east, HOME).iterator())).isEqualTo(2);

    assertThat(addresses(null)).as("in order of id").containsExactly(HOME, east);
    assertThat(store.addresses().find(List.of("2", "9"))).containsExactly(east);
    assertThat(store.addresses().find(List.of())).isEmpty();
    assertThat(addresses(new LatticeEnvelope(3, 4, 3, 4))).containsExactly(HOME);
    assertThat(addresses(new LatticeEnvelope(4, 4, 9, 9))).isEmpty();
  }

  @Test
  void theLastAddressOfAnIdStays() {
    Address moved = new Address("1", "1 Main Street", new LatticePoint(900, 900));
    Address renamed = new Address("1", "1 Broadway", new LatticePoint(900, 900));
    store.addresses().put(List.of(HOME).iterator());
    String before = store.addresses().version();

    store.addresses().put(List.of(moved, renamed).iterator());

    assertThat(addresses(null)).containsExactly(renamed);
    assertThat(addresses(new LatticeEnvelope(0, 0, 9, 9))).as("the old place").isEmpty();
    assertThat(store.addresses().version()).isNotEqualTo(before);
  }

  @Test
  void whichAddressesChangedSinceAnEarlierStateIsKnownWhileTheyAreFew() {
    AddressStore addresses = store.addresses();
    String empty = addresses.changesSince("").mark();
    assertThat(addresses.changesSince("").ids()).as("an unknown state").isEmpty();
    assertThat(addresses.changesSince(empty).isNone()).isTrue();

    addresses.put(List.of(HOME).iterator());
    String one = addresses.changesSince(empty).mark();
    addresses.put(
        List.of(HOME, new Address("2", "2 Main Street", new LatticePoint(5, 5))).iterator());

    assertThat(addresses.changesSince(empty).ids().orElseThrow()).containsExactly("1", "2");
    assertThat(addresses.changesSince(one).ids().orElseThrow()).containsExactly("1", "2");
    addresses.put(Numbered.addresses(1_000, -1));
    assertThat(addresses.changesSince(one).ids()).as("many").isEmpty();
    String many = addresses.changesSince(one).mark();
    addresses.put(List.of(HOME).iterator());
    assertThat(addresses.changesSince(many).ids().orElseThrow()).containsExactly("1");
  }

  @Test
  void partsOfAnAddressAreKeptAsTheyWereGiven() {
    Address parts =
        new Address(
            "1",
            "x",
            new LatticePoint(1, 1),
            2,
            new AddressFields("12 bis", "Rue Neuve", "New Street", "Riom", "63200"));
    store.addresses().put(List.of(parts).iterator());
    assertThat(store.addresses().find(List.of("1"))).containsExactly(parts);
    store.addresses().put(List.of(HOME).iterator());
    assertThat(store.addresses().find(List.of("1"))).containsExactly(HOME);
  }

  @Test
  void manyAddressesReplaceManyAddresses() {
    store.addresses().put(Numbered.addresses(3_000, -1));
    store
        .addresses()
        .put(
            Stream.concat(Stream.of(HOME), addresses(null).stream().map(RecordContract::moved))
                .iterator());

    assertThat(store.addresses().count()).isEqualTo(3_001);
    assertThat(addresses(new LatticeEnvelope(0, 0, 2_000_000_000, 300_000_000)))
        .as("all others went one step north")
        .containsExactly(HOME);
  }

  @Test
  void readingDoesNotChangeTheVersion() {
    String version = store.incidents().version();
    store.incidents().count(Query.ALL);
    assertThat(store.incidents().version()).isEqualTo(version);

    store.incidents().put(List.of(incident("a", NOON, "noise", "open")).iterator());
    assertThat(store.incidents().version()).isNotEqualTo(version);
  }

  @Test
  void keepsIncidentsWithEverythingKnown() {
    Incident full =
        new Incident(
            "x-1",
            new LatticePoint(1_143_000_001, 300_000_003),
            NOON.plusNanos(123_456_000),
            "噪音",
            "phone",
            "closed",
            new Incident.ReportedZone("beats", "grid", "G00001"),
            new Incident.GivenGrid("beats", 7, "G00002"));
    Incident bare = incident("x-2", NOON, "noise", "open");

    store.incidents().put(List.of(full, bare).iterator());

    assertThat(store.incidents().find("x-1")).contains(full);
    assertThat(store.incidents().find("x-2")).contains(bare);
    assertThat(store.incidents().find("x-3")).isEmpty();
  }

  @Test
  void incidentsComeNewestFirstThenById() {
    Incident old = incident("a", NOON.minusSeconds(1), "noise", "open");
    Incident b = incident("b", NOON, "waste", "open");
    Incident c = incident("c", NOON, "noise", "closed");
    Incident newest = incident("d", NOON.plusNanos(1_000), "noise", "open");
    store.incidents().put(List.of(old, c, newest, b).iterator());

    assertThat(ids(Query.ALL)).containsExactly("d", "b", "c", "a");
    assertThat(store.incidents().categories()).containsExactly("noise", "waste");
  }

  @Test
  void incidentsAreFilteredByEveryCondition() {
    store
        .incidents()
        .put(
            List.of(
                    incident("a", NOON, "noise", "open"),
                    incident("b", NOON.plusHours(1), "noise", "closed"),
                    incident("c", NOON.plusHours(2), "waste", "open"))
                .iterator());

    assertThat(ids(new Query(NOON.plusHours(1), null, null, null, null))).containsExactly("c", "b");
    assertThat(ids(new Query(NOON, NOON.plusHours(1), null, null, null))).containsExactly("a");
    assertThat(ids(new Query(null, null, "noise", null, null))).containsExactly("b", "a");
    assertThat(ids(new Query(null, null, "noise", "open", null))).containsExactly("a");
    assertThat(ids(new Query(null, null, null, null, new LatticeEnvelope(0, 0, 1, 1))))
        .containsExactly("c", "b", "a");
    assertThat(ids(new Query(null, null, null, null, new LatticeEnvelope(2, 0, 3, 1)))).isEmpty();
  }

  @Test
  void incidentsAreFilteredByHourAndWeekday() {
    LocalDateTime monday = LocalDateTime.of(2026, 11, 30, 0, 0); // a Monday
    List<Incident> week = new ArrayList<>();
    for (int hour = 0; hour < 7 * 24; hour++) {
      String id = "%d-%02d".formatted(hour / 24 + 1, hour % 24);
      week.add(incident(id, monday.plusHours(hour).plusMinutes(59), "noise", "open"));
    }
    store.incidents().put(week.iterator());

    assertThat(ids(at(List.of(0, 23), List.of(7)))).containsExactly("7-23", "7-00");
    assertThat(ids(at(List.of(8), List.of()))).hasSize(7).contains("1-08", "7-08");
    assertThat(ids(at(List.of(), List.of(1)))).hasSize(24).contains("1-00", "1-23");
    assertThat(ids(at(List.of(), List.of()))).hasSize(7 * 24);

    List<String> moments = new ArrayList<>();
    store
        .incidents()
        .moments(at(List.of(3), List.of(2, 3)), (place, when) -> moments.add(when.toString()));
    assertThat(moments).containsExactlyInAnyOrder("2026-12-01T03:59", "2026-12-02T03:59");
    assertThat(store.incidents().byHour(at(List.of(3, 4), List.of(2))))
        .containsExactly(
            new HourCount(LocalDate.of(2026, 12, 1), 3, 1),
            new HourCount(LocalDate.of(2026, 12, 1), 4, 1));
  }

  private static Query at(List<Integer> hours, List<Integer> weekdays) {
    return new Query(null, null, null, null, null, WeekTimes.of(hours, weekdays));
  }

  @Test
  void keepsTheDirectory() {
    Department waste = new Department("w", "Waste", List.of("waste", "垃圾"));
    store.directory().putDepartments(List.of(waste));
    Facility hydrant = new Facility("h", "hydrant", "H 1", new LatticePoint(5, 5));
    store.directory().putFacilities(List.of(hydrant));

    assertThat(store.directory().departments()).containsExactly(waste);
    try (Stream<Facility> all = store.directory().facilities(new LatticeEnvelope(5, 5, 6, 6))) {
      assertThat(all).containsExactly(hydrant);
    }
  }

  private static Address moved(Address address) {
    LatticePoint place = new LatticePoint(address.place().x(), address.place().y() + 1);
    return new Address(address.id(), address.text(), place);
  }

  private static Incident incident(String id, LocalDateTime time, String category, String status) {
    return new Incident(id, new LatticePoint(1, 1), time, category, "import", status, null, null);
  }

  private List<Address> addresses(@Nullable LatticeEnvelope box) {
    try (Stream<Address> stream = store.addresses().stream(box)) {
      return stream.toList();
    }
  }

  private List<String> ids(Query query) {
    try (Stream<Incident> stream = store.incidents().stream(query)) {
      List<String> ids = stream.map(Incident::id).toList();
      assertThat(store.incidents().count(query)).isEqualTo(ids.size());
      return ids;
    }
  }
}

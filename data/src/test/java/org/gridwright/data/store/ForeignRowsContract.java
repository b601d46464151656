package org.gridwright.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PackedLocators;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.IncidentStore.Query;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rows that another program wrote: what cannot be read is left out and named, everything else is
 * served, and what was changed is noticed.
 */
public abstract class ForeignRowsContract {

  protected Store store;

  /** Where the store is. */
  protected abstract String address();

  /** A connection of another program, which knows nothing of Gridwright. */
  protected abstract Connection otherProgram() throws SQLException;

  /** A value of {@code occurred} that the database takes and that is no time. */
  protected abstract List<String> unreadableTimes();

  /** A value of {@code attributes} that the database takes and that is no object of texts. */
  protected abstract String unreadableAttributes();

  @BeforeEach
  void open() {
    store = Stores.open(address());
    store.themes().ensure(TestPlans.THEME);
    long draft = store.plans().createDraft(TestPlans.row(3), Actor.named("a"), "r").id();
    store.plans().publish(draft, LocalDate.of(2024, 1, 1), null);
    store.incidents().put(List.of(incident("a"), incident("b"), incident("c")).iterator());
    store.addresses().put(List.of(address("a"), address("b")).iterator());
    store.directory().putFacilities(List.of(new Facility("f", "hydrant", "F", place())));
    store.directory().putDepartments(List.of(new Department("d", "D", List.of("noise"))));
    store.roster().putOfficers(List.of(new Officer("o", "O", null)));
    store
        .roster()
        .assign(List.of(new Assignment("o", "beats", "G00000", Assignment.PLAIN, null, null)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static LatticePoint place() {
    return new LatticePoint(5, 5);
  }

  private static Incident incident(String id) {
    return new Incident(
        id, place(), LocalDateTime.of(2024, 5, 1, 10, 0), "noise", "import", "open", null, null);
  }

  private static Address address(String id) {
    return new Address(id, "Street " + id, place());
  }

  protected void otherProgramRuns(String sql) {
    try (Connection connection = otherProgram();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> incidents() {
    try (Stream<Incident> all = store.incidents().stream(Query.ALL)) {
      return all.map(Incident::id).toList();
    }
  }

  private PlanSnapshot snapshot(Snapshots snapshots) {
    snapshots.refresh();
    return snapshots.at("beats", LocalDate.of(2024, 6, 1)).orElseThrow();
  }

  private Snapshots snapshots() {
    return new Snapshots(store, new PackedLocators(), Clock.systemUTC(), 1000);
  }

  @Test
  void aTimeThatCannotBeReadIsLeftOutEverywhereAndNamed() {
    for (String time : unreadableTimes()) {
      otherProgramRuns("UPDATE incident SET occurred = " + time + " WHERE id = 'b'");

      assertThat(incidents()).as(time).containsExactly("a", "c");
      assertThat(store.incidents().find("b")).isEmpty();
      assertThat(store.incidents().count(Query.ALL)).isEqualTo(2);
      assertThat(store.layers().incidents().read(LayerQuery.ALL).rows()).hasSize(2);
      assertThat(store.layers().incidents().count(LayerQuery.ALL)).isEqualTo(2);
      try (Snapshots snapshots = snapshots()) {
        assertThat(new GridCounts(store).incidents(snapshot(snapshots), Query.ALL).total())
            .isEqualTo(2);
      }
      assertThat(store.rows().unreadable())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.table()).isEqualTo("incident");
                assertThat(row.id()).isEqualTo("b");
                assertThat(row.why().toString()).contains("no local time");
              });
    }
    store.incidents().put(List.of(incident("b")).iterator());
    assertThat(store.rows().unreadable()).isEmpty();
    assertThat(incidents()).hasSize(3);
  }

  private Map<String, String> versions() {
    return Map.of(
        "addresses", store.addresses().version(),
        "incidents", store.incidents().version(),
        "officers", store.roster().version(),
        "facilities", store.layers().facilities().version(LayerQuery.ALL),
        "all", store.rows().version());
  }

  @Test
  void whatOthersWriteIsCountedAsAChange() {
    Map<String, String> before = versions();
    String incidents = store.incidents().version();

    otherProgramRuns("UPDATE address SET text = 'Other' WHERE id = 'a'");
    otherProgramRuns("UPDATE incident SET category = 'dirt' WHERE id = 'a'");
    otherProgramRuns("UPDATE officer SET name = 'Other'");
    otherProgramRuns("UPDATE facility SET name = 'Other'");

    Map<String, String> after = versions();
    before.forEach((what, version) -> assertThat(after.get(what)).as(what).isNotEqualTo(version));
    assertThat(store.incidents().since(incidents, Query.ALL)).isEmpty();
  }

  @Test
  void whatGridwrightWritesIsCountedOnceAndNotAsAnothers() {
    String foreign = store.rows().version();
    long before = Long.parseLong(store.addresses().version());

    store.addresses().put(List.of(address("x"), address("y"), address("z")).iterator());

    assertThat(store.addresses().version()).isEqualTo(String.valueOf(before + 1));
    assertThat(store.rows().version()).isEqualTo(foreign);
  }

  @Test
  void whatOthersDoToAddressesIsNotedOrSaidToBeUnknown() {
    AddressStore addresses = store.addresses();
    for (String sql :
        List.of(
            "UPDATE address SET text = 'Other' WHERE id = 'a'",
            "UPDATE address SET id = 'other' WHERE id = 'a'",
            "DELETE FROM address WHERE id = 'other'")) {
      String before = addresses.changesSince("").mark();
      otherProgramRuns(sql);
      AddressChanges changes = addresses.changesSince(before);
      assertThat(changes.mark()).as(sql).isNotEqualTo(before);
      changes.ids().ifPresent(ids -> assertThat(ids).as(sql).isSubsetOf("a", "other").isNotEmpty());
      assertThat(addresses.changesSince(changes.mark()).isNone()).as(sql).isTrue();
    }
  }

  @Test
  void anIncidentThatOthersChangeHasAnotherVersion() {
    long before = store.incidents().version("a").orElseThrow();

    otherProgramRuns("UPDATE incident SET category = 'dirt' WHERE id = 'a'");

    assertThat(store.incidents().version("a").orElseThrow()).isGreaterThan(before);
    assertThat(store.incidents().find("a").orElseThrow().category()).isEqualTo("dirt");
  }

  @Test
  void countsFollowWhatOthersDelete() {
    try (Snapshots snapshots = snapshots()) {
      GridCounts counts = new GridCounts(store);
      assertThat(counts.incidents(snapshot(snapshots), Query.ALL).total()).isEqualTo(3);

      otherProgramRuns("DELETE FROM incident WHERE id = 'b'");

      assertThat(counts.incidents(snapshot(snapshots), Query.ALL).total()).isEqualTo(2);
    }
  }

  @Test
  void attributesThatOthersEditReachThePlanInMemory() {
    try (Snapshots snapshots = snapshots()) {
      assertThat(snapshot(snapshots).stored().grids().get(0).name()).isEqualTo("Grid 0");

      otherProgramRuns("UPDATE unit_version SET name = 'Other' WHERE code = 'G00000'");

      assertThat(snapshot(snapshots).stored().grids().get(0).name()).isEqualTo("Other");
    }
  }

  @Test
  void aUnitWhoseAttributesCannotBeReadIsServedWithoutAndNamed() {
    otherProgramRuns(
        "UPDATE unit_version SET attributes = "
            + unreadableAttributes()
            + " WHERE code = 'G00001'");

    try (Snapshots snapshots = snapshots()) {
      Plan plan = snapshot(snapshots).stored();
      assertThat(plan.grids()).hasSize(3);
      assertThat(plan.grids().get(1).attributes()).isEmpty();
      assertThat(plan.grids().get(2).attributes()).isNotEmpty();
    }
    assertThat(store.rows().unreadable().toString()).contains("G00001", "attributes");
    assertThat(store.layers().units(1, TestPlans.THEME.gridLevel()).read(LayerQuery.ALL).rows())
        .hasSize(3);
  }

  @Test
  void aUnitThatBelongsToNoneIsLeftOutAndNamed() {
    otherProgramRuns("UPDATE unit_version SET parent = 'nowhere' WHERE code = 'G00001'");

    try (Snapshots snapshots = snapshots()) {
      assertThat(snapshot(snapshots).stored().grids()).hasSize(2);
    }
    assertThat(store.rows().unreadable().toString()).contains("grid G00001", "\"nowhere\"");
  }

  @Test
  void departmentsThatCannotBeReadAreLeftOut() {
    otherProgramRuns("UPDATE department SET categories = " + unreadableAttributes());

    assertThat(store.directory().departments()).isEmpty();
    assertThat(store.rows().unreadable().toString()).contains("department", "categories");
  }

  @Test
  void anOpenStoreHasNothingUnreadable() {
    assertThat(store.rows().unreadable()).isEmpty();
    try (Stream<RosterEntry> all = store.roster().entries("beats", null)) {
      assertThat(all).hasSize(1);
    }
  }
}

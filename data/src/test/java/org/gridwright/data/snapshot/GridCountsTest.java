package org.gridwright.data.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore.Query;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.store.geopackage.TempGeoPackage;
import org.junit.jupiter.api.Test;

/** Counts follow what is written. */
class GridCountsTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);
  private static final Query OPEN = new Query(null, null, null, "open", null);

  @Test
  void newAndReplacedIncidentsAreAddedToTheCounts() {
    try (TempGeoPackage file = TempGeoPackage.open()) {
      Store store = file.store();
      PlanSnapshot plan = threeGrids(store);
      GridCounts counts = new GridCounts(store);
      put(store, incident("a", 5, "open"), incident("b", 15, "open"), incident("c", 99, "open"));
      assertThat(counts.incidents(plan, OPEN).byUnit(1)).containsExactly(1, 1, 0);

      put(store, incident("d", 25, "open"), incident("b", 6, "open"), incident("a", 5, "closed"));

      PlaceCounts after = counts.incidents(plan, OPEN);
      assertThat(after.byUnit(1)).containsExactly(1, 0, 1);
      assertThat(after.outside()).isEqualTo(1);
      assertThat(after.total()).isEqualTo(3);
      assertThat(counts.incidents(plan, OPEN)).as("nothing changed").isSameAs(after);
      assertThat(counts.incidents(plan, Query.ALL).total()).isEqualTo(4);
    }
  }

  @Test
  void addressesAreCountedAnew() {
    try (TempGeoPackage file = TempGeoPackage.open()) {
      Store store = file.store();
      PlanSnapshot plan = threeGrids(store);
      GridCounts counts = new GridCounts(store);
      assertThat(counts.addresses(plan).total()).isZero();

      store.addresses().put(List.of(new Address("1", "1 Main", new LatticePoint(5, 5))).iterator());

      assertThat(counts.addresses(plan).byUnit(1)).containsExactly(1, 0, 0);
    }
  }

  private static PlanSnapshot threeGrids(Store store) {
    store.themes().ensure(TestPlans.THEME);
    long draft = store.plans().createDraft(TestPlans.row(3), Actor.named("ann"), "").id();
    store.plans().publish(draft, LocalDate.of(2025, 1, 1), null);
    try (Snapshots snapshots =
        new Snapshots(
            store,
            new PackedLocators(),
            Clock.fixed(NOON.toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
            Snapshots.DEFAULT_BUDGET_VERTICES)) {
      snapshots.refresh();
      return snapshots.current(TestPlans.THEME.id()).orElseThrow();
    }
  }

  private static void put(Store store, Incident... incidents) {
    store.incidents().put(List.of(incidents).iterator());
  }

  private static Incident incident(String id, int x, String status) {
    return new Incident(id, new LatticePoint(x, 5), NOON, "noise", "app", status, null, null);
  }
}

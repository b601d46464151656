package org.gridwright.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Facility;
import org.gridwright.data.store.Rosters;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row of grids in a store, and what the store knows of the city. */
class PlanCheckTest {

  private static final Plan ROW = TestPlans.row(4);
  private static final String THEME = TestPlans.THEME.id();

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Stores.open(folder.resolve("city.gpkg").toString());
    store.themes().ensure(TestPlans.THEME);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Acceptances.Verdicts check() {
    return new PlanCheck(store).check(ROW, null);
  }

  private static String grid(int i) {
    return ROW.grids().get(i).code();
  }

  @Test
  void aCityOfWhichNothingIsKnownHasNothingToFind() {
    assertThat(check().open()).isEmpty();
  }

  @Test
  void addressesOfficersAndFacilitiesAreReadFromTheStore() {
    store
        .addresses()
        .put(List.of(new Address("a", "Far away 1", new LatticePoint(9_000, 9_000))).iterator());
    Rosters.assign(store, "o", "full-time", THEME, grid(0));
    store
        .directory()
        .putFacilities(
            List.of(new Facility("h", "hydrant", "H 1", new LatticePoint(9_000_000, 0))));
    store
        .review()
        .setRules(
            THEME,
            RuleSet.STANDARD.with(
                Rule.named("facility-reach:hydrant", true, Map.of("metres", 100.0))));
    List<Finding> found = check().open();
    assertThat(found).filteredOn(it -> it.kind() == Kind.ADDRESS_OUTSIDE).hasSize(1);
    assertThat(found).filteredOn(it -> it.kind() == Kind.FACILITY_REACH).hasSize(4);
    assertThat(found)
        .filteredOn(it -> it.kind() == Kind.GRID_WITHOUT_OFFICER)
        .extracting(it -> it.units().get(0))
        .containsExactly(grid(1), grid(2), grid(3));
  }

  @Test
  void officersCountOnTheDayOfTheCheck() {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    LocalDate later = today.plusDays(10);
    Rosters.assign(store, new Assignment("a", THEME, grid(0), "officer", null, today));
    Rosters.assign(store, new Assignment("b", THEME, grid(1), "officer", today, later));
    Rosters.assign(store, new Assignment("c", THEME, grid(2), "officer", later, null));
    PlanCheck check = new PlanCheck(store);
    assertThat(without(check)).containsExactly(grid(0), grid(2), grid(3));
    assertThat(without(check.since(later))).containsExactly(grid(0), grid(1), grid(3));
    assertThat(without(check.since(today.minusDays(1)))).containsExactlyElementsOf(without(check));
  }

  private static List<String> without(PlanCheck check) {
    return check.check(ROW, null).open().stream()
        .filter(it -> it.kind() == Kind.GRID_WITHOUT_OFFICER)
        .map(it -> it.units().get(0))
        .toList();
  }

  @Test
  void whatWasAcceptedIsToldFromWhatIsOpen() {
    Rosters.assign(store, "o", "full-time", THEME, grid(0));
    Finding first = check().open().get(0);
    AcceptedFinding accepted =
        AcceptedFinding.of(first, "a park", "Li", Instant.parse("2024-01-01T00:00:00Z"));
    store.review().accept(THEME, null, List.of(accepted));
    Acceptances.Verdicts outcome = check();
    assertThat(outcome.open()).hasSize(2);
    assertThat(outcome.accepted()).extracting(Acceptances.Pair::finding).containsExactly(first);
  }
}

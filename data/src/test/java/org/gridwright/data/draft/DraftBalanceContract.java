package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.balance.LevelAmounts;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.RecodeEdit;
import org.gridwright.core.edit.RenameEdit;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the units of a draft have is followed from edit to edit; after each it is what the exported
 * units say, and what places and outlines come to when all of them are looked at.
 */
abstract class DraftBalanceContract {

  private static final Measure HOUSEHOLDS = new Measure("households");
  private static final int STEPS = SeededRuns.of(25);

  private DemoCity city;
  private long draft;

  /** The address of a new and empty store; the same within one test. */
  abstract String address();

  @BeforeEach
  void begin() {
    city = DemoCity.generate(new DemoOptions(40, 5, 2_000, 300));
    try (Store store = Stores.open(address())) {
      Plan start = city.plan();
      store.themes().ensure(start.theme());
      store.addresses().put(city.addresses().iterator());
      store.incidents().put(city.incidents().iterator());
      long first = store.plans().createDraft(start, Actor.named("ann"), "first").id();
      PlanInfo published = store.plans().publish(first, LocalDate.of(2024, 1, 1), null).plan();
      About about = new About("Spring", "", Actor.named("ann"));
      draft = new DraftDesk(store).create(start.theme().id(), published.id(), about).info().id();
    }
  }

  @Test
  void amountsFollowEachEdit() {
    try (RandomPlanner planner = new RandomPlanner(address(), draft, 7)) {
      assertAgrees(planner);
      for (int made = 0; made < STEPS; ) {
        try {
          planner.step();
        } catch (ChangeRefusedException | ConflictException refused) {
          continue;
        }
        made++;
        assertAgrees(planner);
      }
    }
  }

  @Test
  void newAddressesAndIncidentsAreCounted() {
    try (RandomPlanner planner = new RandomPlanner(address(), draft, 7)) {
      BigDecimal before = balance(planner, Measure.ADDRESSES, 0).total();
      LatticePoint at = LatticeJts.inside(planner.state().plan().grids().get(3).drawnArea());
      planner.store().addresses().put(List.of(new Address("new", "new", at)).iterator());
      assertThat(balance(planner, Measure.ADDRESSES, 0).total())
          .isEqualByComparingTo(before.add(BigDecimal.ONE));
      BigDecimal incidents = balance(planner, Measure.INCIDENTS, 0).total();
      planner
          .store()
          .incidents()
          .put(city.incidents().limit(1).map(it -> moved(it, at)).iterator());
      assertThat(balance(planner, Measure.INCIDENTS, 0).total())
          .isEqualByComparingTo(incidents.add(BigDecimal.ONE));
    }
  }

  @Test
  void whatPublishingChangesIsCountedOnce() {
    try (Store store = Stores.open(address())) {
      DraftDesk desk = new DraftDesk(store);
      List<Unit> grids = city.plan().grids();
      int depth = city.theme().gridLevel().depth();
      BigDecimal before = desk.balances().of(desk.open(draft), HOUSEHOLDS, depth).total();
      assertThat(desk.balances().summary(desk.open(draft)).levels())
          .allSatisfy(level -> assertThat(changed(level)).isZero());
      apply(
          desk,
          new RecodeEdit(depth, grids.get(0).code(), grids.get(0).code().substring(0, 12) + "999"));
      apply(desk, new RenameEdit(depth, grids.get(1).code(), "Another", Map.of()));
      DraftSummary summary = desk.balances().summary(desk.open(draft));
      LevelChanges finest = summary.levels().get(depth);
      assertThat(finest.relabelled()).as("a new code is no new grid").isEqualTo(2);
      assertThat(changed(finest)).isEqualTo(2);
      assertThat(summary.totals().get(0).before()).isEqualByComparingTo(before);
      assertThat(summary.totals().get(0).after()).isEqualByComparingTo(before);
      assertThat(summary.levels().subList(0, depth))
          .allSatisfy(level -> assertThat(changed(level)).isZero());
    }
  }

  private void apply(DraftDesk desk, Edit edit) {
    desk.apply(draft, desk.open(draft).version(), PlanEdit.of(edit), TestEdits.note(edit.kind()));
  }

  private static int changed(LevelChanges level) {
    return level.added() + level.removed() + level.redrawn() + level.relabelled();
  }

  private static Incident moved(Incident incident, LatticePoint place) {
    return new Incident(
        "new",
        place,
        incident.occurred(),
        incident.category(),
        incident.channel(),
        incident.status(),
        null,
        null);
  }

  private void assertAgrees(RandomPlanner planner) {
    DraftState state = planner.state();
    Plan told = state.told();
    Locator locator = JtsLocator.of(told);
    for (int depth = 0; depth < told.theme().levels().size(); depth++) {
      assertTold(planner, told, depth);
      assertCounted(
          balance(planner, Measure.ADDRESSES, depth),
          counts(told, locator, city.addresses().map(Address::place).iterator(), depth));
      assertCounted(
          balance(planner, Measure.INCIDENTS, depth),
          counts(told, locator, city.incidents().map(Incident::place).iterator(), depth));
      assertGround(balance(planner, Measure.AREA, depth).amounts());
    }
  }

  private static PlanBalance balance(RandomPlanner planner, Measure measure, int depth) {
    return planner.desk().balances().of(planner.state(), measure, depth);
  }

  private static void assertTold(RandomPlanner planner, Plan told, int depth) {
    PlanBalance balance = balance(planner, HOUSEHOLDS, depth);
    LevelAmounts amounts = balance.amounts();
    BigDecimal total = BigDecimal.ZERO;
    assertThat(amounts.size()).isEqualTo(told.units(depth).size());
    for (int i = 0; i < amounts.size(); i++) {
      Unit unit = told.units(depth).get(i);
      UnitAmount amount = amounts.amount(i);
      Optional<BigDecimal> says =
          Optional.ofNullable(unit.attributes().get("households")).map(BigDecimal::new);
      assertThat(amount.value()).as("%s", unit.code()).isEqualTo(says);
      if (says.isPresent()) {
        total = total.add(says.get());
        assertThat(amount.basis())
            .isEqualTo(unit.attributes().getOrDefault("households_basis", "counted"));
      }
    }
    assertThat(balance.total()).isEqualByComparingTo(total);
  }

  private static long[] counts(
      Plan plan, Locator locator, Iterator<LatticePoint> places, int depth) {
    int[] ancestors = plan.ancestorsOfGrids(depth);
    long[] counts = new long[plan.units(depth).size()];
    while (places.hasNext()) {
      LatticePoint place = places.next();
      int owner = locator.owner(place.x(), place.y());
      if (owner != Locator.NOBODY) {
        counts[ancestors[owner - 1]]++;
      }
    }
    return counts;
  }

  private static void assertCounted(PlanBalance balance, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      assertThat(balance.amounts().amount(i)).isEqualTo(UnitAmount.counted(counts[i]));
    }
  }

  private static void assertGround(LevelAmounts amounts) {
    for (int i = 0; i < amounts.size(); i++) {
      double squareMetres = Geodesy.squareMetres(amounts.unit(i).drawnArea());
      BigDecimal known = amounts.amount(i).value().orElseThrow();
      assertThat(known.setScale(0, RoundingMode.HALF_UP).doubleValue())
          .isCloseTo(squareMetres, within(1 + squareMetres * 1e-4));
    }
  }
}

package org.gridwright.data.draft;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.locate.PatchedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo.Counts;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Long random work on one draft by several planners: what each of them sees, what lies in the
 * store, and what the history says, is the same at any moment, whoever is killed.
 */
abstract class RandomDraftContract {

  private static final int STEPS = SeededRuns.of(70);
  private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
  private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

  private Plan start;
  private long draft;

  /** The address of a new and empty store; the same within one test. */
  abstract String address();

  @BeforeEach
  void begin() {
    start = DemoCity.generate(DemoOptions.of(40, 5)).plan();
    try (Store store = Stores.open(address())) {
      store.themes().ensure(start.theme());
      long first = store.plans().createDraft(start, Actor.named("ann"), "first").id();
      PlanInfo published = store.plans().publish(first, JANUARY, null).plan();
      About about = new About("Spring", "", Actor.named("ann"));
      draft = new DraftDesk(store).create(start.theme().id(), published.id(), about).info().id();
    }
  }

  @Test
  void memoryStoreAndHistoryAgreeWhoeverEditsAndRestarts() {
    Random random = new Random(11);
    RandomPlanner[] planners = {
      new RandomPlanner(address(), draft, 1), new RandomPlanner(address(), draft, 2)
    };
    Plan model = start;
    Deque<Plan> applied = new ArrayDeque<>();
    Deque<Plan> undone = new ArrayDeque<>();
    for (int made = 0; made < STEPS; ) {
      int who = random.nextInt(2);
      Edited edited;
      try {
        edited = planners[who].step();
      } catch (ChangeRefusedException | ConflictException refused) {
        assertThat(planners[who].state().version()).isEqualTo(made + 1L);
        continue;
      }
      made++;
      Plan before = model;
      model = model.with(edited.change());
      int height = applied.size() - edited.state().info().head();
      if (height > 0) {
        undone.push(before);
        assertSame(model, applied.pop());
      } else if (isRedo(edited, undone, model)) {
        applied.push(before);
        undone.pop();
      } else {
        applied.push(before);
        undone.clear();
      }
      assertSame(edited.state().plan(), model);
      assertCounted(edited.state().info().units(), model);
      assertSame(planners[1 - who].state().plan(), model);
      if (random.nextInt(10) == 0) {
        planners[who].close();
        planners[who] = new RandomPlanner(address(), draft, 100 + made);
        assertSame(planners[who].state().plan(), model);
        assertHistoryLeadsTo(model, planners[who].store());
      }
    }
    undoAndRedoAll(planners[0].desk(), model);
    publish(planners[1], model);
    planners[0].close();
    planners[1].close();
  }

  @Test
  void plannersThatAreKilledLoseNothingThatTheyWereToldOf() throws Exception {
    for (int seed = 0; seed < 3; seed++) {
      String[] said =
          KilledPlanner.runAndKill(
                  RandomPlanner.class,
                  4 + 5 * seed,
                  address(),
                  Long.toString(draft),
                  Integer.toString(seed))
              .split(" ", -1);
      try (Store store = Stores.open(address())) {
        DraftState left = new DraftDesk(store).open(draft);
        long acknowledged = Long.parseLong(said[0]);
        assertThat(left.version()).isGreaterThanOrEqualTo(acknowledged);
        Plan told = left.plan();
        var since = store.drafts().since(draft, acknowledged);
        for (int i = since.size() - 1; i >= 0; i--) {
          told = told.with(since.get(i).reversed());
        }
        assertThat(RandomPlanner.digest(told)).isEqualTo(said[1]);
        assertHistoryLeadsTo(left.plan(), store);
        assertThat(CoverageCheck.standard().check(left.plan()))
            .extracting(Finding::severity)
            .doesNotContain(Severity.BLOCKING);
      }
    }
  }

  /** A redo raises the head as an edit does; it leads to the plan that was undone last. */
  private static boolean isRedo(Edited edited, Deque<Plan> undone, Plan model) {
    return !undone.isEmpty()
        && edited.state().info().redo() == null == (undone.size() == 1)
        && RandomPlanner.digest(undone.peek()).equals(RandomPlanner.digest(model));
  }

  private void assertHistoryLeadsTo(Plan model, Store store) {
    Plan replayed = start;
    for (PlanChange change : store.drafts().since(draft, 1)) {
      replayed = replayed.with(change);
    }
    assertSame(replayed, model);
  }

  private void undoAndRedoAll(DraftDesk desk, Plan model) {
    int head = desk.open(draft).info().head();
    for (int i = 0; i < head; i++) {
      desk.undo(draft, desk.open(draft).version(), Actor.named("ann"));
    }
    assertSame(desk.open(draft).plan(), start);
    for (int i = 0; i < head; i++) {
      desk.redo(draft, desk.open(draft).version(), Actor.named("ann"));
    }
    assertSame(desk.open(draft).plan(), model);
  }

  private void publish(RandomPlanner planner, Plan model) {
    DraftState last = planner.state();
    PlanInfo plan = planner.desk().publish(draft, last.version(), JUNE, null, Actor.named("ann"));
    try (Store store = Stores.open(address())) {
      Plan published = store.plans().load(plan.id());
      assertSame(published, model);
      assertSame(store.plans().load(requireNonNull(last.info().base()).id()), start);
      assertLookupsAgree(published);
    }
  }

  /** The locator of the plan, the patched one of the plan before, and raw rings. */
  private void assertLookupsAgree(Plan plan) {
    PackedLocator before = PackedLocator.of(start);
    Locator packed = PackedLocator.of(plan);
    Optional<Locator> patched = PatchedLocator.of(start, before, plan);
    Locator raw = JtsLocator.of(plan);
    for (Unit grid : plan.grids()) {
      LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
      for (int i = 0; i < ring.size(); i++) {
        for (int step = -1; step <= 1; step++) {
          int owner = raw.owner(ring.x(i) + step, ring.y(i));
          assertThat(packed.owner(ring.x(i) + step, ring.y(i))).isEqualTo(owner);
          int at = i;
          int aside = step;
          patched.ifPresent(
              it -> assertThat(it.owner(ring.x(at) + aside, ring.y(at))).isEqualTo(owner));
        }
      }
    }
  }

  private void assertCounted(Counts counted, Plan model) {
    List<UnitChange> units = PlanChange.between(start, model).units();
    long added = units.stream().filter(unit -> unit.before() == null).count();
    long removed = units.stream().filter(unit -> unit.after() == null).count();
    int grids = start.theme().gridLevel().depth();
    long following =
        units.stream()
            .filter(unit -> unit.depth() < grids)
            .filter(RandomDraftContract::follows)
            .count();
    assertThat(counted)
        .isEqualTo(new Counts(units.size() - added - removed - following, added, removed));
  }

  /** Whether only the outline of an upper unit is another. */
  private static boolean follows(UnitChange change) {
    Unit was = change.before();
    Unit is = change.after();
    return was != null
        && is != null
        && was.area() != null
        && is.area() != null
        && !was.area().equals(is.area())
        && was.withArea(is.area()).equals(is);
  }

  private static void assertSame(Plan actual, Plan expected) {
    for (int depth = 0; depth < expected.theme().levels().size(); depth++) {
      assertThat(actual.units(depth)).isEqualTo(expected.units(depth));
    }
    assertThat(actual.voids()).isEqualTo(expected.voids());
  }
}

package org.gridwright.data.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.locate.PatchedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.PlanEdit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.store.geopackage.TempGeoPackage;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final String THEME = TestPlans.THEME.id();
  private static final LatticePoint MOVED = new LatticePoint(18, 5);

  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  void aPublishedPlanAnswersAtOnceAndItsOwnLocatorFollows() {
    try (TempGeoPackage file = TempGeoPackage.open();
        Snapshots snapshots =
            new Snapshots(file.store(), new Gated(), Clock.systemUTC(), 1_000_000)) {
      Store store = file.store();
      store.themes().ensure(TestPlans.THEME);
      publishFirst(store);
      snapshots.refresh();
      PlanSnapshot before = snapshots.current(THEME).orElseThrow();
      AtomicReference<Plan> published = new AtomicReference<>();
      DraftDesk desk =
          new DraftDesk(
              store,
              snapshots::plan,
              snapshots::locator,
              (info, plan) -> {
                published.set(plan);
                snapshots.takeIn(info, plan);
              });

      long draft = desk.create(THEME, null, new About("", "", Actor.named("ann"))).info().id();
      desk.apply(draft, 1, borderAt(17), new RevisionNote("reshape", "{}", Actor.named("ann"), ""));
      desk.publish(draft, 2, LocalDate.of(2024, 2, 1), null, Actor.named("ann"));

      PlanSnapshot now = snapshots.current(THEME).orElseThrow();
      assertThat(now.plan()).as("is not read again").isSameAs(published.get());
      assertThat(now.locator()).isInstanceOf(PatchedLocator.class);
      assertThat(now.gridAt(MOVED)).map(Unit::code).contains("G00002");
      assertThat(before.gridAt(MOVED)).map(Unit::code).contains("G00001");

      gate.countDown();
      snapshots.awaitBuilt();

      assertThat(now.locator()).isInstanceOf(PackedLocator.class);
      assertThat(now.gridAt(MOVED)).map(Unit::code).contains("G00002");
    }
  }

  private static void publishFirst(Store store) {
    long first = store.plans().createDraft(TestPlans.row(40), Actor.named("ann"), "").id();
    store.plans().publish(first, LocalDate.of(2024, 1, 1), null);
  }

  /** Moves the border between the grids 1 and 2 from 20 to x. */
  private static PlanEdit borderAt(int x) {
    return on -> {
      Unit west = on.plan().unit(1, "G00001").orElseThrow();
      Unit east = on.plan().unit(1, "G00002").orElseThrow();
      return PlanChange.between(
          on.plan(),
          TestPlans.with(
              on.plan(),
              west.withArea(TestPlans.square(10, 0, x, 10)),
              east.withArea(TestPlans.square(x, 0, 30, 10))));
    };
  }

  /** Builds the first locator at once, and others once the gate is open. */
  private final class Gated implements LocatorFactory {

    private final LocatorFactory packed = new PackedLocators();
    private boolean first = true;

    @Override
    public synchronized Locator of(Plan plan) {
      if (!first) {
        awaitGate();
      }
      first = false;
      return packed.of(plan);
    }

    @Override
    public Optional<Locator> after(Plan before, Locator locator, Plan plan) {
      return packed.after(before, locator, plan);
    }

    private void awaitGate() {
      try {
        gate.await();
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
  }
}

package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftRevision;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits of many planners at one draft at the same time, on every store. */
abstract class ManyPlannersContract {

  private static final int PLANNERS = 8;
  private static final int EDITS = 12;

  Store store;
  DraftDesk desk;
  Plan base;
  long id;

  /** The address of a new and empty store; the same within one test. */
  abstract String address();

  @BeforeEach
  void open() {
    store = Stores.open(address());
    store.themes().ensure(TestPlans.THEME);
    desk = new DraftDesk(store);
    base = TestPlans.row(2 * PLANNERS);
    long first = store.plans().createDraft(base, Actor.named("ann"), "first").id();
    long plan = store.plans().publish(first, LocalDate.of(2024, 1, 1), null).plan().id();
    id = desk.create("beats", plan, new About("Spring", "", Actor.named("ann"))).info().id();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void editsOnGroundOfTheirOwnAreAllMadeEachUnderItsOwnVersion() throws Exception {
    List<Long> versions = new ArrayList<>();
    for (List<Long> each : together(this::bordersOfOnesOwn)) {
      versions.addAll(each);
    }

    int edits = PLANNERS * EDITS;
    assertThat(new HashSet<>(versions)).hasSize(edits).doesNotContain(1L);
    assertThat(desk.open(id).version()).isEqualTo(edits + 1);
    assertThat(desk.history(id))
        .extracting(DraftRevision::position)
        .containsExactlyElementsOf(positions(edits));
    requireSound();
  }

  @Test
  void ofEditsThatMeetOneIsMadeAndTheOthersAreLeftUntouched() throws Exception {
    List<Boolean> same =
        together(
            planner -> {
              boolean meets = planner % 2 == 0;
              PlanEdit edit =
                  meets
                      ? TestEdits.rename("G00000", "by " + planner)
                      : TestEdits.border(2 * planner, 20 * planner + 13);
              try {
                desk.apply(id, 1, edit, note(planner));
                return true;
              } catch (ConflictException conflict) {
                assertThat(meets).isTrue();
                assertThat(conflict.codes()).containsExactly("G00000");
                return false;
              }
            });

    int made = PLANNERS / 2 + 1;
    assertThat(same.stream().filter(each -> each)).hasSize(made);
    assertThat(desk.history(id)).hasSize(made);
    requireSound();
  }

  @Test
  void whatIsUndoneAndReadMeanwhileFollowsTheSameOrder() throws Exception {
    for (int round = 0; round < SeededRuns.of(1); round++) {
      long seed = round;
      together(planner -> planner == 0 ? undoes(seed) : bordersOfOnesOwn(planner));
    }

    requireSound();
  }

  private Object undoes(long seed) {
    Random random = new Random(seed);
    long seen = 1;
    for (int i = 0; i < EDITS; i++) {
      DraftState now = desk.open(id);
      assertThat(now.version()).isGreaterThanOrEqualTo(seen);
      assertThat(now.findings()).isEmpty();
      seen = now.version();
      try {
        if (random.nextBoolean()) {
          desk.undo(id, seen, Actor.named("bob"));
        } else {
          desk.describe(id, "Spring " + i, "");
        }
      } catch (ChangeRefusedException | ConflictException moved) {
        assertThat(moved).isNotNull();
      }
    }
    return seen;
  }

  /** The version of each edit. */
  private List<Long> bordersOfOnesOwn(int planner) {
    List<Long> versions = new ArrayList<>();
    long version = 1;
    for (int i = 0; i < EDITS; i++) {
      PlanEdit edit = TestEdits.border(2 * planner, 20 * planner + 5 + i % 9);
      try {
        version = desk.apply(id, version, edit, note(planner)).state().version();
        versions.add(version);
      } catch (ConflictException undone) {
        version = undone.version();
      }
    }
    return versions;
  }

  /** That the draft is the one that its steps lead to, here and to whoever reads it anew. */
  private void requireSound() {
    Plan replayed = base;
    for (PlanChange change : store.drafts().since(id, 1)) {
      replayed = replayed.with(change);
    }
    DraftState here = desk.open(id);
    DraftState anew = new DraftDesk(store).open(id);
    assertThat(here.info()).isEqualTo(anew.info());
    assertThat(TestPlans.all(here.plan())).isEqualTo(TestPlans.all(replayed));
    assertThat(TestPlans.all(anew.plan())).isEqualTo(TestPlans.all(replayed));
    assertThat(here.findings()).isEmpty();
    assertThat(anew.findings()).isEmpty();
  }

  private static RevisionNote note(int planner) {
    return new RevisionNote("reshape", "{}", Actor.named("planner-" + planner), "");
  }

  private static List<Integer> positions(int edits) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 1; i <= edits; i++) {
      positions.add(i);
    }
    return positions;
  }

  /** What planners do, who begin at the same moment. */
  private static <T> List<T> together(Work<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(PLANNERS);
    ExecutorService threads = Executors.newFixedThreadPool(PLANNERS);
    try {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < PLANNERS; i++) {
        int planner = i;
        all.add(
            () -> {
              start.await();
              return work.of(planner);
            });
      }
      List<T> done = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(all)) {
        done.add(each.get());
      }
      return done;
    } finally {
      threads.shutdown();
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T of(int planner);
  }
}

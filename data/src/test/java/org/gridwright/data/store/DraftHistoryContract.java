package org.gridwright.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.plan.VoidChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftInfo.Counts;
import org.gridwright.data.model.DraftInfo.Step;
import org.gridwright.data.model.DraftRevision;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.PlanStore.Published;
import org.junit.jupiter.api.Test;

/** Edits of drafts, and undoing and redoing them. */
public abstract class DraftHistoryContract extends IncidentContract {

  protected static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
  protected static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

  protected static final About ABOUT = new About("Spring", "new beats", Actor.named("ann"));
  protected static final DeclaredVoid LAKE =
      new DeclaredVoid("Lake", DeclaredVoid.Kind.WATER, TestPlans.square(3, 3, 6, 6));

  protected Published publish(Plan plan, LocalDate effective) {
    store.themes().ensure(plan.theme());
    PlanInfo draft = store.plans().createDraft(plan, Actor.named("ann"), "because");
    return store.plans().publish(draft.id(), effective, null);
  }

  @Test
  void anEditIsStoredWithItsHistory() {
    Plan plan = TestPlans.row(4);
    long id = draftOf(plan);
    PlanChange change =
        new PlanChange(
            List.of(
                renamed(plan, "G00001", "renamed"),
                UnitChange.removed(grid(plan, "G00003")),
                UnitChange.added(TestPlans.grid("G00009", "new", TestPlans.square(30, 0, 40, 10)))),
            List.of(new VoidChange(null, LAKE)),
            List.of(new Lineage(1, List.of("G00003"), List.of("G00009"))));

    DraftInfo draft = append(id, 1, change, note("recode", "ann"));

    assertThat(draft.version()).isEqualTo(2);
    assertThat(draft.head()).isEqualTo(1);
    assertThat(draft.undo()).isEqualTo(new Step("recode", "why recode"));
    assertThat(draft.units()).isEqualTo(new Counts(1, 1, 1));
    assertThat(draft.updated()).isAfterOrEqualTo(draft.created());
    assertSame(store.plans().load(id), plan.with(change));
    assertSame(plan.with(store.drafts().difference(id).from(plan)), plan.with(change));
    assertThat(store.drafts().since(id, 1)).containsExactly(change);
    assertThat(store.drafts().history(id))
        .singleElement()
        .satisfies(
            revision -> {
              assertThat(revision.position()).isEqualTo(1);
              assertThat(revision.note()).isEqualTo(note("recode", "ann"));
              assertThat(revision.applied()).isTrue();
              assertThat(revision.units()).containsExactly("G00001", "G00003", "G00009");
            });
  }

  @Test
  void whatIsAsInTheBaseAgainIsNoDifference() {
    Plan plan = TestPlans.row(4);
    long id = draftOf(plan);
    PlanChange away =
        PlanChange.ofUnits(
            List.of(renamed(plan, "G00001", "renamed"), UnitChange.removed(grid(plan, "G00002"))),
            List.of());
    append(id, 1, away, note("one", "ann"));

    DraftInfo draft = append(id, 2, away.reversed(), note("back", "ann"));

    assertThat(draft.units()).isEqualTo(new Counts(0, 0, 0));
    Published published = store.plans().publish(id, JUNE, null);
    assertThat(published.rowsAdded() + published.rowsEnded()).isZero();
  }

  @Test
  void anOutlineThatBeginsElsewhereIsNoDifference() {
    Plan plan = TestPlans.row(4);
    long id = draftOf(plan);
    Unit grid = grid(plan, "G00001");
    int[] xy = grid.drawnArea().polygons().get(0).shell().toArray();
    int[] turned = new int[xy.length];
    System.arraycopy(xy, 2, turned, 0, xy.length - 2);
    System.arraycopy(xy, 2, turned, xy.length - 2, 2);
    Unit same = grid.withArea(LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(turned))));

    DraftInfo draft =
        append(
            id,
            1,
            PlanChange.ofUnits(List.of(new UnitChange(grid, same)), List.of()),
            note("turn", "ann"));

    assertThat(draft.units()).isEqualTo(new Counts(0, 0, 0));
  }

  @Test
  void undoAndRedoMoveThroughTheHistory() {
    Plan plan = TestPlans.row(3);
    long id = draftOf(plan);
    Plan one = rename(id, 1, plan, "G00000", "one");
    Plan two = rename(id, 2, one, "G00000", "two");

    DraftStore.Stepped undone = store.drafts().undo(id, 3, Actor.named("bob")).orElseThrow();

    assertThat(undone.kind()).isEqualTo("rename");
    assertSame(two.with(undone.change()), one);
    assertThat(undone.draft().version()).isEqualTo(4);
    assertThat(undone.draft().redo()).isEqualTo(new Step("rename", "why rename"));
    assertSame(store.plans().load(id), one);
    assertThat(store.drafts().redo(id, 4, Actor.named("bob"))).isPresent();
    assertSame(store.plans().load(id), two);
    assertThat(store.drafts().redo(id, 5, Actor.named("bob"))).isEmpty();
    assertThat(store.drafts().versions(id).draft()).as("nothing was redone").isEqualTo(5);
    assertThat(store.drafts().undo(id, 5, Actor.named("bob"))).isPresent();
    assertThat(store.drafts().undo(id, 6, Actor.named("bob"))).isPresent();
    assertThat(store.drafts().undo(id, 7, Actor.named("bob"))).isEmpty();
    assertSame(store.plans().load(id), plan);
    assertThat(store.drafts().history(id))
        .extracting(DraftRevision::applied)
        .containsExactly(false, false);
  }

  @Test
  void anEditAfterUndoingDropsWhatWasUndone() {
    Plan plan = TestPlans.row(3);
    long id = draftOf(plan);
    Plan one = rename(id, 1, plan, "G00000", "one");
    rename(id, 2, one, "G00001", "two");
    assertThat(store.drafts().undo(id, 3, Actor.named("ann"))).isPresent();

    Plan three = rename(id, 4, one, "G00002", "three");

    assertThat(store.drafts().redo(id, 5, Actor.named("ann"))).isEmpty();
    assertThat(store.drafts().history(id)).hasSize(2);
    assertSame(store.plans().load(id), three);
    assertThat(store.drafts().since(id, 2))
        .as("dropped ones still lead from version to version")
        .hasSize(3);
    Plan replayed = one;
    for (PlanChange change : store.drafts().since(id, 2)) {
      replayed = replayed.with(change);
    }
    assertSame(replayed, three);
  }

  @Test
  void anotherVersionIsRefused() {
    Plan plan = TestPlans.row(3);
    long id = draftOf(plan);
    rename(id, 1, plan, "G00000", "one");
    PlanChange change = PlanChange.ofUnits(List.of(renamed(plan, "G00001", "late")), List.of());

    assertThatThrownBy(() -> append(id, 1, change, note("rename", "bob")))
        .isInstanceOf(StaleDraftException.class)
        .hasMessageContaining("no longer at version 1");
    assertThatThrownBy(() -> store.drafts().undo(id, 1, Actor.named("bob")))
        .isInstanceOf(StaleDraftException.class);
    assertThatThrownBy(() -> store.drafts().touch(id, 1)).isInstanceOf(StaleDraftException.class);
    assertThat(store.drafts().versions(id).draft()).isEqualTo(2);
    assertThat(store.drafts().history(id)).hasSize(1);
  }

  /** Random edits, undos and redos: the store always holds what memory holds. */
  @Test
  void storeAndMemoryAgreeAfterRandomSteps() {
    Random random = new Random(7);
    Plan base = withVoids(TestPlans.row(12), LAKE);
    long id = draftOf(base);
    List<Plan> states = new ArrayList<>(List.of(base));
    int head = 0;
    for (int step = 1; step <= 40; step++) {
      Plan now = states.get(head);
      int what = random.nextInt(4);
      if (what == 0 && head > 0) {
        assertThat(store.drafts().undo(id, step, Actor.named("ann"))).isPresent();
        head--;
      } else if (what == 1 && head + 1 < states.size()) {
        assertThat(store.drafts().redo(id, step, Actor.named("ann"))).isPresent();
        head++;
      } else {
        PlanChange change = randomChange(now, random, step);
        append(id, step, change, note("edit", "ann"));
        states.subList(head + 1, states.size()).clear();
        states.add(now.with(change));
        head++;
      }
      assertSame(store.plans().load(id), states.get(head));
    }
    assertSame(base.with(store.drafts().difference(id).from(base)), states.get(head));
  }

  private static PlanChange randomChange(Plan plan, Random random, int step) {
    List<UnitChange> units = new ArrayList<>();
    for (Unit grid : plan.grids()) {
      switch (random.nextInt(8)) {
        case 0 -> units.add(renamed(plan, grid.code(), "step " + step));
        case 1 -> units.add(UnitChange.removed(grid));
        default -> {}
      }
    }
    for (Unit upper : plan.units(0)) {
      LatticeMultiPolygon outline = TestPlans.square(0, 0, 120 + 10 * random.nextInt(2), 10);
      switch (random.nextInt(6)) {
        case 0 ->
            units.add(new UnitChange(upper, upper.withAttributes(Map.of("odd", "" + step % 2))));
        case 1, 2 -> units.add(new UnitChange(upper, upper.withArea(outline)));
        default -> {}
      }
    }
    String code = "G%05d".formatted(random.nextInt(12));
    if (plan.unit(1, code).isEmpty()) {
      units.add(UnitChange.added(TestPlans.grid(code, "again", TestPlans.square(0, 0, 9, 9))));
    }
    boolean declared = plan.voids().contains(LAKE);
    VoidChange lake = declared ? new VoidChange(LAKE, null) : new VoidChange(null, LAKE);
    return new PlanChange(units, random.nextInt(3) == 0 ? List.of(lake) : List.of(), List.of());
  }

  protected long draftOf(Plan plan) {
    return store.drafts().create(publish(plan, JANUARY).plan().id(), ABOUT).id();
  }

  protected Plan rename(long id, long version, Plan plan, String code, String name) {
    return append(id, version, plan, renamed(plan, code, name), "rename");
  }

  protected Plan removed(long id, long version, Plan plan, String code) {
    return append(id, version, plan, UnitChange.removed(grid(plan, code)), "retire");
  }

  private Plan append(long id, long version, Plan plan, UnitChange unit, String kind) {
    PlanChange change = PlanChange.ofUnits(List.of(unit), List.of());
    append(id, version, change, note(kind, "ann"));
    return plan.with(change);
  }

  /** Appends a change; what is told of the draft has to be what is found of it afterwards. */
  protected DraftInfo append(long id, long version, PlanChange change, RevisionNote note) {
    DraftInfo before = store.drafts().find(id).orElseThrow().atVersion(version);
    DraftInfo after = store.drafts().append(before, change, note, Progress.NONE);
    assertThat(after).isEqualTo(store.drafts().find(id).orElseThrow());
    return after;
  }

  protected static RevisionNote note(String kind, String author) {
    return new RevisionNote(
        kind, "{\"type\": \"%s\"}".formatted(kind), Actor.named(author), "why " + kind);
  }

  private static Unit grid(Plan plan, String code) {
    return plan.unit(1, code).orElseThrow();
  }

  protected static UnitChange renamed(Plan plan, String code, String name) {
    Unit unit = grid(plan, code);
    return new UnitChange(unit, TestPlans.grid(code, name, unit.drawnArea()));
  }

  protected static Plan withVoids(Plan plan, DeclaredVoid... voids) {
    return Plan.of(plan.theme(), TestPlans.all(plan), List.of(voids));
  }

  protected static void assertSame(Plan actual, Plan expected) {
    assertThat(TestPlans.all(actual)).isEqualTo(TestPlans.all(expected));
    assertThat(actual.voids()).containsExactlyInAnyOrderElementsOf(expected.voids());
  }
}

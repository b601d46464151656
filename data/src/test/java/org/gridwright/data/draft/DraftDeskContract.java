package org.gridwright.data.draft;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Rosters;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk does, on every store. */
abstract class DraftDeskContract {

  static final About ABOUT = new About("Spring", "", Actor.named("ann"));
  static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
  static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

  Store store;
  DraftDesk desk;

  /** The address of a new and empty store; the same within one test. */
  abstract String address();

  @BeforeEach
  void open() {
    store = Stores.open(address());
    store.themes().ensure(TestPlans.THEME);
    desk = new DraftDesk(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEditIsMadeStoredAndAnswered() {
    long id = draftOf(TestPlans.row(4));

    Edited edited = desk.apply(id, 1, TestEdits.border(1, 17), TestEdits.note("reshape"));

    assertThat(edited.state().version()).isEqualTo(2);
    assertThat(edited.kind()).isEqualTo("reshape");
    assertThat(edited.merged()).isFalse();
    assertThat(edited.change().units()).hasSize(2);
    assertThat(edited.appeared()).isEmpty();
    assertThat(eastOf(desk.open(id), 1)).isEqualTo(17);
    assertThat(eastOf(new DraftDesk(store).open(id), 1)).as("after a restart").isEqualTo(17);
    assertThat(desk.history(id))
        .singleElement()
        .extracting("note")
        .isEqualTo(TestEdits.note("reshape"));
  }

  @Test
  void aPreviewStoresNothing() {
    long id = draftOf(TestPlans.row(4));

    Edited preview = desk.preview(id, 1, TestEdits.border(1, 17), "reshape", Progress.NONE);

    assertThat(eastOf(preview.state(), 1)).isEqualTo(17);
    assertThat(eastOf(desk.open(id), 1)).isEqualTo(20);
    assertThat(desk.open(id).version()).isEqualTo(1);
  }

  @Test
  void anEditThatBreaksTheSeamIsRefusedWithItsPlace() {
    long id = draftOf(TestPlans.row(4));

    ChangeRefusedException refusal =
        catchThrowableOfType(
            ChangeRefusedException.class,
            () -> desk.apply(id, 1, TestEdits.redraw(1, 10, 25), TestEdits.note("redraw")));

    assertThat(refusal.code()).isEqualTo("overlap");
    assertThat(refusal).hasMessageContaining("G00001").hasMessageContaining("G00002");
    assertThat(refusal.place()).isPresent();
    assertThat(desk.open(id).version()).isEqualTo(1);
  }

  @Test
  void aFlawedPlanIsMendedStepByStep() {
    Plan flawed = withOverlap(TestPlans.row(4));
    long id = desk.create(flawed, ABOUT).info().id();
    assertThat(kinds(desk.open(id))).containsExactly(Finding.Kind.OVERLAP);

    Edited smaller = desk.apply(id, 1, TestEdits.redraw(1, 10, 22), TestEdits.note("redraw"));

    assertThat(kinds(smaller.state())).as("half of it is left").contains(Finding.Kind.OVERLAP);
    assertThatThrownBy(
            () -> desk.apply(id, 2, TestEdits.redraw(1, 10, 27), TestEdits.note("redraw")))
        .isInstanceOf(ChangeRefusedException.class);
    Edited mended = desk.apply(id, 2, TestEdits.redraw(1, 10, 20), TestEdits.note("redraw"));
    assertThat(mended.state().findings()).isEmpty();
    assertThat(mended.gone()).isNotEmpty();
  }

  @Test
  void editsOfDifferentUnitsOnOneVersionMerge() {
    long id = draftOf(TestPlans.row(6));
    desk.apply(id, 1, TestEdits.border(0, 12), TestEdits.note("reshape"));

    Edited merged = desk.apply(id, 1, TestEdits.border(3, 43), TestEdits.note("reshape"));

    assertThat(merged.merged()).isTrue();
    assertThat(merged.state().version()).isEqualTo(3);
    assertThat(eastOf(merged.state(), 0)).isEqualTo(12);
    assertThat(eastOf(merged.state(), 3)).isEqualTo(43);
  }

  @Test
  void editsOfOneUnitOnOneVersionConflict() {
    long id = draftOf(TestPlans.row(6));
    desk.apply(id, 1, TestEdits.border(2, 32), TestEdits.note("reshape"));
    desk.apply(id, 2, TestEdits.rename("G00005", "other"), TestEdits.note("rename"));

    ConflictException conflict =
        catchThrowableOfType(
            ConflictException.class,
            () -> desk.apply(id, 1, TestEdits.border(3, 43), TestEdits.note("reshape")));

    assertThat(conflict.codes()).containsExactly("G00003");
    assertThat(conflict.mine())
        .singleElement()
        .satisfies(
            unit -> {
              assertThat(unit.drawnArea().envelope().minX()).as("as I saw it").isEqualTo(30);
              assertThat(unit.drawnArea().envelope().maxX()).isEqualTo(43);
            });
    assertThat(conflict.theirs()).containsExactly(TestEdits.grid(desk.open(id).plan(), "G00003"));
    assertThat(conflict.version()).isEqualTo(3);
  }

  @Test
  void versionsThatNeverWereAreRefused() {
    long id = draftOf(TestPlans.row(3));

    assertThatThrownBy(() -> desk.apply(id, 5, TestEdits.border(0, 12), TestEdits.note("reshape")))
        .isInstanceOf(UnknownVersionException.class)
        .hasMessageContaining("never had version 5");
  }

  @Test
  void undoAndRedoSurviveARestart() {
    long id = draftOf(TestPlans.row(3));
    desk.apply(id, 1, TestEdits.border(0, 12), TestEdits.note("reshape"));

    Edited undone = new DraftDesk(store).undo(id, 2, Actor.named("bob"));
    assertThat(eastOf(undone.state(), 0)).isEqualTo(10);
    assertThat(undone.state().info().redo()).isNotNull();
    Edited redone = desk.redo(id, 3, Actor.named("bob"));

    assertThat(eastOf(redone.state(), 0)).isEqualTo(12);
    assertThatThrownBy(() -> desk.redo(id, 4, Actor.named("bob")))
        .isInstanceOfSatisfying(
            ChangeRefusedException.class, e -> assertThat(e.code()).isEqualTo("nothing-to-redo"));
    assertThatThrownBy(() -> desk.undo(id, 3, Actor.named("bob")))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void whatAnotherProcessDidIsSeen() {
    long id = draftOf(TestPlans.row(6));
    DraftDesk other = new DraftDesk(store);
    desk.open(id);
    other.apply(id, 1, TestEdits.border(0, 12), TestEdits.note("reshape"));

    assertThat(desk.open(id).version()).isEqualTo(2);
    assertThat(desk.apply(id, 1, TestEdits.border(3, 43), TestEdits.note("reshape")).merged())
        .isTrue();
    assertThat(eastOf(other.open(id), 3)).isEqualTo(43);
  }

  @Test
  void anAcceptedFindingBelongsToItsDraftAndThenToTheTheme() {
    long id = desk.create(withOverlap(TestPlans.row(4)), ABOUT).info().id();
    String overlap = desk.open(id).findings().get(0).id();
    long copy = desk.duplicate(id, ABOUT).info().id();

    desk.accept(id, overlap, "as surveyed", Actor.named("bob"));

    assertThat(desk.findings(id))
        .singleElement()
        .satisfies(it -> assertThat(it.accepted().orElseThrow().author()).isEqualTo("bob"));
    assertThat(desk.findings(copy)).singleElement().extracting(Reviewed::acceptance).isNull();
    PlanInfo published = desk.publish(id, 2, JANUARY, null, Actor.named("bob"));
    long next = desk.create("beats", published.id(), ABOUT).info().id();
    assertThat(desk.findings(next)).singleElement().extracting(Reviewed::acceptance).isNotNull();
    desk.takeBack(next, overlap);
    assertThat(desk.findings(next)).singleElement().extracting(Reviewed::acceptance).isNull();
    assertThatThrownBy(() -> desk.takeBack(next, overlap)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> desk.accept(next, "gap-1", "why", Actor.named("bob")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no finding gap-1");
  }

  @Test
  void serviceFindingsAreThereWhenAskedForAndCanBeAccepted() {
    long id = draftOf(TestPlans.row(4));
    Rosters.assign(store, "o", "full-time", "beats", TestPlans.row(4).grids().get(0).code());

    assertThat(desk.findings(id)).isEmpty();
    List<Reviewed> all = desk.allFindings(id);
    assertThat(all)
        .extracting(it -> it.finding().kind())
        .containsOnly(Finding.Kind.GRID_WITHOUT_OFFICER)
        .hasSize(3);
    desk.accept(id, all.get(1).finding().id(), "a park", Actor.named("bob"));
    assertThat(desk.allFindings(id)).filteredOn(it -> it.acceptance() != null).hasSize(1);
    assertThat(desk.open(id).version()).isEqualTo(2);
  }

  @Test
  void aBaseThatWasPreparedIsNotReadAgain() {
    long first =
        store.plans().createDraft(withOverlap(TestPlans.row(4)), Actor.named("ann"), "").id();
    PlanInfo published = store.plans().publish(first, JANUARY, "as surveyed").plan();
    List<PlanInfo> read = new ArrayList<>();
    DraftDesk prepared =
        new DraftDesk(
            store,
            plan -> {
              read.add(plan);
              return store.plans().load(plan.id());
            },
            PackedLocator::of,
            (info, plan) -> {});

    prepared.bases().prepare(published);
    DraftState draft = prepared.create(published.theme(), published.id(), ABOUT);

    assertThat(read).containsExactly(published);
    assertThat(draft.findings()).isEqualTo(desk.open(draft.info().id()).findings()).hasSize(1);
  }

  @Test
  void aRepairIsOneRevision() {
    long id = desk.create(withOverlap(TestPlans.row(4)), ABOUT).info().id();

    assertThat(desk.proposeRepair(id, RepairOptions.STANDARD, Progress.NONE).mends()).hasSize(1);
    Edited repaired =
        desk.repair(id, 1, RepairOptions.STANDARD, TestEdits.note("repair"), Progress.NONE)
            .edited();

    assertThat(repaired.state().findings()).isEmpty();
    assertThat(requireNonNull(repaired.state().info().undo()).kind()).isEqualTo("repair");
    assertThatThrownBy(
            () ->
                desk.repair(id, 2, RepairOptions.STANDARD, TestEdits.note("repair"), Progress.NONE))
        .isInstanceOfSatisfying(
            ChangeRefusedException.class, e -> assertThat(e.code()).isEqualTo("nothing-to-repair"));
    assertThat(desk.undo(id, 2, Actor.named("ann")).state().findings()).hasSize(1);
  }

  @Test
  void aKilledProcessLosesNoEditThatItAcknowledged() throws Exception {
    long id = draftOf(TestPlans.row(3));

    long acknowledged = KilledPlanner.runAndKill(address(), id, 5);

    DraftState left = desk.open(id);
    assertThat(left.version()).isGreaterThanOrEqualTo(acknowledged);
    assertThat(left.info().head()).isEqualTo((int) left.version() - 1);
    assertThat(desk.history(id)).hasSize(left.info().head());
    assertThat(eastOf(left, 0)).isEqualTo(10 + (int) ((left.version() - 1) % 7));
    assertThat(left.findings()).isEmpty();
  }

  @Test
  void aDraftOfAnEmptyThemeStartsEmpty() {
    DraftState draft = desk.create("beats", null, ABOUT);

    assertThat(draft.plan().grids()).isEmpty();
    assertThat(draft.info().base()).isNull();
  }

  long draftOf(Plan plan) {
    long first = store.plans().createDraft(plan, Actor.named("ann"), "first").id();
    PlanInfo published = store.plans().publish(first, JANUARY, null).plan();
    return desk.create("beats", published.id(), ABOUT).info().id();
  }

  static Plan withOverlap(Plan plan) {
    Unit unit = TestEdits.grid(plan, "G00001");
    return TestPlans.with(plan, unit.withArea(TestPlans.square(10, 0, 24, 10)));
  }

  static int eastOf(DraftState draft, int i) {
    return TestEdits.grid(draft.plan(), TestEdits.code(i)).drawnArea().envelope().maxX();
  }

  static List<Finding.Kind> kinds(DraftState draft) {
    return draft.findings().stream().map(Finding::kind).toList();
  }
}

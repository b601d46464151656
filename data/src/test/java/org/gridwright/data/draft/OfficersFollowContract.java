package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.edit.RecodeEdit;
import org.gridwright.core.edit.ReplaceAreasEdit;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.OfficerChoice;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.officers.OfficerQuestion;
import org.gridwright.data.store.Rosters;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.TestPlans;
import org.junit.jupiter.api.Test;

/** Officers follow the ground: codes by themselves, parts as it was chosen. */
abstract class OfficersFollowContract extends DraftFactsContract {

  private static final LocalDate FIRST = LocalDate.of(2900, 1, 1);
  private static final LocalDate BEFORE = FIRST.minusDays(1);
  private static final Actor ANN = Actor.named("ann");

  @Test
  void anAssignmentGoesOnUnderTheNewCode() {
    long id = draftOf(TestPlans.row(4));
    Rosters.assign(store, "o", "full-time", "beats", "G00001");
    Rosters.assign(store, "p", "full-time", "beats", "G00002");
    Rosters.assign(store, new Assignment("q", "beats", "G00001", "lead", FIRST.plusDays(9), null));
    apply(id, new RecodeEdit(1, "G00001", "N"));
    apply(id, new RecodeEdit(1, "N", "M"));
    assertThat(desk.allFindings(id))
        .filteredOn(it -> it.finding().kind() == Finding.Kind.GRID_WITHOUT_OFFICER)
        .extracting(it -> it.finding().units().get(0))
        .containsExactly("G00000", "G00003");

    publish(id);

    assertThat(on("G00001", BEFORE)).containsExactly("o");
    assertThat(on("M", BEFORE)).isEmpty();
    assertThat(on("G00001", FIRST.plusDays(9))).isEmpty();
    assertThat(on("M", FIRST)).containsExactly("o");
    assertThat(on("M", FIRST.plusDays(9))).containsExactly("o", "q");
    assertThat(store.roster().ofOfficer("q")).as("moved as a whole").hasSize(1);
    assertThat(store.roster().ofOfficer("p")).hasSize(1);
  }

  @Test
  void undoneCodesAreNotFollowed() {
    long id = draftOf(TestPlans.row(4));
    Rosters.assign(store, "o", "full-time", "beats", "G00001");
    apply(id, new RecodeEdit(1, "G00001", "N"));
    desk.undo(id, desk.open(id).version(), ANN);
    desk.apply(id, desk.open(id).version(), TestEdits.rename("G00003", "x"), note());

    publish(id);

    assertThat(on("G00001", FIRST)).containsExactly("o");
    assertThat(store.roster().ofOfficer("o")).hasSize(1);
  }

  @Test
  void littleGroundAsksNothingAndMoreAsks() {
    long id = draftOf(TestPlans.row(4));
    addresses();
    Rosters.assign(store, "o", "full-time", "beats", "G00001");
    Edited little = desk.apply(id, 1, TestEdits.border(1, 21), note());
    assertThat(desk.officers().questions(little)).isEmpty();

    Edited more = desk.apply(id, 2, TestEdits.border(1, 13), note());

    assertThat(desk.officers().questions(more))
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.entry().officer().id()).isEqualTo("o");
              assertThat(asked.code()).isEqualTo("G00001");
              assertThat(asked.addresses()).isEqualTo(8);
              assertThat(asked.moved()).isEqualTo(6);
              assertThat(asked.choice()).isEqualTo(OfficerChoice.KEEP);
              assertThat(asked.parts().get(0)).isEqualTo(new OfficerQuestion.Part("G00002", 6));
            });
    Edited elsewhere = desk.apply(id, 3, TestEdits.rename("G00000", "x"), note());
    assertThat(desk.officers().questions(elsewhere)).isEmpty();
    assertThat(desk.officers().questions(elsewhere.state())).hasSize(1);
  }

  @Test
  void eachChoiceTakesEffectWithThePlan() {
    List<List<String>> after = new ArrayList<>();
    long id = draftOf(TestPlans.row(4));
    addresses();
    for (OfficerChoice choice : OfficerChoice.values()) {
      Rosters.assign(store, choice.id(), "full-time", "beats", "G00001");
    }
    desk.apply(id, 1, TestEdits.border(1, 13), note());
    for (OfficerQuestion asked : desk.officers().questions(desk.open(id))) {
      OfficerChoice choice = OfficerChoice.of(asked.entry().officer().id()).orElseThrow();
      desk.officers().choose(id, asked.entry().id(), choice);
    }
    assertThat(desk.officers().questions(desk.open(id)))
        .allMatch(it -> it.choice().id().equals(it.entry().officer().id()));

    publish(id);

    after.add(on("G00001", BEFORE));
    after.add(on("G00001", FIRST));
    after.add(on("G00002", BEFORE));
    after.add(on("G00002", FIRST));
    assertThat(after)
        .containsExactly(
            List.of("both", "keep", "larger", "nobody"),
            List.of("both", "keep"),
            List.of(),
            List.of("both", "larger"));
  }

  @Test
  void aGridThatIsJoinedTakesItsOfficersAlong() {
    long id = draftOf(TestPlans.row(4));
    addresses();
    Rosters.assign(store, "o", "full-time", "beats", "G00002");
    Rosters.assign(store, "p", "full-time", "beats", "G00001");
    Rosters.assign(store, "p", "full-time", "beats", "G00002");
    apply(id, new MergeEdit(List.of("G00001", "G00002"), "G00001", false));

    publish(id);

    assertThat(on("G00002", FIRST)).isEmpty();
    assertThat(on("G00001", FIRST)).containsExactly("o", "p");
  }

  @Test
  void whereGridsAreDividedAnewOfficersGoWithMostOfTheirs() {
    long id = draftOf(TestPlans.row(4));
    addresses();
    Rosters.assign(store, "o", "full-time", "beats", "G00001");
    Rosters.assign(store, "p", "full-time", "beats", "G00002");
    Edit divided =
        new ReplaceAreasEdit(
            Map.of(),
            List.of(
                TestPlans.grid("X", "X", TestPlans.square(10, 0, 23, 10)),
                TestPlans.grid("Y", "Y", TestPlans.square(23, 0, 30, 10))),
            List.of("G00001", "G00002"),
            List.of(new Lineage(1, List.of("G00001", "G00002"), List.of("X", "Y"))));
    apply(id, divided);
    assertThat(desk.officers().questions(desk.open(id))).hasSize(2);
    desk.undo(id, desk.open(id).version(), ANN);
    assertThat(desk.officers().questions(desk.open(id))).isEmpty();
    desk.redo(id, desk.open(id).version(), ANN);
    assertThat(desk.officers().questions(desk.open(id)))
        .allMatch(it -> it.code() == null && it.choice() == OfficerChoice.LARGER)
        .extracting(it -> it.parts().get(0))
        .containsExactly(new OfficerQuestion.Part("X", 8), new OfficerQuestion.Part("Y", 6));

    publish(id);

    assertThat(on("X", FIRST)).containsExactly("o");
    assertThat(on("Y", FIRST)).containsExactly("p");
  }

  @Test
  void aDraftThatCameFromAFileAsksAboutThePlanWhosePlaceItTakes() {
    draftOf(TestPlans.row(4));
    addresses();
    Rosters.assign(store, "o", "full-time", "beats", "G00001");
    Plan file =
        TestPlans.with(
            TestPlans.row(4),
            TestPlans.grid("G00001", "Grid 1", TestPlans.square(10, 0, 13, 10)),
            TestPlans.grid("G00002", "Grid 2", TestPlans.square(13, 0, 30, 10)));
    long id = desk.create(file, ABOUT).info().id();

    OfficerQuestion asked = desk.officers().questions(desk.open(id)).get(0);
    assertThat(asked.moved()).isEqualTo(6);
    desk.officers().choose(id, asked.entry().id(), OfficerChoice.LARGER);
    publish(id);

    assertThat(on("G00002", FIRST)).containsExactly("o");
  }

  @Test
  void whatChangedSinceIsAskedAgain() {
    long id = draftOf(TestPlans.row(4));
    addresses();
    Rosters.assign(store, "o", "full-time", "beats", "G00001");
    desk.apply(id, 1, TestEdits.border(1, 13), note());
    long assignment = desk.officers().questions(desk.open(id)).get(0).entry().id();
    desk.officers().choose(id, assignment, OfficerChoice.LARGER);
    store
        .roster()
        .assign(
            List.of(new Assignment("o", "beats", "G00001", "full-time", null, FIRST.plusDays(50))));

    OfficersAskedException refused =
        catchThrowableOfType(OfficersAskedException.class, () -> publish(id));
    assertThat(refused.questions()).singleElement().matches(OfficerQuestion::outdated);
    assertThat(on("G00001", FIRST)).containsExactly("o");
    desk.officers().choose(id, assignment, OfficerChoice.LARGER);
    desk.apply(id, desk.open(id).version(), TestEdits.border(1, 12), note());
    assertThatThrownBy(() -> publish(id)).isInstanceOf(OfficersAskedException.class);
    desk.officers().choose(id, assignment, OfficerChoice.LARGER);
    publish(id);

    assertThat(on("G00002", FIRST)).containsExactly("o");
    assertThat(on("G00002", FIRST.plusDays(50))).isEmpty();
  }

  @Test
  void aChoiceOutlivesUndoAndRedo() {
    long id = draftOf(TestPlans.row(4));
    addresses();
    Rosters.assign(store, "o", "full-time", "beats", "G00001");
    desk.apply(id, 1, TestEdits.border(1, 13), note());
    long assignment = desk.officers().questions(desk.open(id)).get(0).entry().id();
    desk.officers().choose(id, assignment, OfficerChoice.NOBODY);

    desk.undo(id, desk.open(id).version(), ANN);
    assertThat(desk.officers().questions(desk.open(id))).isEmpty();
    assertThatThrownBy(() -> desk.officers().choose(id, assignment, OfficerChoice.KEEP))
        .isInstanceOf(StoreException.class);
    desk.redo(id, desk.open(id).version(), ANN);
    long copy = desk.duplicate(id, ABOUT).info().id();

    for (long each : List.of(id, copy)) {
      assertThat(desk.officers().questions(desk.open(each)))
          .singleElement()
          .matches(it -> it.choice() == OfficerChoice.NOBODY && !it.outdated());
    }
    desk.delete(copy);
  }

  /** Eight in each grid, none of them on a border. */
  private void addresses() {
    store
        .addresses()
        .put(
            IntStream.range(0, 40)
                .filter(i -> i % 10 != 0 && i % 10 != 3)
                .mapToObj(i -> new Address("a" + i, "x", new LatticePoint(i, 5)))
                .iterator());
  }

  private void apply(long id, Edit edit) {
    desk.apply(id, desk.open(id).version(), PlanEdit.of(edit), note());
  }

  private static RevisionNote note() {
    return TestEdits.note("edit");
  }

  private void publish(long id) {
    desk.publish(id, desk.open(id).version(), FIRST, "a test", ANN);
  }

  private List<String> on(String grid, LocalDate day) {
    return store.roster().of("beats", grid, day).stream()
        .map(entry -> entry.officer().id())
        .toList();
  }
}

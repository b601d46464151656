package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.intake.PublishRefusedException;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.TestPlans;
import org.junit.jupiter.api.Test;

/** Publishing drafts, alone and after others. */
abstract class PublicationContract extends DraftDeskContract {

  @Test
  void aDraftTakesEffect() {
    long id = draftOf(TestPlans.row(4));
    desk.apply(id, 1, TestEdits.border(1, 17), TestEdits.note("reshape"));

    PlanInfo plan = desk.publish(id, 2, JUNE, null, Actor.named("ann"));

    assertThat(plan.id()).isEqualTo(id);
    assertThat(plan.revision()).isEqualTo(2);
    assertThat(plan.accepted()).isNull();
    assertThat(store.plans().inForce("beats", JUNE)).contains(plan);
    assertThat(desk.list("beats")).isEmpty();
    assertThat(east(store.plans().load(id), 1)).isEqualTo(17);
  }

  @Test
  void findingsThatBlockAreAcceptedWithAReasonOrKeepThePlanBack() {
    long id = desk.create(withOverlap(TestPlans.row(4)), ABOUT).info().id();

    assertThatThrownBy(() -> desk.publish(id, 1, JUNE, null, Actor.named("ann")))
        .isInstanceOfSatisfying(
            PublishRefusedException.class, e -> assertThat(e.findings()).hasSize(1));
    PlanInfo plan = desk.publish(id, 1, JUNE, "as surveyed", Actor.named("ann"));

    assertThat(plan.accepted()).isEqualTo("as surveyed");
    assertThat(store.review().accepted("beats", null)).hasSize(1);
  }

  @Test
  void draftsThatChangeDifferentUnitsAreBothPublished() {
    long first = draftOf(TestPlans.row(6));
    long second = desk.create("beats", null, ABOUT).info().id();
    desk.apply(first, 1, TestEdits.border(0, 12), TestEdits.note("reshape"));
    desk.apply(second, 1, TestEdits.border(3, 43), TestEdits.note("reshape"));
    desk.apply(second, 2, TestEdits.add("N", 60, 70), TestEdits.note("add-unit"));

    desk.publish(first, 2, JUNE, null, Actor.named("ann"));
    PlanInfo plan = desk.publish(second, 3, JUNE, null, Actor.named("bob"));

    Plan merged = store.plans().load(plan.id());
    assertThat(east(merged, 0)).isEqualTo(12);
    assertThat(east(merged, 3)).isEqualTo(43);
    assertThat(merged.units(0).get(0).drawnArea().envelope().maxX()).isEqualTo(70);
    assertThat(east(store.plans().load(first), 3)).as("the first stays").isEqualTo(40);
  }

  @Test
  void outlinesThatBothDraftsChangedAreUnited() {
    long first = draftOf(TestPlans.row(3));
    long second = desk.create("beats", null, ABOUT).info().id();
    desk.apply(first, 1, TestEdits.add("E", 30, 40), TestEdits.note("add-unit"));
    desk.apply(second, 1, TestEdits.addBelow("S"), TestEdits.note("add-unit"));

    desk.publish(first, 2, JUNE, null, Actor.named("ann"));
    PlanInfo plan = desk.publish(second, 2, JUNE, null, Actor.named("bob"));

    Unit district = store.plans().load(plan.id()).units(0).get(0);
    assertThat(district.drawnArea().envelope().maxX()).isEqualTo(40);
    assertThat(district.drawnArea().envelope().minY()).isEqualTo(-10);
  }

  @Test
  void draftsThatChangeOneUnitConflict() {
    long first = draftOf(TestPlans.row(6));
    long second = desk.create("beats", null, ABOUT).info().id();
    desk.apply(first, 1, TestEdits.border(2, 32), TestEdits.note("reshape"));
    desk.apply(second, 1, TestEdits.rename("G00003", "mine"), TestEdits.note("rename"));
    desk.publish(first, 2, JUNE, null, Actor.named("ann"));

    ConflictException conflict =
        catchThrowableOfType(
            ConflictException.class, () -> desk.publish(second, 2, JUNE, null, Actor.named("bob")));

    assertThat(conflict.codes()).containsExactly("G00003");
    assertThat(conflict.mine()).singleElement().extracting(Unit::name).isEqualTo("mine");
    assertThat(conflict.theirs()).singleElement().extracting(Unit::name).isEqualTo("Grid 3");
    assertThat(desk.open(second).version()).as("the draft is as it was").isEqualTo(2);
  }

  @Test
  void draftsThatDoNotFitTogetherConflict() {
    long first = draftOf(TestPlans.row(3));
    long second = desk.create("beats", null, ABOUT).info().id();
    desk.apply(first, 1, TestEdits.add("E", 30, 40), TestEdits.note("add-unit"));
    desk.apply(second, 1, TestEdits.add("F", 30, 45), TestEdits.note("add-unit"));
    desk.publish(first, 2, JUNE, null, Actor.named("ann"));

    ConflictException conflict =
        catchThrowableOfType(
            ConflictException.class, () -> desk.publish(second, 2, JUNE, null, Actor.named("bob")));

    assertThat(conflict.codes()).as("they overlap").containsExactly("E", "F");
    assertThat(conflict.mine()).extracting(Unit::code).containsExactly("F");
    assertThat(conflict.theirs()).extracting(Unit::code).containsExactly("E");
  }

  private static int east(Plan plan, int i) {
    return TestEdits.grid(plan, TestEdits.code(i)).drawnArea().envelope().maxX();
  }
}

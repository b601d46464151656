package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Edits that leave the outlines of grids as they are. */
class LabelEditsTest {

  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");

  private static Plan twoLevels() {
    return UpperLevels.draw(Pictures.plan(TWO, "PPQQ/PPQQ", "ABCD/ABCD"));
  }

  @Test
  void aNameIsGivenAndAnotherLanguageTakenAway() {
    Plan named = after("AB", new RenameEdit(0, "A", "Old Town", Map.of("zh", "老城", "en", "Old")));
    assertThat(named.grids().get(0).name()).isEqualTo("Old Town");
    Plan again = after(named, new RenameEdit(0, "A", "", Map.of("en", "")));
    assertThat(again.grids().get(0).name()).isEqualTo("A");
    assertThat(again.grids().get(0).attributes()).isEqualTo(Map.of("name:zh", "老城"));
  }

  @Test
  void attributesAreSetAndTakenAway() {
    Plan set = after("AB", new SetAttributesEdit(0, "B", Map.of("use", "market", "x", "1")));
    Plan less = after(set, new SetAttributesEdit(0, "B", Map.of("x", " ")));
    assertThat(less.grids().get(1).attributes()).isEqualTo(Map.of("use", "market"));
    assertThat(refusal(less, new SetAttributesEdit(0, "B", Map.of("use", "market"))).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
  }

  @Test
  void aNewCodeTakesTheChildrenAlong() {
    Plan plan = twoLevels();
    PlanChange change = Editing.change(EditablePlan.of(plan), new RecodeEdit(0, "P", "Z"));
    Plan after = plan.with(change);
    assertThat(after.grids()).extracting(Unit::parentCode).containsExactly("Z", "Z", "Q", "Q");
    assertThat(after.unit(0, "Z").orElseThrow().area()).isSameAs(plan.units(0).get(0).area());
    assertThat(change.lineage()).containsExactly(new Lineage(0, List.of("P"), List.of("Z")));
  }

  @Test
  void aTakenOrUnfitCodeIsRefused() {
    assertThat(refusal("AB", new RecodeEdit(0, "A", "B")).reason()).isEqualTo(Refusal.CODE_TAKEN);
    assertThat(refusal("AB", new RecodeEdit(0, "A", " ")).reason()).isEqualTo(Refusal.CODE_UNFIT);
    assertThat(refusal("AB", new RecodeEdit(0, "X", "Y")).reason()).isEqualTo(Refusal.UNIT_UNKNOWN);
  }

  @Test
  void anotherParentIsDrawnWithTheUnit() {
    Plan moved = after(twoLevels(), new ChangeParentEdit(1, List.of("C"), "P", true));
    Drawn.assertSameOutlines(moved, UpperLevels.draw(moved));
    assertThat(moved.units(0).get(0).area()).isNotEqualTo(twoLevels().units(0).get(0).area());
    assertThat(refusal(moved, new ChangeParentEdit(1, List.of("C"), "P", true)).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
    assertThat(refusal(moved, new ChangeParentEdit(1, List.of("C"), "X", true)).reason())
        .isEqualTo(Refusal.PARENT_UNKNOWN);
  }

  @Test
  void aVoidIsDeclaredOnceAndTakenBack() {
    DeclaredVoid lake =
        new DeclaredVoid(
            "Lake", DeclaredVoid.Kind.WATER, Wkt.area("POLYGON((11 1,13 1,13 3,11 1))"));
    Plan declared = after("A", new DeclareVoidEdit(lake));
    assertThat(declared.voids()).containsExactly(lake);
    assertThat(refusal(declared, new DeclareVoidEdit(lake)).reason()).isEqualTo(Refusal.NAME_TAKEN);
    assertThat(after(declared, new DropVoidEdit("Lake")).voids()).isEmpty();
    assertThat(refusal("A", new DropVoidEdit("Lake")).reason()).isEqualTo(Refusal.VOID_UNKNOWN);
  }

  @Test
  void voidsOfABatchCancelOut() {
    DeclaredVoid lake =
        new DeclaredVoid(
            "Lake", DeclaredVoid.Kind.WATER, Wkt.area("POLYGON((11 1,13 1,13 3,11 1))"));
    List<Edit> both = List.of(new DeclareVoidEdit(lake), new DropVoidEdit("Lake"));
    assertThat(refusal("A", new BatchEdit(both)).reason()).isEqualTo(Refusal.CHANGES_NOTHING);
    Edit renameToo =
        new BatchEdit(
            List.of(both.get(0), both.get(1), new RenameEdit(0, "A", "Harbour", Map.of())));
    assertThat(after("A", renameToo).voids()).isEmpty();
  }

  @Test
  void aVoidThatIsTakenBackAndDeclaredAgainIsInItsPlace() {
    Plan plan = Pictures.plan("A");
    for (String name : List.of("B", "C", "A")) {
      plan =
          after(
              plan,
              new DeclareVoidEdit(
                  new DeclaredVoid(
                      name, DeclaredVoid.Kind.WATER, Wkt.area("POLYGON((11 1,13 1,13 3,11 1))"))));
    }
    PlanChange dropped = Editing.change(EditablePlan.of(plan), new DropVoidEdit("B"));
    assertThat(plan.voids()).extracting(DeclaredVoid::name).containsExactly("A", "B", "C");
    assertThat(plan.with(dropped).with(dropped.reversed()).voids()).isEqualTo(plan.voids());
  }
}

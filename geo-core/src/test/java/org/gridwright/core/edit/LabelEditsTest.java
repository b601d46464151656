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
    Plan named = after("AB", new Edit.Rename(0, "A", "Old Town", Map.of("zh", "老城", "en", "Old")));
    assertThat(named.grids().get(0).name()).isEqualTo("Old Town");
    Plan again = after(named, new Edit.Rename(0, "A", "", Map.of("en", "")));
    assertThat(again.grids().get(0).name()).isEqualTo("A");
    assertThat(again.grids().get(0).attributes()).isEqualTo(Map.of("name:zh", "老城"));
  }

  @Test
  void attributesAreSetAndTakenAway() {
    Plan set = after("AB", new Edit.SetAttributes(0, "B", Map.of("use", "market", "x", "1")));
    Plan less = after(set, new Edit.SetAttributes(0, "B", Map.of("x", " ")));
    assertThat(less.grids().get(1).attributes()).isEqualTo(Map.of("use", "market"));
    assertThat(refusal(less, new Edit.SetAttributes(0, "B", Map.of("use", "market"))).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
  }

  @Test
  void aNewCodeTakesTheChildrenAlong() {
    Plan plan = twoLevels();
    PlanChange change = Editing.change(EditablePlan.of(plan), new Edit.Recode(0, "P", "Z"));
    Plan after = plan.with(change);
    assertThat(after.grids()).extracting(Unit::parentCode).containsExactly("Z", "Z", "Q", "Q");
    assertThat(after.unit(0, "Z").orElseThrow().area()).isSameAs(plan.units(0).get(0).area());
    assertThat(change.lineage()).containsExactly(new Lineage(0, List.of("P"), List.of("Z")));
  }

  @Test
  void aTakenOrUnfitCodeIsRefused() {
    assertThat(refusal("AB", new Edit.Recode(0, "A", "B")).reason()).isEqualTo(Refusal.CODE_TAKEN);
    assertThat(refusal("AB", new Edit.Recode(0, "A", " ")).reason()).isEqualTo(Refusal.CODE_UNFIT);
    assertThat(refusal("AB", new Edit.Recode(0, "X", "Y")).reason())
        .isEqualTo(Refusal.UNIT_UNKNOWN);
  }

  @Test
  void anotherParentIsDrawnWithTheUnit() {
    Plan moved = after(twoLevels(), new Edit.ChangeParent(1, "C", "P"));
    Drawn.assertSameOutlines(moved, UpperLevels.draw(moved));
    assertThat(moved.units(0).get(0).area()).isNotEqualTo(twoLevels().units(0).get(0).area());
    assertThat(refusal(moved, new Edit.ChangeParent(1, "C", "P")).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
    assertThat(refusal(moved, new Edit.ChangeParent(1, "C", "X")).reason())
        .isEqualTo(Refusal.PARENT_UNKNOWN);
  }

  @Test
  void aVoidIsDeclaredOnceAndTakenBack() {
    DeclaredVoid lake =
        new DeclaredVoid(
            "Lake", DeclaredVoid.Kind.WATER, Wkt.area("POLYGON((11 1,13 1,13 3,11 1))"));
    Plan declared = after("A", new Edit.DeclareVoid(lake));
    assertThat(declared.voids()).containsExactly(lake);
    assertThat(refusal(declared, new Edit.DeclareVoid(lake)).reason())
        .isEqualTo(Refusal.NAME_TAKEN);
    assertThat(after(declared, new Edit.DropVoid("Lake")).voids()).isEmpty();
    assertThat(refusal("A", new Edit.DropVoid("Lake")).reason()).isEqualTo(Refusal.VOID_UNKNOWN);
  }

  @Test
  void voidsOfABatchCancelOut() {
    DeclaredVoid lake =
        new DeclaredVoid(
            "Lake", DeclaredVoid.Kind.WATER, Wkt.area("POLYGON((11 1,13 1,13 3,11 1))"));
    List<Edit> both = List.of(new Edit.DeclareVoid(lake), new Edit.DropVoid("Lake"));
    assertThat(refusal("A", new Edit.Batch(both)).reason()).isEqualTo(Refusal.CHANGES_NOTHING);
    Edit renameToo =
        new Edit.Batch(
            List.of(both.get(0), both.get(1), new Edit.Rename(0, "A", "Harbour", Map.of())));
    assertThat(after("A", renameToo).voids()).isEmpty();
  }

  @Test
  void aVoidThatIsTakenBackAndDeclaredAgainIsInItsPlace() {
    Plan plan = Pictures.plan("A");
    for (String name : List.of("B", "C", "A")) {
      plan =
          after(
              plan,
              new Edit.DeclareVoid(
                  new DeclaredVoid(
                      name, DeclaredVoid.Kind.WATER, Wkt.area("POLYGON((11 1,13 1,13 3,11 1))"))));
    }
    PlanChange dropped = Editing.change(EditablePlan.of(plan), new Edit.DropVoid("B"));
    assertThat(plan.voids()).extracting(DeclaredVoid::name).containsExactly("A", "B", "C");
    assertThat(plan.with(dropped).with(dropped.reversed()).voids()).isEqualTo(plan.voids());
  }
}

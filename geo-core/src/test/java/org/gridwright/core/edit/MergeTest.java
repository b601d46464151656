package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.assertLooks;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.List;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static Edit merge(String... units) {
    return new MergeEdit(List.of(units), null, false);
  }

  @Test
  void neighboursBecomeOne() {
    assertLooks(after("AAB/ACB", merge("A", "C")), "AAB/AAB");
  }

  @Test
  void theNamedOneLivesOn() {
    Plan plan = Pictures.plan("AAB/ACB");
    Edit edit = new MergeEdit(List.of("A", "B", "C"), "C", false);
    PlanChange change = Editing.change(EditablePlan.of(plan), edit);
    assertLooks(plan.with(change), "CCC/CCC");
    assertThat(change.lineage())
        .containsExactly(new Lineage(0, List.of("A", "B", "C"), List.of("C")));
  }

  @Test
  void aRingOfUnitsLeavesAHole() {
    assertLooks(after("ABC/HXD/GFE", merge("A", "B", "C", "D", "E", "F", "G", "H")), "AAA/AXA/AAA");
  }

  @Test
  void whatDoesNotTouchIsRefused() {
    EditRefusedException refused = refusal("ABC", merge("A", "C"));
    assertThat(refused.reason()).isEqualTo(Refusal.UNITS_DO_NOT_TOUCH);
    assertThat(refused.place()).isPresent();
    assertThat(refusal("AB/CD", merge("A", "D")).reason())
        .as("a corner is no border")
        .isEqualTo(Refusal.UNITS_DO_NOT_TOUCH);
  }

  @Test
  void partsAreAllowedWhenAskedFor() {
    assertLooks(after("ABC", new MergeEdit(List.of("A", "C"), null, true)), "ABA");
  }

  @Test
  void oneUnitIsNotEnough() {
    assertThat(refusal("AB", merge("A", "A")).reason()).isEqualTo(Refusal.TOO_FEW_UNITS);
    assertThat(refusal("AB", merge("A", "X")).reason()).isEqualTo(Refusal.UNIT_UNKNOWN);
  }

  @Test
  void upperLevelsFollow() {
    Theme theme = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");
    Plan plan = UpperLevels.draw(Pictures.plan(theme, "PPQQ/PPQQ", "ABCD/ABCD"));
    Plan merged = after(plan, merge("B", "C"));
    Plan drawn = UpperLevels.draw(merged);
    Drawn.assertSameOutlines(merged, drawn);
    Plan all = after(merged, merge("B", "D"));
    assertThat(all.units(0)).extracting(unit -> unit.code()).containsExactly("P");
    assertThat(merged.unit(0, "Q")).isPresent();
  }

  /** Looking through all rings for each vertex on a border would take minutes. */
  @Test
  void aWholeCityBecomesOneUnit() {
    Plan city = RandomPartitions.city(1_500, 4);
    List<String> codes = city.grids().stream().map(Unit::code).toList();
    Plan after = after(city, new MergeEdit(codes, codes.get(7), false));
    assertThat(after.grids()).extracting(Unit::code).containsExactly(codes.get(7));
    assertThat(LatticeJts.toSteps(after.grids().get(0).drawnArea()).getArea())
        .isEqualTo(
            city.grids().stream()
                .mapToDouble(grid -> LatticeJts.toSteps(grid.drawnArea()).getArea())
                .sum());
  }
}

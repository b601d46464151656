package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.edit.AddVertexEdit;
import org.gridwright.core.edit.BorderShape;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.EvenBorderEdit;
import org.gridwright.core.edit.PullBorderEdit;
import org.gridwright.core.edit.SimplifyBordersEdit;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Numbers follow the ground when borders are pulled, simplified and straightened. */
class BorderFactsTest {

  private static final int CELL = 10_000;
  private static final Theme THEME = Theme.of("t", "T", CodeScheme.FREE, "grid");
  private static final Map<String, String> COUNTS =
      Map.of("A", "4000", "B", "700", "C", "31", "D", "5");

  @Test
  void theSumStaysAfterEachAndUndoingGivesTheCountsBack() {
    List<Unit> units = new ArrayList<>();
    for (Unit unit : Pictures.plan(THEME, 0, 0, CELL, "AB/CD").grids()) {
      units.add(unit.withAttributes(Map.of("households", COUNTS.getOrDefault(unit.code(), ""))));
    }
    Plan start = Plan.of(THEME, units);
    FactSchema schema = FactSchema.of(List.of(FactDeclaration.extensive("households")));
    FactBasis basis = FactBasis.of(start, schema, Places.NONE, LocalDate.of(2026, 1, 31));
    EditablePlan now = EditablePlan.of(start, start).standingOn(() -> basis);
    LatticePoint middle = new LatticePoint(CELL, CELL);
    LatticePoint south = new LatticePoint(CELL, 0);
    LatticePoint pulled = new LatticePoint(CELL - 1000, CELL + 500);
    List<Edit> edits =
        List.of(
            new AddVertexEdit(new LatticePoint(CELL, CELL / 2), south, middle),
            new PullBorderEdit(middle, pulled, 90),
            new SimplifyBordersEdit(0, List.of(), 5),
            new EvenBorderEdit(south, new LatticePoint(CELL, 2 * CELL), BorderShape.STRAIGHT));
    List<PlanChange> done = new ArrayList<>();
    for (Edit edit : edits) {
      PlanChange change = Editing.change(now, edit);
      done.add(0, change);
      now = now.after(change);
      assertThat(PlanFacts.of(now.plan(), basis).sum("households"))
          .as("%s", edit)
          .isEqualByComparingTo(new BigDecimal(4736));
    }
    assertThat(fact(now.plan(), basis, "A").estimated()).isTrue();
    Plan plan = now.plan();
    for (PlanChange change : done) {
      assertThat(plan).isNotEqualTo(start);
      plan = plan.with(change.reversed());
    }
    assertThat(plan.grids()).isEqualTo(start.grids());
  }

  private static Fact fact(Plan plan, FactBasis basis, String code) {
    return PlanFacts.of(plan, basis)
        .fact(plan.unit(0, code).orElseThrow(), "households")
        .orElseThrow();
  }
}

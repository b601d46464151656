package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Borders that end at the edge of a city whose jurisdiction is known. */
class CityEdgeTest {

  private final Random random = new Random(5);

  @Test
  void oneAfterAnotherOnTheSameEdgesLeavesNoDefect() {
    Plan city = RandomPartitions.city(16, 5);
    LatticeMultiPolygon all =
        UpperLevels.union(city.grids().stream().map(Unit::drawnArea).toList());
    CheckedPlan checked = CheckedPlan.of(city, CoverageRules.STANDARD.within(all));
    EditablePlan plan = EditablePlan.of(city, city);
    int made = 0;
    for (int i = 0; i < 250; i++) {
      List<LatticePoint> line = across(all.polygons().get(0).shell(), i % 3);
      LatticePoint middle = RandomShapes.middle(line.get(0), line.get(1));
      for (Unit grid : plan.gridsNear(box(middle))) {
        try {
          Edit edit = new SplitEdit(grid.code(), line, Keeper.By.LARGEST, List.of());
          PlanChange change = Editing.change(plan, edit);
          checked = checked.after(change);
          assertThat(checked.findings()).as("%d: %s", i, edit).isEmpty();
          plan = plan.after(change);
          made++;
          break;
        } catch (EditRefusedException elsewhere) {
          // the next edit is made elsewhere
        }
      }
    }
    assertThat(made).isGreaterThan(40);
  }

  /** A line over some edge of a ring. */
  private List<LatticePoint> across(LatticeRing ring, int edge) {
    double t = random.nextDouble();
    double dx = (double) ring.x(edge + 1) - ring.x(edge);
    double dy = (double) ring.y(edge + 1) - ring.y(edge);
    double turned = Math.PI / 2 + (random.nextDouble() - 0.5) * 1.5;
    double reach = 0.2 + random.nextDouble();
    double ex = reach * (dx * Math.cos(turned) - dy * Math.sin(turned));
    double ey = reach * (dx * Math.sin(turned) + dy * Math.cos(turned));
    double x = ring.x(edge) + t * dx;
    double y = ring.y(edge) + t * dy;
    return List.of(
        new LatticePoint((int) (x - ex), (int) (y - ey)),
        new LatticePoint((int) (x + ex), (int) (y + ey)));
  }

  private static LatticeEnvelope box(LatticePoint at) {
    return new LatticeEnvelope(at.x() - 1, at.y() - 1, at.x() + 1, at.y() + 1);
  }
}

package org.gridwright.data.draft;

import java.util.Arrays;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.TestPlans;

/** Edits of the rows of {@link TestPlans}. */
final class TestEdits {

  private TestEdits() {}

  static PlanEdit rename(String code, String name) {
    return on -> {
      Unit unit = grid(on.plan(), code);
      return change(new UnitChange(unit, TestPlans.grid(code, name, unit.drawnArea())));
    };
  }

  /** Moves the border between grid i and the next one to x. */
  static PlanEdit border(int i, int x) {
    return on -> {
      Unit west = grid(on.plan(), code(i));
      Unit east = grid(on.plan(), code(i + 1));
      int from = west.drawnArea().envelope().minX();
      int to = east.drawnArea().envelope().maxX();
      return change(
          new UnitChange(west, west.withArea(TestPlans.square(from, 0, x, 10))),
          new UnitChange(east, east.withArea(TestPlans.square(x, 0, to, 10))));
    };
  }

  /** Draws one grid anew, whatever its neighbours say. */
  static PlanEdit redraw(int i, int minX, int maxX) {
    return on -> {
      Unit unit = grid(on.plan(), code(i));
      return change(new UnitChange(unit, unit.withArea(TestPlans.square(minX, 0, maxX, 10))));
    };
  }

  /** Adds a grid at the east end; the district grows with it. */
  static PlanEdit add(String code, int minX, int maxX) {
    return on -> {
      Unit district = on.plan().units(0).get(0);
      Unit added = TestPlans.grid(code, code, TestPlans.square(minX, 0, maxX, 10));
      return change(
          new UnitChange(district, district.withArea(TestPlans.square(0, 0, maxX, 10))),
          UnitChange.added(added));
    };
  }

  /** Adds a grid south of the first one; the district grows with it. */
  static PlanEdit addBelow(String code) {
    return on -> {
      Unit district = on.plan().units(0).get(0);
      Unit added = TestPlans.grid(code, code, TestPlans.square(0, -10, 10, 0));
      LatticeMultiPolygon grown =
          UpperLevels.union(List.of(district.drawnArea(), added.drawnArea()));
      return change(new UnitChange(district, district.withArea(grown)), UnitChange.added(added));
    };
  }

  static RevisionNote note(String kind) {
    return new RevisionNote(kind, "{}", Actor.named("ann"), "because");
  }

  static String code(int i) {
    return "G%05d".formatted(i);
  }

  static Unit grid(Plan plan, String code) {
    return plan.unit(1, code).orElseThrow();
  }

  private static PlanChange change(UnitChange... units) {
    return PlanChange.ofUnits(Arrays.asList(units), List.of());
  }
}

package org.gridwright.core.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.jspecify.annotations.Nullable;

/** Seeded random changes of a plan that damage it, mend it, or leave it seamless. */
final class RandomEdits {

  private final Plan original;
  private final Random random;
  private final int reach;

  /**
   * @param original what a mend puts back
   * @param reach how far a point is moved at most, in lattice steps
   */
  RandomEdits(Plan original, Random random, int reach) {
    this.original = original;
    this.random = random;
    this.reach = reach;
  }

  /** A change of one place of a plan. */
  PlanChange next(Plan plan) {
    if (plan.grids().isEmpty()) {
      return mended(plan);
    }
    Unit grid = plan.grids().get(random.nextInt(plan.grids().size()));
    return switch (random.nextInt(10)) {
      case 0 -> ofOne(grid, null);
      case 1 -> copied(plan, grid);
      case 2 -> ofOne(grid, grid.withArea(withoutVertex(grid.drawnArea())));
      case 3 -> ofOne(grid, grid.withArea(shifted(grid.drawnArea())));
      case 4, 5 -> sharedVertexMoved(plan, grid);
      case 6, 7 -> mended(plan);
      default -> ofOne(grid, grid.withArea(withVertexMoved(grid.drawnArea())));
    };
  }

  private static PlanChange ofOne(@Nullable Unit before, @Nullable Unit after) {
    return PlanChange.ofUnits(List.of(new UnitChange(before, after)), List.of());
  }

  private static PlanChange copied(Plan plan, Unit grid) {
    String code = grid.code() + "'";
    Unit copy = new Unit(grid.depth(), code, grid.parentCode(), code, Map.of(), grid.drawnArea());
    return plan.unit(grid.depth(), code).isPresent()
        ? ofOne(plan.unit(grid.depth(), code).orElseThrow(), null)
        : ofOne(null, copy);
  }

  /** Puts back one grid that the plan has lost, has too many, or draws otherwise. */
  private PlanChange mended(Plan plan) {
    List<UnitChange> faults = PlanChange.between(plan, original).units();
    return faults.isEmpty()
        ? PlanChange.NONE
        : PlanChange.ofUnits(List.of(faults.get(random.nextInt(faults.size()))), List.of());
  }

  /** Moves a vertex of a grid in every grid that has it, which breaks no seam by itself. */
  private PlanChange sharedVertexMoved(Plan plan, Unit grid) {
    int[] xy = anyShell(grid.drawnArea()).toArray();
    int k = 2 * random.nextInt(xy.length / 2);
    int dx = random.nextInt(2 * reach + 1) - reach;
    int dy = random.nextInt(2 * reach + 1) - reach;
    List<UnitChange> changes = new ArrayList<>();
    for (Unit unit : plan.grids()) {
      if (unit.drawnArea().envelope().contains(xy[k], xy[k + 1])) {
        LatticeMultiPolygon moved = withPointMoved(unit.drawnArea(), xy[k], xy[k + 1], dx, dy);
        if (!moved.equals(unit.drawnArea())) {
          changes.add(new UnitChange(unit, unit.withArea(moved)));
        }
      }
    }
    return PlanChange.ofUnits(changes, List.of());
  }

  private LatticeRing anyShell(LatticeMultiPolygon area) {
    return area.polygons().get(random.nextInt(area.polygons().size())).shell();
  }

  private LatticeMultiPolygon withVertexMoved(LatticeMultiPolygon area) {
    int[] xy = anyShell(area).toArray();
    int k = 2 * random.nextInt(xy.length / 2);
    return withPointMoved(
        area,
        xy[k],
        xy[k + 1],
        random.nextInt(2 * reach + 1) - reach,
        random.nextInt(2 * reach + 1) - reach);
  }

  private LatticeMultiPolygon shifted(LatticeMultiPolygon area) {
    int dx = random.nextInt(2 * reach + 1) - reach;
    int dy = random.nextInt(2 * reach + 1) - reach;
    return mapped(
        area,
        xy -> {
          for (int i = 0; i < xy.length; i += 2) {
            xy[i] += dx;
            xy[i + 1] += dy;
          }
          return xy;
        });
  }

  private LatticeMultiPolygon withoutVertex(LatticeMultiPolygon area) {
    return mapped(
        area,
        xy -> {
          if (xy.length <= 8) {
            return xy;
          }
          int k = 2 * (1 + random.nextInt(xy.length / 2 - 2));
          int[] fewer = new int[xy.length - 2];
          System.arraycopy(xy, 0, fewer, 0, k);
          System.arraycopy(xy, k + 2, fewer, k, fewer.length - k);
          return fewer;
        });
  }

  private static LatticeMultiPolygon withPointMoved(
      LatticeMultiPolygon area, int x, int y, int dx, int dy) {
    return mapped(
        area,
        xy -> {
          for (int i = 0; i < xy.length; i += 2) {
            if (xy[i] == x && xy[i + 1] == y) {
              xy[i] += dx;
              xy[i + 1] += dy;
            }
          }
          return xy;
        });
  }

  /** Changes every ring; a ring that would hold a point twice in a row stays as it is. */
  private static LatticeMultiPolygon mapped(LatticeMultiPolygon area, UnaryOperator<int[]> change) {
    List<LatticePolygon> polygons = new ArrayList<>();
    for (LatticePolygon polygon : area.polygons()) {
      polygons.add(
          new LatticePolygon(
              mapped(polygon.shell(), change),
              polygon.holes().stream().map(hole -> mapped(hole, change)).toList()));
    }
    return new LatticeMultiPolygon(polygons);
  }

  private static LatticeRing mapped(LatticeRing ring, UnaryOperator<int[]> change) {
    int[] before = ring.toArray();
    int[] after = change.apply(before.clone());
    for (int i = 2; i < after.length; i += 2) {
      if (after[i] == after[i - 2] && after[i + 1] == after[i - 1]) {
        return ring;
      }
    }
    return Arrays.equals(before, after) ? ring : LatticeRing.of(after);
  }
}

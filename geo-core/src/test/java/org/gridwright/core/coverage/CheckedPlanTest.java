package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** A check after an edit finds what a full check finds. */
class CheckedPlanTest {

  /** Moves a vertex, removes a grid, draws one twice, or puts back what an earlier plan had. */
  private static Plan edited(Plan plan, Plan original, Random random) {
    List<Unit> units = new ArrayList<>();
    for (int depth = 0; depth < plan.theme().gridLevel().depth(); depth++) {
      units.addAll(plan.units(depth));
    }
    List<Unit> grids = new ArrayList<>(plan.grids());
    int at = random.nextInt(grids.size());
    Unit grid = grids.get(at);
    switch (random.nextInt(6)) {
      case 0 -> grids.remove(at);
      case 1 -> {
        String copy = grid.code() + "'";
        if (plan.unit(grid.depth(), copy).isEmpty()) {
          grids.add(
              new Unit(
                  grid.depth(), copy, grid.parentCode(), copy, grid.attributes(), grid.area()));
        }
      }
      case 2 ->
          original
              .unit(grid.depth(), grid.code())
              .ifPresent(before -> grids.set(at, grid.withArea(before.drawnArea())));
      default -> grids.set(at, grid.withArea(moved(grid.drawnArea(), random)));
    }
    units.addAll(grids);
    return Plan.of(plan.theme(), units);
  }

  private static LatticeMultiPolygon moved(LatticeMultiPolygon area, Random random) {
    int[] xy = area.polygons().get(0).shell().toArray();
    int k = 2 * (1 + random.nextInt(xy.length / 2 - 2));
    xy[k] += random.nextInt(3001) - 1500;
    xy[k + 1] += random.nextInt(3001) - 1500;
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  @Test
  void aCheckAfterAnEditEqualsAFullCheck() {
    for (int seed = 0; seed < 12; seed++) {
      Random random = new Random(seed);
      Plan original = RandomPartitions.city(25, seed);
      CheckedPlan checked = CheckedPlan.of(original, CoverageRules.STANDARD);
      assertThat(checked.findings()).isEmpty();
      for (int edit = 0; edit < 12; edit++) {
        checked = checked.after(edited(checked.plan(), original, random));
        assertThat(checked.findings())
            .as("seed %d, edit %d", seed, edit)
            .isEqualTo(CoverageCheck.standard().check(checked.plan()));
      }
    }
  }

  @Test
  void puttingBackWhatWasThereLeavesNothing() {
    Plan original = RandomPartitions.city(25, 1);
    Unit grid = original.grids().get(12);
    CheckedPlan broken =
        CheckedPlan.of(original, CoverageRules.STANDARD)
            .after(with(original, grid.withArea(moved(grid.drawnArea(), new Random(1)))));
    assertThat(broken.findings()).isNotEmpty();
    assertThat(broken.after(original).findings()).isEmpty();
  }

  private static Plan with(Plan plan, Unit changed) {
    List<Unit> units = new ArrayList<>(plan.units(0));
    plan.grids().forEach(it -> units.add(it.code().equals(changed.code()) ? changed : it));
    return Plan.of(plan.theme(), units);
  }
}

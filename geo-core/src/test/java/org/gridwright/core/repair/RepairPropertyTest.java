package org.gridwright.core.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Seeded damage of a clean city is mended to within the size of the damage. */
class RepairPropertyTest {

  private static final GeometryFactory FLOATING = new GeometryFactory();
  private static final int SIZE = 400; // steps, about 4 m

  /** One kind of damage to the outline of a grid. */
  private enum Damage {
    MOVED_VERTEX,
    DROPPED_VERTEX,
    SHIFTED_UNIT,
    CUT_CORNER;

    int[] applied(int[] xy, Random random) {
      int n = xy.length / 2 - 1;
      int at = random.nextInt(n);
      int dx = random.nextInt(2 * SIZE + 1) - SIZE;
      int dy = random.nextInt(2 * SIZE + 1) - SIZE;
      int[] damaged = xy.clone();
      switch (this) {
        case MOVED_VERTEX -> {
          damaged[2 * at] += dx;
          damaged[2 * at + 1] += dy;
        }
        case SHIFTED_UNIT -> {
          for (int i = 0; i < n; i++) {
            damaged[2 * i] += dx;
            damaged[2 * i + 1] += dy;
          }
        }
        default -> {
          int dropped = this == DROPPED_VERTEX ? 1 : 2;
          damaged = new int[xy.length - 2 * dropped];
          for (int i = 0; i < n - dropped; i++) {
            damaged[2 * i] = xy[2 * ((at + dropped + i) % n)];
            damaged[2 * i + 1] = xy[2 * ((at + dropped + i) % n) + 1];
          }
        }
      }
      damaged[damaged.length - 2] = damaged[0];
      damaged[damaged.length - 1] = damaged[1];
      return damaged;
    }
  }

  private static Plan damaged(Plan plan, Random random, int count) {
    List<Unit> units = new ArrayList<>(plan.units(0));
    List<Unit> grids = new ArrayList<>(plan.grids());
    for (int i = 0; i < count; i++) {
      int grid = random.nextInt(grids.size());
      Damage damage = Damage.values()[random.nextInt(4)];
      int[] xy =
          damage.applied(grids.get(grid).drawnArea().polygons().get(0).shell().toArray(), random);
      grids.set(
          grid,
          grids.get(grid).withArea(LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)))));
    }
    units.addAll(grids);
    return Plan.of(plan.theme(), units);
  }

  private static Geometry steps(Unit unit) {
    return FLOATING.createGeometry(LatticeJts.toSteps(unit.drawnArea()));
  }

  @Test
  void theRepairIsSeamlessAndNearTheOriginal() throws NotSeamlessException {
    for (int seed = 0; seed < 16; seed++) {
      Plan original = RandomPartitions.city(36, seed);
      Plan damaged = damaged(original, new Random(seed), 1 + seed % 8);
      double snap = seed % 2 == 0 ? 0 : 0.5;
      Repaired repaired =
          Repair.propose(damaged, RepairOptions.STANDARD.withGapWidth(30).withSnap(snap)).apply();

      assertThat(repaired.leftovers()).as("seed %d", seed).isEmpty();
      assertThat(Partition.of(repaired.plan()).gridCount()).isEqualTo(36);
      assertThat(
              CoverageValidator.isValid(
                  repaired.plan().grids().stream()
                      .map(RepairPropertyTest::steps)
                      .toArray(Geometry[]::new)))
          .as("seed %d", seed)
          .isTrue();
      Geometry touched = damage(original, damaged).buffer(10);
      double reach = 2 + 2 * snap * 110; // steps of 9.5 to 11 mm
      Geometry bent = outlines(original).buffer(reach).union(outlines(damaged).buffer(reach));
      for (int i = 0; i < 36; i++) {
        Geometry before = steps(original.grids().get(i));
        Geometry changed = before.symDifference(steps(repaired.plan().grids().get(i)));
        assertThat(changed.difference(touched).difference(bent).getArea())
            .as("seed %d, grid %d", seed, i)
            .isLessThan(100); // square steps, 0.01 m²: round corners of buffers are not exact
      }
    }
  }

  private static Geometry outlines(Plan plan) {
    return UnaryUnionOp.union(plan.grids().stream().map(it -> steps(it).getBoundary()).toList());
  }

  /** The ground where a unit as damaged differs from the unit as it was. */
  private static Geometry damage(Plan original, Plan damaged) {
    List<Geometry> differences = new ArrayList<>();
    for (int i = 0; i < original.grids().size(); i++) {
      Geometry after = GeometryFixer.fix(steps(damaged.grids().get(i)));
      differences.add(steps(original.grids().get(i)).symDifference(after));
    }
    return UnaryUnionOp.union(differences);
  }

  @Test
  void whatIsFarFromTheDamageStays() {
    for (int seed = 0; seed < SeededRuns.of(20); seed++) {
      Plan original = RandomPartitions.city(100, seed);
      Plan damaged = damaged(original, new Random(seed), 1);
      Repaired repaired =
          Repair.propose(damaged, RepairOptions.STANDARD.withGapWidth(30).withSnap(0.1)).apply();
      assertThat(repaired.moved().size()).isLessThanOrEqualTo(9);
      List<String> moved = repaired.moved().stream().map(Movement::code).toList();
      for (Unit grid : damaged.grids()) {
        if (!moved.contains(grid.code())) {
          assertThat(repaired.plan().unit(1, grid.code())).contains(grid);
        }
      }
    }
  }

  @Test
  void aSecondRepairChangesNothing() {
    for (int seed = 0; seed < SeededRuns.of(20); seed++) {
      Plan damaged = damaged(RandomPartitions.city(25, seed), new Random(seed), 5);
      RepairOptions options = RepairOptions.STANDARD.withGapWidth(30);
      Plan once = Repair.propose(damaged, options).apply().plan();
      assertThat(Repair.propose(once, options).isEmpty()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void aHardPartitionStaysAsItIs() {
    for (int seed = 0; seed < SeededRuns.of(200); seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      Repaired repaired =
          Repair.propose(plan, RepairOptions.STANDARD.withGapsTo(Choice.LEAVE)).apply();
      for (int i = 0; i < plan.grids().size(); i++) {
        assertThat(steps(repaired.plan().grids().get(i)).equalsTopo(steps(plan.grids().get(i))))
            .as("seed %d", seed)
            .isTrue();
      }
      assertThat(CoverageCheck.standard().check(repaired.plan()))
          .allSatisfy(it -> assertThat(it.kind()).isEqualTo(Finding.Kind.GAP));
    }
  }
}

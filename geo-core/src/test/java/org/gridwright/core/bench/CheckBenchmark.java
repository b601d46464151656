package org.gridwright.core.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A full check of a seamless city, the same by JTS (which says only whether and where, not what),
 * and the check after one edit that moves a vertex of one grid, inside and at the outer border.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class CheckBenchmark {

  @Param({"1037", "108000"})
  int grids;

  private Plan plan;
  private PlanChange[] inside;
  private PlanChange[] atTheBorder;
  private int next;
  private CheckedPlan checked;
  private Geometry[] geometries;

  @Setup
  public void build() {
    plan = RandomPartitions.city(grids, 1);
    checked = CheckedPlan.of(plan, CoverageRules.STANDARD);
    geometries =
        plan.grids().stream()
            .map(grid -> LatticeJts.toSteps(grid.drawnArea()))
            .toArray(Geometry[]::new);
    int columns = (int) Math.ceil(Math.sqrt(grids));
    inside = edits(random -> columns * (columns / 2) + random.nextInt(columns));
    atTheBorder = edits(random -> random.nextInt(columns));
  }

  private PlanChange[] edits(ToIntFunction<Random> place) {
    Random random = new Random(1);
    PlanChange[] edits = new PlanChange[100];
    Arrays.setAll(
        edits,
        i -> {
          Unit grid = plan.grids().get(place.applyAsInt(random));
          UnitChange moved = new UnitChange(grid, grid.withArea(moved(grid.drawnArea(), random)));
          return PlanChange.ofUnits(List.of(moved), List.of());
        });
    return edits;
  }

  private static LatticeMultiPolygon moved(LatticeMultiPolygon area, Random random) {
    int[] xy = area.polygons().get(0).shell().toArray();
    xy[2 * (1 + random.nextInt(xy.length / 2 - 2))] += 700;
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  @Benchmark
  public List<Finding> full() {
    return CheckedPlan.of(plan, CoverageRules.STANDARD).findings();
  }

  @Benchmark
  public List<Finding> afterAnEditInside() {
    return checked.after(inside[next++ % inside.length]).findings();
  }

  @Benchmark
  public List<Finding> afterAnEditAtTheBorder() {
    return checked.after(atTheBorder[next++ % atTheBorder.length]).findings();
  }

  @Benchmark
  public boolean jtsCoverageValidator() {
    return CoverageValidator.isValid(geometries);
  }
}

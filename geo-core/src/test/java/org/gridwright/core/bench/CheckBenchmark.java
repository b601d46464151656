package org.gridwright.core.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.CoverageRules;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
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
 * and the check after one edit that moves a vertex.
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
  private Plan edited;
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
    List<Unit> units = new ArrayList<>(plan.units(0));
    for (int i = 0; i < grids; i++) {
      Unit grid = plan.grids().get(i);
      units.add(i == grids / 2 ? grid.withArea(moved(grid.drawnArea())) : grid);
    }
    edited = Plan.of(plan.theme(), units);
  }

  private static LatticeMultiPolygon moved(LatticeMultiPolygon area) {
    int[] xy = area.polygons().get(0).shell().toArray();
    xy[20] += 700;
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  @Benchmark
  public List<Finding> full() {
    return CheckedPlan.of(plan, CoverageRules.STANDARD).findings();
  }

  @Benchmark
  public List<Finding> afterOneEdit() {
    return checked.after(edited).findings();
  }

  @Benchmark
  public boolean jtsCoverageValidator() {
    return CoverageValidator.isValid(geometries);
  }
}

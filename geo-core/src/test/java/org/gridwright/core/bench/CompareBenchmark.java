package org.gridwright.core.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
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

/** A city compared with itself, 100 of its grids redrawn; and with a copy that shares no object. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx4g")
public class CompareBenchmark {

  private static final int CHANGED = 100;

  @Param({"1037", "108000"})
  int grids;

  private Plan plan;
  private Plan redrawn;
  private Plan copy;

  @Setup
  public void build() {
    plan = RandomPartitions.city(grids, 1);
    copy = RandomPartitions.city(grids, 1);
    List<Unit> units = new ArrayList<>(plan.units(0));
    for (int i = 0; i < grids; i++) {
      Unit grid = plan.grids().get(i);
      units.add(i % (grids / CHANGED) == 0 ? grid.withArea(moved(grid.drawnArea())) : grid);
    }
    redrawn = Plan.of(plan.theme(), units);
  }

  private static LatticeMultiPolygon moved(LatticeMultiPolygon area) {
    int[] xy = area.polygons().get(0).shell().toArray();
    xy[20] += 7000;
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  @Benchmark
  public Comparison aHundredChanged() {
    return Comparison.of(plan, 1, redrawn, 1, CompareOptions.DEFAULT);
  }

  @Benchmark
  public Comparison anEqualCopy() {
    return Comparison.of(plan, 1, copy, 1, CompareOptions.DEFAULT);
  }
}

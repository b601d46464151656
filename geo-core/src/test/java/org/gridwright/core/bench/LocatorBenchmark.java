package org.gridwright.core.bench;

import java.util.concurrent.TimeUnit;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Owners of points per second, in random order over seeded cities: the locator that serves, and
 * JTS's own indexes in the same run.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LocatorBenchmark {

  /** The locator that serves. */
  @State(Scope.Benchmark)
  public static class Packed {

    @Param({"122", "1037", "108000"})
    int grids;

    private PackedLocator locator;
    private CityPoints points;
    private final int[] owner = new int[CityPoints.COUNT];

    @Setup
    public void build() {
      Plan plan = RandomPartitions.city(grids, 1);
      points = new CityPoints(plan);
      locator = PackedLocator.of(plan);
    }
  }

  /** JTS: STRtree over rectangles, then a cached IndexedPointInAreaLocator for each grid. */
  @State(Scope.Benchmark)
  public static class Jts {

    @Param({"122", "1037", "108000"})
    int grids;

    private StrTreeLocator locator;
    private CityPoints points;
    private final int[] owner = new int[CityPoints.COUNT];

    @Setup
    public void build() {
      Plan plan = RandomPartitions.city(grids, 1);
      points = new CityPoints(plan);
      locator = new StrTreeLocator(plan);
    }
  }

  @Benchmark
  @OperationsPerInvocation(CityPoints.COUNT)
  public int[] owners(Packed state) {
    state.locator.owners(state.points.x, state.points.y, 0, CityPoints.COUNT, state.owner);
    return state.owner;
  }

  @Benchmark
  @OperationsPerInvocation(CityPoints.COUNT)
  public int[] ownersOneByOne(Packed state) {
    for (int i = 0; i < CityPoints.COUNT; i++) {
      state.owner[i] = state.locator.owner(state.points.x[i], state.points.y[i]);
    }
    return state.owner;
  }

  @Benchmark
  @OperationsPerInvocation(CityPoints.COUNT)
  public int[] ownersByJts(Jts state) {
    for (int i = 0; i < CityPoints.COUNT; i++) {
      state.owner[i] = state.locator.owner(state.points.x[i], state.points.y[i]);
    }
    return state.owner;
  }
}

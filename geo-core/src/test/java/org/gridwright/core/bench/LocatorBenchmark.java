package org.gridwright.core.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;
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
import org.openjdk.jmh.infra.Blackhole;

/** Points per second of the reference locator, in random order over seeded cities. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LocatorBenchmark {

  private static final int POINTS = 10_000;

  @Param({"122", "1037"})
  int grids;

  private Locator locator;
  private final int[] x = new int[POINTS];
  private final int[] y = new int[POINTS];
  private final int[] owner = new int[POINTS];

  @Setup
  public void build() {
    Plan plan = RandomPartitions.city(grids, 1);
    locator = JtsLocator.of(plan);
    Random random = new Random(1);
    LatticeEnvelope box = plan.envelope();
    for (int i = 0; i < POINTS; i++) {
      x[i] = box.minX() + random.nextInt(box.maxX() - box.minX());
      y[i] = box.minY() + random.nextInt(box.maxY() - box.minY());
    }
  }

  @Benchmark
  @OperationsPerInvocation(POINTS)
  public int[] owner() {
    locator.owners(x, y, 0, POINTS, owner);
    return owner;
  }

  @Benchmark
  @OperationsPerInvocation(POINTS)
  public void place(Blackhole hole) {
    for (int i = 0; i < POINTS; i++) {
      Placement place = locator.place(x[i], y[i]);
      hole.consume(place);
    }
  }
}

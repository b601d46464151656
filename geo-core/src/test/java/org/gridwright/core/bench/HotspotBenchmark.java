package org.gridwright.core.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.ArcContiguity;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.work.Progress;
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

/** Hotspots of a city that has been counted: from its arcs to adjusted chances. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class HotspotBenchmark {

  @Param({"1037", "108000"})
  int grids;

  private Partition partition;
  private SpatialWeights queen;
  private PlaceFigures counts;

  @Setup
  public void build() throws NotSeamlessException {
    partition = Partition.of(RandomPartitions.city(grids, 1));
    queen = ArcContiguity.of(Adjacency.QUEEN, partition);
    Random random = new Random(1);
    double[] values = new double[grids];
    for (int i = 0; i < grids; i++) {
      values[i] = random.nextInt(random.nextInt(12) + 1);
    }
    counts = PlaceFigures.ofAll(values);
  }

  private PlaceFigures adjusted(SpatialWeights weights, LocalOptions options) {
    return LocalTest.of(weights, counts, options, Progress.NONE).p(Adjustment.BH);
  }

  @Benchmark
  public PlaceFigures giStarFromArcs() {
    return adjusted(
        ArcContiguity.of(Adjacency.QUEEN, partition), LocalOptions.of(LocalMethod.GISTAR));
  }

  @Benchmark
  public PlaceFigures giStar() {
    return adjusted(queen, LocalOptions.of(LocalMethod.GISTAR));
  }

  @Benchmark
  public PlaceFigures moran() {
    return adjusted(queen, LocalOptions.of(LocalMethod.MORAN));
  }

  /** 999 permutations of 1,037 grids, 99 of 108,000. */
  @Benchmark
  public PlaceFigures permuted() {
    int draws = grids > 10_000 ? 99 : 999;
    return adjusted(queen, LocalOptions.of(LocalMethod.MORAN).drawn(draws, 1));
  }

  /** The exact distribution of conditional permutation instead. */
  @Benchmark
  public PlaceFigures exact() {
    return adjusted(queen, LocalOptions.of(LocalMethod.GISTAR).with(Chance.EXACT));
  }
}

package org.gridwright.core.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.hotspot.time.CubeScope;
import org.gridwright.core.hotspot.time.EmergingHotspots;
import org.gridwright.core.hotspot.time.SpaceTimeCube;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A cube of 108,000 places and 24 months: Gi*, Benjamini–Hochberg, trends and classes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class EmergingBenchmark {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 300;
  private static final int STEPS = 24;

  private SpaceTimeCube cube;
  private SpatialWeights weights;

  @Setup
  public void build() {
    int[] starts = new int[WIDTH * HEIGHT + 1];
    int[] neighbours = new int[8 * WIDTH * HEIGHT];
    int links = 0;
    for (int place = 0; place < WIDTH * HEIGHT; place++) {
      for (int row = -1; row <= 1; row++) {
        for (int column = -1; column <= 1; column++) {
          int x = place % WIDTH + column;
          int y = place / WIDTH + row;
          boolean self = row == 0 && column == 0;
          if (!self && x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) {
            neighbours[links++] = y * WIDTH + x;
          }
        }
      }
      starts[place + 1] = links;
    }
    weights = SpatialWeights.ofRows(starts, Arrays.copyOf(neighbours, links));
    SplittableRandom random = new SplittableRandom(1);
    cube =
        SpaceTimeCube.of(
            STEPS,
            random
                .ints((long) WIDTH * HEIGHT * STEPS, 0, 6)
                .mapToDouble(it -> it < 4 ? 0 : it - 3)
                .toArray());
  }

  @Benchmark
  public EmergingHotspots classes() {
    return EmergingHotspots.of(cube, weights, 1, CubeScope.WHOLE_CUBE, 0.05, Progress.NONE);
  }
}

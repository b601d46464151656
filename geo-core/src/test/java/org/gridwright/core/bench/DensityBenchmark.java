package org.gridwright.core.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.hotspot.density.DensityKernel;
import org.gridwright.core.hotspot.density.DensitySurface;
import org.gridwright.core.hotspot.density.KernelDensity;
import org.gridwright.core.hotspot.density.RasterFrame;
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

/**
 * The density of a million incidents on a thousand by a thousand cells; before it is timed, its
 * error against the exact sum at 1,000 seeded places is printed, as a part of the peak.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class DensityBenchmark {

  private static final int INCIDENTS = 1_000_000;
  private static final int CELLS = 1000;

  @Param({"5", "20", "100"})
  double bandwidthCells;

  private KernelDensity density;

  @Setup
  public void build() {
    SplittableRandom random = new SplittableRandom(1);
    double[] x = random.doubles(INCIDENTS, 0, CELLS).toArray();
    double[] y = random.doubles(INCIDENTS, 0, CELLS).toArray();
    for (int i = 0; i < INCIDENTS; i += 2) {
      x[i] = 500 + (x[i] - 500) / 10;
      y[i] = 300 + (y[i] - 500) / 5;
    }
    density = KernelDensity.of(x, y, DensityKernel.GAUSSIAN, bandwidthCells);
    DensitySurface surface = gaussian();
    double worst = 0;
    for (int i = 0; i < 1000; i++) {
      int column = random.nextInt(CELLS);
      int row = random.nextInt(CELLS);
      double exact = density.at(surface.frame().x(column), surface.frame().y(row)).orElseThrow();
      worst = Math.max(worst, Math.abs(surface.at(column, row).orElseThrow() - exact));
    }
    System.out.printf(
        "bandwidth %s: error %.2e of the peak%n", bandwidthCells, worst / surface.peak());
  }

  @Benchmark
  public DensitySurface gaussian() {
    return density.surface(new RasterFrame(0, 0, 1, CELLS, CELLS), Progress.NONE);
  }
}

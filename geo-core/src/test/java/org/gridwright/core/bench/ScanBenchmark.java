package org.gridwright.core.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.hotspot.scan.CircularScan;
import org.gridwright.core.hotspot.scan.ScanData;
import org.gridwright.core.hotspot.scan.ScanOptions;
import org.gridwright.core.hotspot.scan.ScanPlaces;
import org.gridwright.core.hotspot.scan.ScanResult;
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
 * Kulldorff's circular Poisson scan: windows up to half the population and 999 replicas, of 108,000
 * grids up to 5 % and 99.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ScanBenchmark {

  private static final int LARGE = 100_000;

  @Param({"281", "1037", "108000"})
  int places;

  private ScanData data;
  private ScanOptions options;

  @Setup
  public void build() {
    SplittableRandom random = new SplittableRandom(places);
    double side = 100 * Math.sqrt(places);
    double[] x = random.doubles(places, 0, side).toArray();
    double[] y = random.doubles(places, 0, side).toArray();
    double[] population = random.ints(places, 100, 400).asDoubleStream().toArray();
    int[] cases = new int[places];
    for (int place = 0; place < places; place++) {
      for (int i = 0; i < population[place] / 10; i++) {
        cases[place] += random.nextInt(6) == 0 ? 1 : 0;
      }
    }
    data = ScanData.poisson(ScanPlaces.planar(x, y), cases, population);
    options =
        places < LARGE
            ? ScanOptions.DEFAULT.withReplicas(999, 1)
            : ScanOptions.DEFAULT.withLargest(0.05, Double.POSITIVE_INFINITY).withReplicas(99, 1);
  }

  @Benchmark
  public ScanResult poisson() {
    return CircularScan.of(data, options, Progress.NONE);
  }
}

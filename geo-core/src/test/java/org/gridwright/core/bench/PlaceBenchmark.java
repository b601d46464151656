package org.gridwright.core.bench;

import java.util.concurrent.TimeUnit;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.locate.PlacementBatch;
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

/**
 * Full placements per second, runner-up and distance included, in random order: over Chicago's
 * beats (needs the real data) and seeded cities, by the locator that serves and by the reference.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlaceBenchmark {

  @Param({"chicago", "1037", "108000"})
  String plan;

  @Param({"packed", "reference"})
  String by;

  private Locator locator;
  private CityPoints points;
  private final PlacementBatch batch = new PlacementBatch();

  @Setup
  public void build() {
    Plan built =
        plan.equals("chicago")
            ? RealFeatures.plan(RealData.file("chicago/beats.geojson.gz"), "beat")
            : RandomPartitions.city(Integer.parseInt(plan), 1);
    points = new CityPoints(built);
    locator = by.equals("packed") ? PackedLocator.of(built) : JtsLocator.of(built);
  }

  @Benchmark
  @OperationsPerInvocation(CityPoints.COUNT)
  public void oneByOne(Blackhole hole) {
    for (int i = 0; i < CityPoints.COUNT; i++) {
      hole.consume(locator.place(points.x[i], points.y[i]));
    }
  }

  @Benchmark
  @OperationsPerInvocation(CityPoints.COUNT)
  public PlacementBatch bulk() {
    locator.place(points.x, points.y, 0, CityPoints.COUNT, batch);
    return batch;
  }
}

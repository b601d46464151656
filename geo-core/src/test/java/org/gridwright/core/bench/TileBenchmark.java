package org.gridwright.core.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.tile.TileAddress;
import org.gridwright.core.tile.TileArea;
import org.gridwright.core.tile.TileAreas;
import org.gridwright.core.tile.VectorLayer;
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
 * A vector tile in the middle of a seeded city of 20,000 grids, by steps: areas rounded, traced,
 * joined to lines, written. How many grids are near is printed before.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class TileBenchmark {

  private static final int FINENESS = 1;

  @Param({"11", "12", "13", "14"})
  int zoom;

  private TileAddress tile = new TileAddress(0, 0, 0);
  private List<LatticeMultiPolygon> areas = List.of();

  @Setup
  public void build() {
    Plan plan = RandomPartitions.city(20_000, 1);
    int depth = plan.theme().gridLevel().depth();
    LatticeEnvelope box = plan.envelope();
    int longitude = (int) (((long) box.minX() + box.maxX()) / 2);
    int latitude = (int) (((long) box.minY() + box.maxY()) / 2);
    tile = TileAddress.of(zoom, longitude, latitude);
    areas =
        IntStream.of(plan.meeting(depth, tile.surroundings()))
            .mapToObj(i -> plan.grids().get(i).drawnArea())
            .toList();
    System.out.println(areas.size() + " grids near " + tile);
  }

  @Benchmark
  public TileAreas rounded() {
    return TileAreas.of(tile, FINENESS, areas);
  }

  @Benchmark
  public List<TileArea> traced() {
    return TileAreas.of(tile, FINENESS, areas).areas();
  }

  @Benchmark
  public byte[] lines() {
    VectorLayer layer = new VectorLayer("lines");
    layer.lines(1, Map.of(), TileAreas.of(tile, FINENESS, areas).lines(1, (a, b) -> 0).get(0));
    return VectorLayer.tile(List.of(layer));
  }

  @Benchmark
  public byte[] all() {
    TileAreas rounded = TileAreas.of(tile, FINENESS, areas);
    VectorLayer ground = new VectorLayer("units");
    for (TileArea area : rounded.areas()) {
      ground.polygons(area.index() + 1L, Map.of("code", "U" + area.index()), area.polygons());
    }
    VectorLayer lines = new VectorLayer("lines");
    lines.lines(1, Map.of(), rounded.lines(1, (a, b) -> 0).get(0));
    return VectorLayer.tile(List.of(ground, lines));
  }
}

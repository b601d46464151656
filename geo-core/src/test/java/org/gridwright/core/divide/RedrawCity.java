package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/**
 * A seeded made-up city to redraw: communities of up to nine ragged grids, clustered addresses, and
 * streets that wind through all of it. Codes follow cn15.
 */
public final class RedrawCity {

  private static final int GRIDS_A_SIDE = 3;

  private final Plan plan;
  private final long seed;

  private RedrawCity(Plan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  /** A city of some communities in a block as square as can be. */
  public static RedrawCity of(int communities, long seed) {
    int side = (int) Math.ceil(Math.sqrt(communities));
    int columns = GRIDS_A_SIDE * side;
    List<Unit> cells = RandomPartitions.city(columns * columns, seed).grids();
    Theme theme = Theme.of("redraw", "Redraw", CodeScheme.CN15, "community", "grid");
    Map<String, Unit> units = new HashMap<>();
    Map<String, Integer> children = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      int community = i / columns / GRIDS_A_SIDE * side + i % columns / GRIDS_A_SIDE;
      if (community < communities) {
        String code =
            String.format(
                "42990%d%03d%03d", 1 + community / 900, 1 + community / 30, 1 + community % 30);
        String grid = code + String.format("%03d", children.merge(code, 1, Integer::sum));
        units.put(code, new Unit(0, code, null, code, Map.of(), null));
        units.put(grid, new Unit(1, grid, code, grid, Map.of(), cells.get(i).drawnArea()));
      }
    }
    return new RedrawCity(UpperLevels.draw(Plan.of(theme, units.values())), seed);
  }

  /** Two levels, {@code community} and {@code grid}, all drawn. */
  public Plan plan() {
    return plan;
  }

  public List<String> communities() {
    return plan.units(0).stream().map(Unit::code).toList();
  }

  /** Points in clusters of unlike density, and some spread over everything; 1 to 5 households. */
  public WeightedPoints addresses(int count) {
    Random random = new Random(seed);
    LatticeEnvelope box = plan.envelope();
    double width = (double) box.maxX() - box.minX();
    double height = (double) box.maxY() - box.minY();
    int clusters = 40;
    double[][] cluster = new double[clusters][];
    for (int c = 0; c < clusters; c++) {
      cluster[c] =
          new double[] {random.nextDouble(), random.nextDouble(), 0.02 + 0.1 * random.nextDouble()};
    }
    int[] x = new int[count];
    int[] y = new int[count];
    double[] weight = new double[count];
    for (int i = 0; i < count; ) {
      double[] near = cluster[random.nextInt(clusters)];
      boolean spread = random.nextInt(3) == 0;
      double u = spread ? random.nextDouble() : near[0] + near[2] * random.nextGaussian();
      double v = spread ? random.nextDouble() : near[1] + near[2] * random.nextGaussian();
      if (u > 0 && u < 1 && v > 0 && v < 1) {
        x[i] = (int) (box.minX() + u * width);
        y[i] = (int) (box.minY() + v * height);
        weight[i++] = 1 + random.nextInt(5);
      }
    }
    return WeightedPoints.of(x, y, weight);
  }

  /** Winding streets about so many metres apart, both ways through the city. */
  public List<LatticeLine> streets(double metres) {
    LatticeEnvelope box = plan.envelope();
    Random random = new Random(seed + 1);
    int gap = (int) (metres * 100);
    List<LatticeLine> lines = new ArrayList<>();
    for (int y = box.minY() + gap / 2; y < box.maxY(); y += gap) {
      lines.add(winding(box.minX(), box.maxX(), y, gap, random, true));
    }
    for (int x = box.minX() + gap / 2; x < box.maxX(); x += gap) {
      lines.add(winding(box.minY(), box.maxY(), x, gap, random, false));
    }
    return lines;
  }

  private static LatticeLine winding(
      int from, int to, int at, int gap, Random random, boolean east) {
    int step = gap / 3;
    int points = (to - from) / step + 1;
    int[] xy = new int[2 * points];
    double phase = random.nextDouble() * 6;
    for (int i = 0; i < points; i++) {
      int along = from + i * step;
      int across =
          (int) (at + 0.2 * gap * Math.sin(phase + i / 5.0) + 0.1 * gap * random.nextDouble());
      xy[2 * i] = east ? along : across;
      xy[2 * i + 1] = east ? across : along;
    }
    return LatticeLine.of(xy);
  }

  /** The area of a community. */
  public LatticeMultiPolygon area(String community) {
    return plan.unit(0, community).orElseThrow().drawnArea();
  }
}

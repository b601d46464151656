package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;

/** Small seamless plans full of hard places, large enough to be cut, with points and streets. */
final class HardGround {

  private static final int SCALE = 1_009;

  private HardGround() {}

  static Plan plan(Random random) {
    Plan small = RandomPartitions.hard(random);
    List<Unit> units = new ArrayList<>();
    for (Unit unit : small.grids()) {
      units.add(
          unit.withArea(
              new LatticeMultiPolygon(
                  unit.drawnArea().polygons().stream()
                      .map(
                          polygon ->
                              new LatticePolygon(
                                  scaled(polygon.shell()),
                                  polygon.holes().stream().map(HardGround::scaled).toList()))
                      .toList())));
    }
    return Plan.of(small.theme(), units);
  }

  private static LatticeRing scaled(LatticeRing ring) {
    return LatticeRing.of(Arrays.stream(ring.toArray()).map(it -> it * SCALE).toArray());
  }

  /** Clustered points in and around a unit, some of them exactly on vertices. */
  static WeightedPoints points(Unit unit, Random random) {
    LatticeEnvelope box = unit.drawnArea().envelope();
    LatticeRing shell = unit.drawnArea().polygons().get(0).shell();
    int count = 1 + random.nextInt(300);
    int[] x = new int[count];
    int[] y = new int[count];
    double[] weight = new double[count];
    for (int i = 0; i < count; i++) {
      boolean corner = random.nextInt(20) == 0;
      int at = random.nextInt(shell.size());
      double skew = Math.pow(random.nextDouble(), 2);
      x[i] = corner ? shell.x(at) : (int) (box.minX() + skew * (box.maxX() - box.minX()));
      y[i] =
          corner
              ? shell.y(at)
              : (int) (box.minY() + random.nextDouble() * (box.maxY() - box.minY()));
      weight[i] = random.nextInt(4);
    }
    return WeightedPoints.of(x, y, weight);
  }

  /** Lines through anything, some along outlines. */
  static List<LatticeLine> streets(Plan plan, int count, Random random) {
    LatticeEnvelope box = plan.envelope();
    List<LatticeLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int points = 2 + random.nextInt(4);
      int[] xy = new int[2 * points];
      for (int k = 0; k < points; k++) {
        xy[2 * k] = box.minX() + random.nextInt(box.maxX() - box.minX() + 1);
        xy[2 * k + 1] = box.minY() + random.nextInt(box.maxY() - box.minY() + 1);
      }
      lines.add(LatticeLine.of(xy));
      if (random.nextInt(4) == 0) {
        Unit unit = plan.grids().get(random.nextInt(plan.grids().size()));
        lines.add(LatticeLine.of(unit.drawnArea().polygons().get(0).shell().toArray()));
      }
    }
    return lines;
  }
}

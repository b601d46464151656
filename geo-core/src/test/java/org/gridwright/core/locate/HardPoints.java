package org.gridwright.core.locate;

import java.util.Arrays;
import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** The points at which a locator is most likely to be wrong, and some at which it should not be. */
final class HardPoints {

  private int[] x = new int[1024];
  private int[] y = new int[1024];
  private int size;

  private HardPoints() {}

  /**
   * Every vertex and edge midpoint, one step around each, points level with vertices, corners of
   * power-of-two cells, and random and clustered points in and around the plan.
   *
   * @param share use every n-th ring vertex only
   */
  static HardPoints of(Plan plan, int share, int randoms, long seed) {
    HardPoints points = new HardPoints();
    Random random = new Random(seed);
    LatticeEnvelope box = plan.envelope();
    for (Unit grid : plan.grids()) {
      grid.drawnArea().forEachRing(ring -> points.addRing(ring, box, share, random));
    }
    for (int i = 0; i < randoms; i++) {
      int px = between(box.minX() - 50L, box.maxX() + 50L, random);
      int py = between(box.minY() - 50L, box.maxY() + 50L, random);
      points.add(px, py);
      int cell = -1 << random.nextInt(16);
      points.add((px - box.minX() & cell) + box.minX(), (py - box.minY() & cell) + box.minY());
      if (points.size > 0) {
        int near = random.nextInt(points.size);
        points.add(
            points.x[near] + random.nextInt(400) - 200, points.y[near] + random.nextInt(400) - 200);
      }
    }
    points.x = Arrays.copyOf(points.x, points.size);
    points.y = Arrays.copyOf(points.y, points.size);
    return points;
  }

  int size() {
    return size;
  }

  int[] x() {
    return x;
  }

  int[] y() {
    return y;
  }

  private void addRing(LatticeRing ring, LatticeEnvelope box, int share, Random random) {
    for (int i = random.nextInt(share); i + 1 < ring.size(); i += share) {
      addAround(ring.x(i), ring.y(i));
      addAround(
          (int) (((long) ring.x(i) + ring.x(i + 1)) / 2),
          (int) (((long) ring.y(i) + ring.y(i + 1)) / 2));
      add(between(box.minX(), box.maxX(), random), ring.y(i));
      add(ring.x(i), between(box.minY(), box.maxY(), random));
    }
  }

  private void addAround(int px, int py) {
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        add(px + dx, py + dy);
      }
    }
  }

  private void add(int px, int py) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = px;
    y[size++] = py;
  }

  private static int between(long low, long high, Random random) {
    return (int) (low + (long) (random.nextDouble() * (high - low + 1)));
  }
}

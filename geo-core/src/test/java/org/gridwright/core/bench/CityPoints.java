package org.gridwright.core.bench;

import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;

/** Seeded points in random order over a plan's rectangle: enough to leave the caches. */
final class CityPoints {

  static final int COUNT = 1 << 17;

  final int[] x = new int[COUNT];
  final int[] y = new int[COUNT];

  CityPoints(Plan plan) {
    Random random = new Random(1);
    LatticeEnvelope box = plan.envelope();
    for (int i = 0; i < COUNT; i++) {
      x[i] = box.minX() + random.nextInt(box.maxX() - box.minX());
      y[i] = box.minY() + random.nextInt(box.maxY() - box.minY());
    }
  }
}

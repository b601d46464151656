package org.gridwright.core.flow;

import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;

/** How much ground areas have in common. Pure and thread-safe. */
final class GroundAreas {

  private GroundAreas() {}

  /**
   * Square millimetres that all of some areas have in common, 31 at most. Ground is what {@link
   * org.gridwright.core.measure.EqualArea} measures, so that pieces add up to the whole.
   */
  static long common(LatticeMultiPolygon... areas) {
    LatticeEnvelope box = areas[0].envelope();
    for (int i = 1; i < areas.length; i++) {
      box = common(box, areas[i].envelope());
    }
    if (box.minX() >= box.maxX() || box.minY() >= box.maxY()) {
      return 0;
    }
    GroundSlabs slabs = new GroundSlabs(box);
    for (int i = 0; i < areas.length; i++) {
      int bit = 1 << i;
      areas[i].forEachRing(ring -> slabs.add(ring, bit));
    }
    return Math.round(slabs.squareMetres((1 << areas.length) - 1) * 1e6);
  }

  private static LatticeEnvelope common(LatticeEnvelope a, LatticeEnvelope b) {
    return new LatticeEnvelope(
        Math.max(a.minX(), b.minX()),
        Math.max(a.minY(), b.minY()),
        Math.min(a.maxX(), b.maxX()),
        Math.min(a.maxY(), b.maxY()));
  }
}

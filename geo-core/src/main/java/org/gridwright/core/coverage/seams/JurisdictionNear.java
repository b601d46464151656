package org.gridwright.core.coverage.seams;

import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * The jurisdiction as a check of a small part of a plan sees it. Well inside it, a rectangle does
 * as well as the outline of a whole city, which has many times the edges of the part.
 */
final class JurisdictionNear {

  /** Room for what rounding moves, between the part and the rectangle. */
  private static final int MARGIN = 8;

  private final LatticeEnvelope box;

  /** Whether an edge meets the rectangle. */
  private boolean meets;

  /** Whether a ray from the rectangle's lower left corner to the east meets an odd number. */
  private boolean odd;

  private JurisdictionNear(LatticeEnvelope box) {
    this.box = box;
  }

  /**
   * The jurisdiction for a part, or a rectangle around the part that lies in it with all its edge.
   * The same for the same rectangle. Takes one pass over the edges.
   *
   * @param part around all that the part has
   */
  static LatticeMultiPolygon of(LatticeMultiPolygon jurisdiction, LatticeEnvelope part) {
    if (part.isEmpty() || isAtTheRim(part)) {
      return jurisdiction;
    }
    LatticeEnvelope box =
        new LatticeEnvelope(
            part.minX() - MARGIN, part.minY() - MARGIN, part.maxX() + MARGIN, part.maxY() + MARGIN);
    JurisdictionNear near = new JurisdictionNear(box);
    jurisdiction.forEachRing(near::add);
    return near.meets || !near.odd ? jurisdiction : rectangle(box);
  }

  private static boolean isAtTheRim(LatticeEnvelope part) {
    return part.minX() < Integer.MIN_VALUE + MARGIN
        || part.minY() < Integer.MIN_VALUE + MARGIN
        || part.maxX() > Integer.MAX_VALUE - MARGIN
        || part.maxY() > Integer.MAX_VALUE - MARGIN;
  }

  private static LatticeMultiPolygon rectangle(LatticeEnvelope box) {
    LatticeRing ring =
        LatticeRing.of(
            box.minX(), box.minY(),
            box.maxX(), box.minY(),
            box.maxX(), box.maxY(),
            box.minX(), box.maxY(),
            box.minX(), box.minY());
    return LatticeMultiPolygon.of(LatticePolygon.of(ring));
  }

  private void add(LatticeRing ring) {
    for (int i = 1; i < ring.size() && !meets; i++) {
      add(ring.x(i - 1), ring.y(i - 1), ring.x(i), ring.y(i));
    }
  }

  /** An edge whose rectangle meets the box counts as one that does. */
  private void add(int ax, int ay, int bx, int by) {
    int minX = Math.min(ax, bx);
    int minY = Math.min(ay, by);
    int maxX = Math.max(ax, bx);
    int maxY = Math.max(ay, by);
    if (maxY < box.minY() || minY > box.maxY()) {
      return;
    }
    if (minX <= box.maxX() && maxX >= box.minX()) {
      meets = true;
    } else if (minX > box.maxX() && minY <= box.minY() && box.minY() < maxY) {
      odd = !odd;
    }
  }
}

package org.gridwright.core.locate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * The rings of one grid, and how a point lies to them: exactly, in 64-bit integers. Immutable.
 *
 * <p>The answer for p counts the crossings of a ray from p + (ε, ε²) to the east. Being a hair
 * north, the ray crosses an edge when {@code y1 <= y < y2}; being further east than north, a point
 * on an edge has passed it, so that an edge counts only when p is strictly west of it.
 */
final class GridRings implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Bit of an answer: the grid holds the point. */
  static final int HOLDS = 1;

  /** Bit of an answer: the boundary of the grid passes through the point. */
  static final int TOUCHES = 2;

  private final LatticeRing[] rings;
  private final LatticeEnvelope envelope;

  GridRings(LatticeMultiPolygon area) {
    List<LatticeRing> all = new ArrayList<>();
    area.forEachRing(all::add);
    LatticeEnvelope around = LatticeEnvelope.EMPTY;
    for (LatticeRing ring : all) {
      around = around.union(ring.envelope());
    }
    rings = all.toArray(LatticeRing[]::new);
    envelope = around;
  }

  /** The rectangle around all rings, holes that stick out of their shell included. */
  LatticeEnvelope envelope() {
    return envelope;
  }

  int ringCount() {
    return rings.length;
  }

  LatticeRing ring(int i) {
    return rings[i];
  }

  /** A union of {@link #HOLDS} and {@link #TOUCHES}; 0 for a point outside. */
  int relate(int px, int py) {
    if (!envelope.contains(px, py)) {
      return 0;
    }
    int answer = 0;
    for (LatticeRing ring : rings) {
      if (ring.envelope().contains(px, py)) {
        int one = relate(ring, px, py);
        answer = (answer ^ (one & HOLDS)) | (one & TOUCHES);
      }
    }
    return answer;
  }

  private static int relate(LatticeRing ring, int px, int py) {
    int answer = 0;
    int ax = ring.x(0);
    int ay = ring.y(0);
    for (int i = 1; i < ring.size(); i++) {
      int bx = ring.x(i);
      int by = ring.y(i);
      if (ay <= py != by <= py) {
        int side = Lattice.orientation(ax, ay, bx, by, px, py);
        if (side == 0) {
          answer |= TOUCHES;
        } else if (side > 0 == by > ay) {
          answer ^= HOLDS;
        }
      } else if ((ay == py || by == py) && Lattice.onSegment(ax, ay, bx, by, px, py)) {
        answer |= TOUCHES;
      }
      ax = bx;
      ay = by;
    }
    return answer;
  }
}

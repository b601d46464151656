package org.gridwright.core.divide;

import java.util.Arrays;
import org.gridwright.core.measure.LocalFrame;

/**
 * A straight cut through a face from one of its points to another, inside all the way.
 *
 * @param from position in the ring, less than {@code to}
 * @param to position in the ring
 */
record Chord(Face face, int from, int to) {

  /** A short cut has points as well, so that what it cuts off can be cut again. */
  private static final int LEAST_PIECES = 4;

  /** Whether the cut lies inside and touches the ring at its ends only. Exact. */
  boolean isInside() {
    return isClear(new long[0]);
  }

  /** Whether a cut through the given points lies inside. */
  private boolean isClear(long[] between) {
    long[] ring = face.ring;
    if (to - from < 2 || (from == 0 && to == ring.length - 1)) {
      return false;
    }
    long[] chain = new long[between.length + 2];
    chain[0] = ring[from];
    System.arraycopy(between, 0, chain, 1, between.length);
    chain[chain.length - 1] = ring[to];
    if (!Rings.leadsInside(ring, from, chain[1])
        || !Rings.leadsInside(ring, to, chain[chain.length - 2])) {
      return false;
    }
    for (int i = 0; i < ring.length; i++) {
      for (int k = 1; k < chain.length; k++) {
        if (Rings.conflict(chain[k - 1], chain[k], ring[i], ring[face.after(i)])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Points along the cut about every so many metres; none where rounding would lead outside. */
  long[] points(LocalFrame frame, double spacing) {
    long a = face.ring[from];
    long b = face.ring[to];
    long wanted = Math.round(frame.metres(a, b) / spacing);
    int pieces = (int) Math.max(LEAST_PIECES, Math.min(1000, wanted));
    long[] points = new long[Math.max(0, pieces - 1)];
    int count = 0;
    long last = a;
    for (int i = 1; i < pieces; i++) {
      long next = DirectedEdge.between(a, b, (double) i / pieces);
      if (next != last && next != b) {
        points[count++] = next;
        last = next;
      }
    }
    long[] rounded = Arrays.copyOf(points, count);
    return isClear(rounded) ? rounded : new long[0];
  }

  /** The piece on the right of the cut, which has the ring's points from one end to the other. */
  long[] firstRing(long[] between) {
    int kept = to - from + 1;
    long[] ring = Arrays.copyOf(Arrays.copyOfRange(face.ring, from, to + 1), kept + between.length);
    for (int i = 0; i < between.length; i++) {
      ring[kept + i] = between[between.length - 1 - i];
    }
    return ring;
  }

  /** The piece on the left of the cut. */
  long[] secondRing(long[] between) {
    int n = face.ring.length;
    int kept = n - (to - from) + 1;
    long[] ring = new long[kept + between.length];
    for (int i = 0; i < kept; i++) {
      ring[i] = face.ring[(to + i) % n];
    }
    System.arraycopy(between, 0, ring, kept, between.length);
    return ring;
  }
}

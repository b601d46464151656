package org.gridwright.core.divide;

import org.gridwright.core.lattice.Packed;

/** An edge with a direction, between {@link Packed} points. Whoever owns it lies on its left. */
record DirectedEdge(long from, long to) {

  DirectedEdge reversed() {
    return new DirectedEdge(to, from);
  }

  /** The same for both directions. */
  DirectedEdge undirected() {
    return from < to ? this : reversed();
  }

  /**
   * The lattice point nearest to a place between two others, 0 at the first and 1 at the second.
   */
  static long between(long a, long b, double share) {
    return Packed.of(
        (int) Math.round(Packed.x(a) + share * ((double) Packed.x(b) - Packed.x(a))),
        (int) Math.round(Packed.y(a) + share * ((double) Packed.y(b) - Packed.y(a))));
  }

  @Override
  public int hashCode() {
    long mixed = (from * 31 + to) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}

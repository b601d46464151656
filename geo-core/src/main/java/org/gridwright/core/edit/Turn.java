package org.gridwright.core.edit;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.Packed;

/** Directions around a point, exactly. Points are {@link Packed}. */
final class Turn {

  private Turn() {}

  /**
   * Whether the direction to {@code a} comes before the one to {@code b} when turning clockwise
   * about a point, beginning just after the direction to {@code start}.
   */
  static boolean isClockwiseFirst(long at, long start, long a, long b) {
    int halfA = halfTurn(at, start, a);
    int halfB = halfTurn(at, start, b);
    return halfA != halfB ? halfA < halfB : side(at, b, a) > 0;
  }

  /** 0 right of the direction to start, 1 opposite to it, 2 left of it, 3 along it. */
  private static int halfTurn(long at, long start, long to) {
    int side = side(at, start, to);
    if (side != 0) {
      return side < 0 ? 0 : 2;
    }
    boolean along =
        ((long) Packed.x(start) - Packed.x(at)) * ((long) Packed.x(to) - Packed.x(at))
                + ((long) Packed.y(start) - Packed.y(at)) * ((long) Packed.y(to) - Packed.y(at))
            > 0;
    return along ? 3 : 1;
  }

  /** 1 where p lies left of the direction from a to b, -1 right, 0 on the line. */
  static int side(long a, long b, long p) {
    return Lattice.orientation(
        Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(p), Packed.y(p));
  }
}

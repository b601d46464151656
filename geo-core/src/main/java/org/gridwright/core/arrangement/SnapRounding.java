package org.gridwright.core.arrangement;

import java.util.BitSet;
import org.gridwright.core.work.Progress;

/**
 * Makes edges meet at end points only, all of them on the lattice.
 *
 * <p>An edge through a vertex is divided there, which moves nothing. A crossing between lattice
 * points is rounded to the nearest one, its <em>hot pixel</em>, and every edge that passes through
 * the pixel is led through its centre, which moves it by up to 0.71 steps (less than a centimetre).
 * What was moved is looked at again, until nothing crosses. Should that not settle within some
 * rounds, every vertex is made a hot pixel as well; then it ends, because every round only divides
 * edges at points of a finite set.
 *
 * <p>Sources: J. D. Hobby, Practical segment intersection with finite precision output, 1999; L.
 * Guibas and D. Marimont, Rounding arrangements dynamically, 1998; repeated rounds as in D.
 * Halperin and E. Packer, Iterated snap rounding, 2002. Unlike those, vertices are no hot pixels at
 * first: a sound plan whose grids are a step wide has to stay as it is.
 *
 * <p>An edge and all its copies take the same way, and an outline stays closed; so the number of
 * times that a walk crosses it stays well defined whatever was rounded.
 */
final class SnapRounding {

  private static final int CAREFUL_ROUNDS = 6;
  private static final int MOST_ROUNDS = 10_000;

  private SnapRounding() {}

  /** The same outlines, noded. Takes O((n + k) log n) a round for k pairs of near edges. */
  static Linework node(Linework lines, Progress progress) {
    BitSet fresh = new BitSet();
    fresh.set(0, lines.count());
    Linework current = lines;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      NodingRound next = new NodingRound(current, fresh, round >= CAREFUL_ROUNDS, progress);
      if (!next.divides()) {
        return current;
      }
      fresh = new BitSet();
      current = next.divided(fresh);
    }
    throw new IllegalStateException("snap rounding of " + lines.count() + " edges did not end");
  }
}

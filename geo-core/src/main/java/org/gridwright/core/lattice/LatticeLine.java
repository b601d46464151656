package org.gridwright.core.lattice;

import java.util.Arrays;
import org.gridwright.core.message.Message;

/**
 * A chain of lattice points, such as the middle of a street or a line that was drawn. It may touch
 * or cross itself. Immutable; equality is by the exact point sequence.
 */
public final class LatticeLine {

  private final int[] xy;

  private LatticeLine(int[] xy) {
    this.xy = xy;
  }

  /**
   * A line from interleaved ordinates {@code x0, y0, x1, y1, …}. Consecutive equal points are
   * dropped; the array is copied.
   *
   * @throws LatticeException when fewer than two different consecutive points remain
   */
  public static LatticeLine of(int... xy) {
    int[] kept = PointSequence.withoutRepeats(xy);
    int n = kept.length;
    if (xy.length % 2 != 0 || n < 4) {
      throw new LatticeException(Message.core("lattice.line-short", xy.length / 2));
    }
    return new LatticeLine(kept);
  }

  /** Number of points, at least 2. */
  public int size() {
    return xy.length / 2;
  }

  public int x(int i) {
    return xy[2 * i];
  }

  public int y(int i) {
    return xy[2 * i + 1];
  }

  public LatticeEnvelope envelope() {
    LatticeEnvelope all = LatticeEnvelope.EMPTY;
    for (int i = 0; i < size(); i++) {
      all = all.union(new LatticeEnvelope(x(i), y(i), x(i), y(i)));
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatticeLine that && Arrays.equals(xy, that.xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return PointSequence.text(xy);
  }
}

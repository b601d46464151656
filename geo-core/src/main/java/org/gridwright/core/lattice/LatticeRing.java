package org.gridwright.core.lattice;

import java.io.Serializable;
import java.util.Arrays;
import org.gridwright.core.message.Message;

/**
 * A closed ring of lattice points. Immutable. Rings are equal when they lead through the same
 * points in the same direction, wherever they begin.
 *
 * <p>The ring need not be simple: raw input may touch or cross itself, and the checks of the
 * coverage package say so.
 */
public final class LatticeRing implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[] xy;
  private final LatticeEnvelope envelope;

  private LatticeRing(int[] xy) {
    this.xy = xy;
    this.envelope = envelopeOf(xy);
  }

  /**
   * A ring from interleaved ordinates {@code x0, y0, x1, y1, …, x0, y0}. Consecutive equal points
   * are dropped; the array is copied.
   *
   * @throws LatticeException when the ring is not closed or has fewer than three different
   *     consecutive points
   */
  public static LatticeRing of(int... xy) {
    int[] kept = PointSequence.withoutRepeats(xy);
    int n = kept.length;
    if (xy.length % 2 != 0 || n < 8 || kept[0] != kept[n - 2] || kept[1] != kept[n - 1]) {
      throw new LatticeException(Message.core("lattice.ring-open-or-short", xy.length / 2));
    }
    return new LatticeRing(kept);
  }

  /** Number of points, the repeated last one included; at least 4. */
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
    return envelope;
  }

  /**
   * Twice the signed area in square steps, positive when counter-clockwise. Exact below {@link
   * Lattice#MAX_SPAN}.
   */
  public long signedArea2() {
    long sum = 0;
    for (int i = 2; i + 3 < xy.length; i += 2) {
      sum += Lattice.cross(xy[0], xy[1], xy[i], xy[i + 1], xy[i + 2], xy[i + 3]);
    }
    return sum;
  }

  /** The same ring in the given direction; a ring without area is returned as it is. */
  public LatticeRing directed(boolean counterClockwise) {
    long area2 = signedArea2();
    return area2 == 0 || area2 > 0 == counterClockwise ? this : reversed();
  }

  public LatticeRing reversed() {
    int[] back = new int[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      back[i] = xy[xy.length - 2 - i];
      back[i + 1] = xy[xy.length - 1 - i];
    }
    return new LatticeRing(back);
  }

  /**
   * The same ring beginning at its westernmost, then southernmost point; where the ring passes that
   * point several times, at the one from which the rest comes first in that order.
   */
  public LatticeRing normalized() {
    int best = 0;
    for (int i = 2; i + 2 < xy.length; i += 2) {
      if (compareRotations(i, best) < 0) {
        best = i;
      }
    }
    return best == 0 ? this : new LatticeRing(rotated(best));
  }

  /** A copy of the interleaved ordinates {@code x0, y0, …, x0, y0}. */
  public int[] toArray() {
    return xy.clone();
  }

  /** Order by the ordinates of the normalised rings. */
  static int compare(LatticeRing a, LatticeRing b) {
    return Arrays.compare(a.normalized().xy, b.normalized().xy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LatticeRing that
        && xy.length == that.xy.length
        && envelope.equals(that.envelope)
        && (Arrays.equals(xy, that.xy) || Arrays.equals(normalized().xy, that.normalized().xy));
  }

  @Override
  public int hashCode() {
    return 31 * xy.length + envelope.hashCode();
  }

  /** Compares the rings that begin at two positions of this one, mostly by their first points. */
  private int compareRotations(int a, int b) {
    int n = xy.length - 2;
    for (int i = 0; i < n; i++) {
      int order = Integer.compare(xy[(a + i) % n], xy[(b + i) % n]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int[] rotated(int first) {
    int n = xy.length - 2;
    int[] rotated = new int[xy.length];
    System.arraycopy(xy, first, rotated, 0, n - first);
    System.arraycopy(xy, 0, rotated, n - first, first);
    rotated[n] = rotated[0];
    rotated[n + 1] = rotated[1];
    return rotated;
  }

  @Override
  public String toString() {
    return PointSequence.text(xy);
  }

  private static LatticeEnvelope envelopeOf(int[] xy) {
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int i = 0; i < xy.length; i += 2) {
      minX = Math.min(minX, xy[i]);
      maxX = Math.max(maxX, xy[i]);
      minY = Math.min(minY, xy[i + 1]);
      maxY = Math.max(maxY, xy[i + 1]);
    }
    return new LatticeEnvelope(minX, minY, maxX, maxY);
  }
}

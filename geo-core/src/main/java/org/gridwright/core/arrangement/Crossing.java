package org.gridwright.core.arrangement;

import java.math.BigInteger;
import org.gridwright.core.lattice.Packed;

/** Where segments meet, exactly. All arguments are lattice steps less than 90 degrees apart. */
public final class Crossing {

  /** Farther from a tie than this, rounding in double precision (error below 4e-7) is right. */
  private static final double SURELY_NO_TIE = 1e-6;

  private Crossing() {}

  /**
   * The lattice point nearest to where a–b and c–d cross properly; ties go east and north.
   *
   * @return a {@link Packed} point
   */
  public static long nearest(int ax, int ay, int bx, int by, int cx, int cy, int dx, int dy) {
    long ux = (long) bx - ax;
    long uy = (long) by - ay;
    long vx = (long) dx - cx;
    long vy = (long) dy - cy;
    long below = ux * vy - uy * vx;
    long above = ((long) cx - ax) * vy - ((long) cy - ay) * vx;
    return Packed.of((int) (ax + share(above, below, ux)), (int) (ay + share(above, below, uy)));
  }

  /** {@code length * above / below} to the nearest integer, ties up. */
  private static long share(long above, long below, long length) {
    double near = (double) above / below * length;
    double down = Math.floor(near);
    if (Math.abs(near - down - 0.5) > SURELY_NO_TIE) {
      return (long) Math.floor(near + 0.5);
    }
    BigInteger twice = BigInteger.valueOf(above).multiply(BigInteger.valueOf(2 * length));
    BigInteger whole = BigInteger.valueOf(below);
    if (below < 0) {
      twice = twice.negate();
      whole = whole.negate();
    }
    BigInteger[] parts = twice.add(whole).divideAndRemainder(whole.shiftLeft(1));
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }

  /**
   * Whether the segment a–b passes through the inside of the pixel around a lattice point: the
   * square of one step around it.
   */
  static boolean passesPixel(int ax, int ay, int bx, int by, int px, int py) {
    long ux = 2 * ((long) ax - px);
    long uy = 2 * ((long) ay - py);
    long vx = 2 * ((long) bx - px);
    long vy = 2 * ((long) by - py);
    if (Math.max(ux, vx) <= -1
        || Math.min(ux, vx) >= 1
        || Math.max(uy, vy) <= -1
        || Math.min(uy, vy) >= 1) {
      return false;
    }
    long offCentre = ux * (vy - uy) - uy * (vx - ux);
    return Math.abs(offCentre) < Math.abs(vx - ux) + Math.abs(vy - uy);
  }
}

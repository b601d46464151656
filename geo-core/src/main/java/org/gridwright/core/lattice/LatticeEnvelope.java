package org.gridwright.core.lattice;

import java.io.Serializable;

/**
 * A closed axis-parallel rectangle on the lattice: all four bounds are inclusive. A rectangle with
 * {@code minX > maxX} is {@link #EMPTY}.
 */
public record LatticeEnvelope(int minX, int minY, int maxX, int maxY) implements Serializable {

  /** Contains no point; the neutral element of {@link #union}. */
  public static final LatticeEnvelope EMPTY =
      new LatticeEnvelope(
          Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

  /** The rectangle of a box in degrees, each bound rounded to the lattice. */
  public static LatticeEnvelope ofDegrees(double west, double south, double east, double north) {
    return new LatticeEnvelope(
        Lattice.longitude(west),
        Lattice.latitude(south),
        Lattice.longitude(east),
        Lattice.latitude(north));
  }

  public boolean isEmpty() {
    return minX > maxX || minY > maxY;
  }

  public boolean contains(int x, int y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }

  public boolean intersects(LatticeEnvelope other) {
    return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
  }

  /** The smallest rectangle that contains both. */
  public LatticeEnvelope union(LatticeEnvelope other) {
    return new LatticeEnvelope(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY));
  }

  /** Whether the rectangle is too wide for exact predicates; see {@link Lattice#MAX_SPAN}. */
  public boolean exceedsSpan() {
    return !isEmpty()
        && ((long) maxX - minX >= Lattice.MAX_SPAN || (long) maxY - minY >= Lattice.MAX_SPAN);
  }
}

package org.gridwright.core.divide;

/**
 * An edge with a direction, between {@link org.gridwright.core.arrangement.Packed} points. Whoever
 * owns it lies on its left.
 */
record Side(long from, long to) {

  Side reversed() {
    return new Side(to, from);
  }

  /** The same for both directions. */
  Side undirected() {
    return from < to ? this : reversed();
  }

  @Override
  public int hashCode() {
    long mixed = (from * 31 + to) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }
}

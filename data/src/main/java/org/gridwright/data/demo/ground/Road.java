package org.gridwright.data.demo.ground;

/**
 * The identity of a road, packed in an int: what kind it is and a number that tells it from others.
 * Zero stands for no road (open ground at the city's edge).
 */
public final class Road {

  /** How important a road is; also which level of units it separates. */
  public enum Kind {
    EDGE,
    BANK,
    BRIDGE,
    BOULEVARD,
    AVENUE,
    STREET,
    LANE
  }

  private Road() {}

  /** A road from one lattice point to another. */
  static int of(Kind kind, int ax, int ay, int bx, int by) {
    long hash = Seeded.hash(((long) ax << 32) ^ ay, ((long) bx << 32) ^ by);
    return ((int) hash & 0x0FFFFFFF) << 3 | kind.ordinal();
  }

  public static Kind kind(int road) {
    return KINDS[road & 7];
  }

  /** A non-negative number that tells roads of one kind apart; rarely equal for two roads. */
  public static int number(int road) {
    return road >>> 3;
  }

  private static final Kind[] KINDS = Kind.values();
}

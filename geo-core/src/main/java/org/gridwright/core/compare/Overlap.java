package org.gridwright.core.compare;

/**
 * Ground that two units have in common, or that one has alone.
 *
 * @param from index of the earlier unit; {@link #NOBODY} where none owned it
 * @param to index of the later unit; {@link #NOBODY} where none owns it
 * @param squareMetres more than 0
 * @param noise whether it is nowhere as wide as the sliver width, and less than half of either unit
 */
public record Overlap(int from, int to, double squareMetres, boolean noise) {

  public static final int NOBODY = -1;

  /** Whether both sides are units. */
  public boolean isShared() {
    return from != NOBODY && to != NOBODY;
  }
}

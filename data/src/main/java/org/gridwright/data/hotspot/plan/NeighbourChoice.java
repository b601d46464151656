package org.gridwright.data.hotspot.plan;

import java.util.Locale;

/**
 * Which units are neighbours of each other.
 *
 * @param kind how they are told
 * @param metres of a band, its end included; 0 for other kinds
 * @param nearest how many are nearest; 0 for other kinds
 */
public record NeighbourChoice(Kind kind, double metres, int nearest) {

  /** Whoever touches, in a point too. */
  public static final NeighbourChoice QUEEN = new NeighbourChoice(Kind.QUEEN, 0, 0);

  /** How neighbours are told. */
  public enum Kind {
    /** They share a border, or a single point. */
    QUEEN,
    /** They share a border. */
    ROOK,
    /** Their middles are no farther apart than some metres. */
    BAND,
    /** They are among the nearest by their middles. */
    NEAREST;

    /** The name used in APIs, such as {@code queen}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

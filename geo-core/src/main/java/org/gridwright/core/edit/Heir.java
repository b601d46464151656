package org.gridwright.core.edit;

/** Who gets the ground of a grid that is retired. */
public sealed interface Heir {

  /** A rule that picks one or more neighbours. */
  enum By implements Heir {
    /** All of it goes to the neighbour with the longest border. */
    LONGEST_BORDER,
    /** Each place goes to the neighbour whose border is nearest. */
    NEAREST_BORDER
  }

  /** A neighbour by its code. */
  record Named(String unit) implements Heir {}
}

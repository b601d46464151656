package org.gridwright.core.compare;

import java.util.Comparator;

/**
 * An earlier and a later unit that belong together.
 *
 * @param sameCode whether one code means one unit, and they have one
 */
record Link(int from, int to, double squareMetres, boolean sameCode) {

  /** Those that go on as each other rather than as others come first. */
  static final Comparator<Link> BEST_FIRST =
      Comparator.comparing(Link::sameCode, Comparator.reverseOrder())
          .thenComparing(Link::squareMetres, Comparator.reverseOrder())
          .thenComparingInt(Link::from)
          .thenComparingInt(Link::to);
}

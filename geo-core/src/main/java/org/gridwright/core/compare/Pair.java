package org.gridwright.core.compare;

import java.util.Comparator;

/**
 * An earlier and a later unit.
 *
 * @param from index, or {@link Overlap#NOBODY}
 * @param to index, or {@link Overlap#NOBODY}
 */
record Pair(int from, int to) implements Comparable<Pair> {

  /** By the earlier and then the later unit; nobody comes first. */
  private static final Comparator<Pair> ORDER =
      Comparator.comparingInt(Pair::from).thenComparingInt(Pair::to);

  @Override
  public int compareTo(Pair other) {
    return ORDER.compare(this, other);
  }
}

package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the units of a list stood in the list before an edit. Units that are in both lists keep
 * their order. Immutable and thread-safe.
 */
public final class Succession {

  private final int[] before;
  private final int[] after;
  private final int[] fresh;
  private final int[] gone;

  /**
   * @param before for each unit its position before where its area is the very same, otherwise -1
   * @param sizeBefore length of the list before
   */
  public Succession(int[] before, int sizeBefore) {
    this.before = before.clone();
    this.after = new int[sizeBefore];
    Arrays.fill(after, -1);
    BitSet changed = new BitSet();
    for (int unit = 0; unit < before.length; unit++) {
      if (before[unit] >= 0) {
        after[before[unit]] = unit;
      } else {
        changed.set(unit);
      }
    }
    this.fresh = changed.stream().toArray();
    BitSet left = new BitSet();
    for (int unit = 0; unit < sizeBefore; unit++) {
      if (after[unit] < 0) {
        left.set(unit);
      }
    }
    this.gone = left.stream().toArray();
  }

  /** Number of units after the edit. */
  public int size() {
    return before.length;
  }

  /** Position before of a unit that has the very same area, otherwise -1. */
  public int before(int unit) {
    return before[unit];
  }

  /** Position now of a unit of before that kept its area, otherwise -1. */
  public int after(int unit) {
    return after[unit];
  }

  /** Positions now of units that are new or have another area, ascending. */
  public int[] fresh() {
    return fresh.clone();
  }

  /** Positions before of units that are gone or have another area now, ascending. */
  public int[] gone() {
    return gone.clone();
  }
}

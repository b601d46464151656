package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the units of a list stood in the list before an edit. Units that are in both lists keep
 * their order, so that they stand in runs between those that came or went: memory and time are in
 * proportion to the edit, a question takes time logarithmic in it. Immutable and thread-safe.
 */
public final class Renumbering {

  private final int size;
  private final int[] gone;
  private final int[] fresh;

  /** Runs: first position before, first position now, length; without empty ones. */
  private final int[] before;

  private final int[] now;
  private final int[] length;

  private Renumbering(int sizeBefore, int[] gone, int size, int[] fresh) {
    this.size = size;
    this.gone = gone;
    this.fresh = fresh;
    int most = gone.length + fresh.length + 1;
    int[] starts = new int[most];
    int[] positions = new int[most];
    int[] lengths = new int[most];
    int runs = 0;
    int left = 0;
    int come = 0;
    int was = 0;
    int is = 0;
    while (was < sizeBefore || is < size) {
      if (left < gone.length && gone[left] == was) {
        left++;
        was++;
      } else if (come < fresh.length && fresh[come] == is) {
        come++;
        is++;
      } else {
        int run =
            Math.min(
                (left < gone.length ? gone[left] : sizeBefore) - was,
                (come < fresh.length ? fresh[come] : size) - is);
        starts[runs] = was;
        positions[runs] = is;
        lengths[runs++] = run;
        was += run;
        is += run;
      }
    }
    this.before = Arrays.copyOf(starts, runs);
    this.now = Arrays.copyOf(positions, runs);
    this.length = Arrays.copyOf(lengths, runs);
  }

  /**
   * What stays of a list of units in which some go and others come.
   *
   * @param gone positions before of units that are gone or have another area now
   * @param fresh positions now of units that are new or have another area
   * @throws IllegalArgumentException when what is left is not as many before as now
   */
  public static Renumbering of(int sizeBefore, BitSet gone, int size, BitSet fresh) {
    if (gone.length() > sizeBefore
        || fresh.length() > size
        || sizeBefore - gone.cardinality() != size - fresh.cardinality()) {
      throw new IllegalArgumentException(
          sizeBefore + " units without " + gone + " are not " + size + " without " + fresh);
    }
    return new Renumbering(sizeBefore, gone.stream().toArray(), size, fresh.stream().toArray());
  }

  /** This edit and another one after it, as one. */
  Renumbering then(Renumbering next) {
    BitSet left = new BitSet();
    BitSet come = new BitSet();
    for (int was : gone) {
      left.set(was);
    }
    for (int unit : next.gone) {
      int was = before(unit);
      if (was >= 0) {
        left.set(was);
      }
    }
    for (int unit : fresh) {
      int is = next.after(unit);
      if (is >= 0) {
        come.set(is);
      }
    }
    for (int unit : next.fresh) {
      come.set(unit);
    }
    return of(size - fresh.length + gone.length, left, next.size, come);
  }

  /** Number of units after the edit. */
  public int size() {
    return size;
  }

  /** Position before of a unit that has the very same area, otherwise -1. */
  public int before(int unit) {
    return across(now, before, unit);
  }

  /** Position now of a unit of before that kept its area, otherwise -1. */
  public int after(int unit) {
    return across(before, now, unit);
  }

  /** Positions now of units that are new or have another area, ascending. */
  public int[] fresh() {
    return fresh.clone();
  }

  /** Positions before of units that are gone or have another area now, ascending. */
  public int[] gone() {
    return gone.clone();
  }

  /**
   * Copies what is known of each unit that kept its area from where it stood to where it stands.
   */
  public void copy(Object fromArray, Object toArray) {
    for (int run = 0; run < before.length; run++) {
      System.arraycopy(fromArray, before[run], toArray, now[run], length[run]);
    }
  }

  private int across(int[] from, int[] to, int unit) {
    int found = Arrays.binarySearch(from, unit);
    int run = found >= 0 ? found : -found - 2;
    return run >= 0 && unit - from[run] < length[run] ? to[run] + unit - from[run] : -1;
  }
}

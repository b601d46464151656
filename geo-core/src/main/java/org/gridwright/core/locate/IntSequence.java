package org.gridwright.core.locate;

/**
 * Ints by position, wherever they lie: an array, or a file of which only what is asked for is read.
 * Nothing changes them.
 */
public interface IntSequence {

  /** How many there are. */
  int size();

  /** The one at a position in [0, size). */
  int get(int position);

  /**
   * Copies {@code count} of them.
   *
   * @param from position of the first
   * @param to takes them, from {@code at} on
   */
  default void copy(int from, int[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = get(from + i);
    }
  }

  /** All of them; not to be changed, since it may be the array itself. */
  default int[] toArray() {
    int[] all = new int[size()];
    copy(0, all, 0, all.length);
    return all;
  }

  /** Those of an array, which must not change any more. */
  static IntSequence of(int[] array) {
    return new IntSequence() {
      @Override
      public int size() {
        return array.length;
      }

      @Override
      public int get(int position) {
        return array[position];
      }

      @Override
      public void copy(int from, int[] to, int at, int count) {
        System.arraycopy(array, from, to, at, count);
      }

      @Override
      public int[] toArray() {
        return array;
      }
    };
  }
}

package org.gridwright.core.tile;

/**
 * The hot pixels of a frame. First they are made hot, then {@linkplain #settle settled}; from then
 * on each has a place among them, row by row from the northwest. Used by one thread.
 */
final class HotPixels {

  private final long[] hot;

  /** How many hot pixels there are before each word of {@link #hot}. */
  private int[] before = new int[0];

  /** By place. */
  private int[] pixels = new int[0];

  HotPixels(TileFrame frame) {
    this.hot = new long[(frame.numbers() + 63) >> 6];
    for (int i = 0; i < frame.cuts(); i++) {
      for (int k = 0; k < frame.cuts(); k++) {
        add(frame.number(frame.cut(i), frame.cut(k)));
      }
    }
  }

  void add(int pixel) {
    hot[pixel >> 6] |= 1L << pixel;
  }

  boolean has(int pixel) {
    return (hot[pixel >> 6] & (1L << pixel)) != 0;
  }

  /** Says that no more pixels get hot. */
  void settle() {
    before = new int[hot.length];
    int count = 0;
    for (int word = 0; word < hot.length; word++) {
      before[word] = count;
      count += Long.bitCount(hot[word]);
    }
    pixels = new int[count];
    int place = 0;
    for (int word = 0; word < hot.length; word++) {
      for (long rest = hot[word]; rest != 0; rest &= rest - 1) {
        pixels[place++] = (word << 6) | Long.numberOfTrailingZeros(rest);
      }
    }
  }

  /** How many there are. */
  int count() {
    return pixels.length;
  }

  /** The place of a hot pixel among them, from 0. */
  int place(int pixel) {
    return before[pixel >> 6] + Long.bitCount(hot[pixel >> 6] & ((1L << pixel) - 1));
  }

  /** The pixel at a place. */
  int at(int place) {
    return pixels[place];
  }
}

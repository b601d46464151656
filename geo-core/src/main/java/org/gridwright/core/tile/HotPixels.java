package org.gridwright.core.tile;

import java.util.Arrays;

/**
 * The hot pixels of a frame, and which of them rounded edges join. Written by one thread, first the
 * pixels, then the edges.
 *
 * <p>Pixels with edges have a slot, by open addressing. A slot is good until there is {@linkplain
 * #makeRoom room made} for more.
 */
final class HotPixels {

  private static final int NONE = -1;
  private static final int MANY = -2;

  private final TileFrame frame;
  private final long[] hot;

  /** By slot: the pixel, up to two pixels that edges join to it, and who passed last. */
  private int[] pixels = new int[0];

  private int[] first = new int[0];
  private int[] second = new int[0];
  private int[] passer = new int[0];
  private int used;

  HotPixels(TileFrame frame) {
    this.frame = frame;
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

  /** Prepares for some pixels more to get slots. */
  void makeRoom(int more) {
    if (2 * (used + more) <= pixels.length) {
      return;
    }
    int capacity = Math.max(1024, Integer.highestOneBit(used + more) << 2);
    int[] oldPixels = pixels;
    int[] oldFirst = first;
    int[] oldSecond = second;
    pixels = filled(capacity);
    first = filled(capacity);
    second = filled(capacity);
    passer = filled(capacity);
    for (int i = 0; i < oldPixels.length; i++) {
      if (oldPixels[i] != NONE) {
        int slot = find(oldPixels[i]);
        pixels[slot] = oldPixels[i];
        first[slot] = oldFirst[i];
        second[slot] = oldSecond[i];
      }
    }
  }

  /** The slot of a pixel, its own from now on at least. */
  int slot(int pixel) {
    int slot = find(pixel);
    if (pixels[slot] == NONE) {
      pixels[slot] = pixel;
      used++;
    }
    return slot;
  }

  /**
   * Notes that somebody passes a pixel.
   *
   * @return whether they have passed it already, and nobody else since
   */
  boolean passAgain(int slot, int who) {
    boolean again = passer[slot] == who;
    passer[slot] = who;
    return again;
  }

  /** Notes that a rounded edge leads from a pixel to another; edges may be told often. */
  void join(int slot, int other) {
    if (first[slot] == NONE) {
      first[slot] = other;
    } else if (first[slot] != other && second[slot] != other && second[slot] != MANY) {
      second[slot] = second[slot] == NONE ? other : MANY;
    }
  }

  /**
   * Whether nothing changes when a pixel is left out between two others: no further edge ends
   * there, the way is straight, and no tile is cut there.
   */
  boolean isSpare(int before, int pixel, int after) {
    if (!frame.isStraight(before, pixel, after)
        || frame.isCut(frame.column(pixel))
        || frame.isCut(frame.row(pixel))) {
      return false;
    }
    int slot = find(pixel);
    return pixels[slot] == pixel && second[slot] != MANY;
  }

  /** Where a pixel has its slot, or would get it. */
  private int find(int pixel) {
    int mixed = pixel * 0x9E3779B1;
    mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
    int at = (mixed ^ (mixed >>> 13)) & (pixels.length - 1);
    while (pixels[at] != NONE && pixels[at] != pixel) {
      at = (at + 1) & (pixels.length - 1);
    }
    return at;
  }

  private static int[] filled(int size) {
    int[] filled = new int[size];
    Arrays.fill(filled, NONE);
    return filled;
  }
}

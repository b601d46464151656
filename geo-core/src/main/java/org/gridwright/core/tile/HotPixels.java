package org.gridwright.core.tile;

import java.util.Arrays;

/**
 * The hot pixels of a frame, and which of them rounded edges join. Written by one thread, first the
 * pixels, then the edges.
 */
final class HotPixels {

  private static final int NONE = -1;
  private static final int MANY = -2;
  private static final int SLOT = 4;

  private final TileFrame frame;
  private final long[] hot;

  /** Open addressing: pixel, first and second neighbour, who passed last. */
  private int[] slots = new int[SLOT * 1024];

  private int used;

  HotPixels(TileFrame frame) {
    this.frame = frame;
    this.hot = new long[frame.numbers() + 63 >> 6];
    Arrays.fill(slots, NONE);
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
    return (hot[pixel >> 6] & 1L << pixel) != 0;
  }

  /**
   * Notes that somebody passes a pixel.
   *
   * @return whether they had passed it last already
   */
  boolean passAgain(int pixel, int who) {
    int slot = taken(pixel);
    boolean again = slots[slot + 3] == who;
    slots[slot + 3] = who;
    return again;
  }

  /** Notes that a rounded edge joins two pixels; edges may be told often and in any direction. */
  void join(int from, int to) {
    note(from, to);
    note(to, from);
  }

  /**
   * Whether nothing changes when a pixel is left out between two others: no further edge ends
   * there, the way is straight, and no tile is cut there.
   */
  boolean isSpare(int before, int pixel, int after) {
    int slot = slot(pixel);
    if (slots[slot] == NONE || slots[slot + 2] == MANY) {
      return false;
    }
    int x = frame.column(pixel);
    int y = frame.row(pixel);
    int ax = x - frame.column(before);
    int ay = y - frame.row(before);
    int bx = frame.column(after) - x;
    int by = frame.row(after) - y;
    return (long) ax * by == (long) ay * bx && ax * bx + ay * by > 0 && !frame.isCut(x) && !frame.isCut(y);
  }

  private void note(int pixel, int other) {
    int slot = taken(pixel);
    if (slots[slot + 1] == NONE) {
      slots[slot + 1] = other;
    } else if (slots[slot + 1] != other && slots[slot + 2] != other && slots[slot + 2] != MANY) {
      slots[slot + 2] = slots[slot + 2] == NONE ? other : MANY;
    }
  }

  /** Where a pixel stands among the slots, from now on at least. */
  private int taken(int pixel) {
    int slot = slot(pixel);
    if (slots[slot] == pixel) {
      return slot;
    }
    if (++used * 2 > slots.length / SLOT) {
      grow();
      slot = slot(pixel);
    }
    slots[slot] = pixel;
    return slot;
  }

  /** Where a pixel stands among the slots, or would stand. */
  private int slot(int pixel) {
    int capacity = slots.length / SLOT;
    int mixed = pixel * 0x9E3779B1;
    mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
    int at = (int) ((mixed & 0xFFFFFFFFL) * capacity >>> 32);
    while (slots[SLOT * at] != NONE && slots[SLOT * at] != pixel) {
      at = at + 1 == capacity ? 0 : at + 1;
    }
    return SLOT * at;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[2 * old.length];
    Arrays.fill(slots, NONE);
    for (int i = 0; i < old.length; i += SLOT) {
      if (old[i] != NONE) {
        System.arraycopy(old, i, slots, slot(old[i]), SLOT);
      }
    }
  }
}

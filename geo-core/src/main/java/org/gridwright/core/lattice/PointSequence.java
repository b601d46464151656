package org.gridwright.core.lattice;

import java.util.Arrays;

/** What rings and lines do alike with interleaved ordinates {@code x0, y0, x1, y1, …}. */
final class PointSequence {

  private PointSequence() {}

  /**
   * A copy without points equal to the one before them; a single ordinate at the end is dropped.
   */
  static int[] withoutRepeats(int[] xy) {
    int n = 0;
    int[] kept = new int[xy.length];
    for (int i = 0; i + 1 < xy.length; i += 2) {
      if (n == 0 || kept[n - 2] != xy[i] || kept[n - 1] != xy[i + 1]) {
        kept[n++] = xy[i];
        kept[n++] = xy[i + 1];
      }
    }
    return Arrays.copyOf(kept, n);
  }

  /** The points in brackets, as in {@code (0 0, 9 0, 0 9)}. */
  static String text(int[] xy) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < xy.length; i += 2) {
      text.append(i == 0 ? "" : ", ").append(xy[i]).append(' ').append(xy[i + 1]);
    }
    return text.append(')').toString();
  }
}

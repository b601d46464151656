package org.gridwright.core.tile;

import java.util.Arrays;

/**
 * Which pixels of a frame an edge passes, exactly and in order. Places are steps from the frame's
 * corner and may lie anywhere within a world. Used by one thread.
 */
final class EdgeWalk {

  private final TileFrame frame;
  private final HotPixels hot;
  private int[] passed = new int[64];
  private int count;

  EdgeWalk(TileFrame frame, HotPixels hot) {
    this.frame = frame;
    this.hot = hot;
  }

  /** How many hot pixels the last edge passed. */
  int count() {
    return count;
  }

  /** A hot pixel that the last edge passed, counted from the edge's first end. */
  int passed(int i) {
    return passed[i];
  }

  /** Walks along an edge; takes time in proportion to the pixels of the frame that it passes. */
  void walk(int ax, int ay, int bx, int by) {
    count = 0;
    if (ax >> frame.shift == bx >> frame.shift) {
      alongColumn(ax >> frame.shift, ay >> frame.shift, by >> frame.shift);
    } else if (ax < bx) {
      eastward(ax, ay, bx, by);
    } else {
      eastward(bx, by, ax, ay);
      turn();
    }
  }

  private void eastward(int ax, int ay, int bx, int by) {
    boolean isInside =
        frame.has(ax >> frame.shift)
            && frame.has(ay >> frame.shift)
            && frame.has(bx >> frame.shift)
            && frame.has(by >> frame.shift);
    if (!isInside) {
      eastwardThrough(ax, ay, bx, by);
    } else if (ay <= by) {
      southeastward(ax, ay, bx, by);
    } else {
      northeastward(ax, ay, bx, by);
    }
  }

  /**
   * Walks down an edge that lies in the frame. How far below the north of a row the edge leaves a
   * column is counted in steps times the edge's width, so that nothing is divided.
   */
  private void southeastward(int ax, int ay, int bx, int by) {
    long width = (long) bx - ax;
    long height = (long) by - ay;
    long side = width << frame.shift;
    int end = bx >> frame.shift;
    int column = ax >> frame.shift;
    int row = ay >> frame.shift;
    long below =
        ((long) ay - ((long) row << frame.shift)) * width
            + height * (((column + 1L) << frame.shift) - ax);
    for (; column < end; column++) {
      keepIfHot(column, row);
      for (; below > side; below -= side) {
        keepIfHot(column, ++row);
      }
      if (below == side) {
        row++;
        below = 0;
      }
      below += height << frame.shift;
    }
    for (int last = by >> frame.shift; row <= last; row++) {
      keepIfHot(end, row);
    }
  }

  /** Walks up an edge that lies in the frame. */
  private void northeastward(int ax, int ay, int bx, int by) {
    long width = (long) bx - ax;
    long height = (long) ay - by;
    long side = width << frame.shift;
    int end = bx >> frame.shift;
    int column = ax >> frame.shift;
    int row = ay >> frame.shift;
    long below =
        ((long) ay - ((long) row << frame.shift)) * width
            - height * (((column + 1L) << frame.shift) - ax);
    for (; column < end; column++) {
      keepIfHot(column, row);
      for (; below < 0; below += side) {
        keepIfHot(column, --row);
      }
      below -= height << frame.shift;
    }
    for (int last = by >> frame.shift; row >= last; row--) {
      keepIfHot(end, row);
    }
  }

  private void keepIfHot(int column, int row) {
    int pixel = frame.number(column, row);
    if (hot.has(pixel)) {
      keep(pixel);
    }
  }

  /**
   * Makes pixels hot where an edge crosses the middles of a column or row at which tiles are cut.
   */
  void heatCuts(int ax, int ay, int bx, int by) {
    if (frame.isAmid(ax, ay) && frame.isAmid(bx, by)) {
      return;
    }
    for (int i = 0; i < frame.cuts(); i++) {
      int cut = frame.cut(i);
      int middle = frame.middle(cut);
      if (ax < middle != bx < middle) {
        heat(cut, pixelAt(ay, (long) by - ay, middle - ax, (long) bx - ax), true);
      }
      if (ay < middle != by < middle) {
        heat(cut, pixelAt(ax, (long) bx - ax, middle - ay, (long) by - ay), false);
      }
    }
  }

  private void heat(int cut, int crossed, boolean isColumn) {
    if (frame.has(crossed)) {
      hot.add(isColumn ? frame.number(cut, crossed) : frame.number(crossed, cut));
    }
  }

  /** The pixel of {@code from + rise * part / whole}. */
  private int pixelAt(int from, long rise, long part, long whole) {
    long signed = whole < 0 ? -1 : 1;
    return (int)
        Math.floorDiv(
            from * Math.abs(whole) + rise * part * signed, Math.abs(whole) << frame.shift);
  }

  private void eastwardThrough(int ax, int ay, int bx, int by) {
    long dx = (long) bx - ax;
    long dy = (long) by - ay;
    int first = Math.max(0, ax >> frame.shift);
    int end = Math.min(frame.last, bx >> frame.shift);
    for (int column = first; column <= end; column++) {
      int enter = column << frame.shift;
      int from = enter <= ax ? ay >> frame.shift : pixelAt(ay, dy, (long) enter - ax, dx);
      long leave = (column + 1L) << frame.shift;
      int to = leave > bx ? by >> frame.shift : lastRow(ay, dy, leave - ax, dx);
      alongColumn(column, from, to);
    }
  }

  /** The row of the edge's last place before it leaves a column, whose east side is not its own. */
  private int lastRow(int ay, long dy, long part, long dx) {
    if (dy <= 0) {
      return pixelAt(ay, dy, part, dx);
    }
    long row = -Math.floorDiv(-(ay * dx + dy * part), dx << frame.shift) - 1;
    return (int) Math.max(row, Integer.MIN_VALUE);
  }

  private void alongColumn(int column, int from, int to) {
    if (!frame.has(column)) {
      return;
    }
    int step = from <= to ? 1 : -1;
    int begin = Math.max(0, Math.min(frame.last, from));
    int end = Math.max(0, Math.min(frame.last, to));
    if ((from < 0 && to < 0) || (from > frame.last && to > frame.last)) {
      return;
    }
    for (int row = begin; ; row += step) {
      keepIfHot(column, row);
      if (row == end) {
        return;
      }
    }
  }

  private void keep(int pixel) {
    if (count == passed.length) {
      passed = Arrays.copyOf(passed, 2 * count);
    }
    passed[count++] = pixel;
  }

  private void turn() {
    for (int i = 0, j = count - 1; i < j; i++, j--) {
      int swapped = passed[i];
      passed[i] = passed[j];
      passed[j] = swapped;
    }
  }
}

package org.gridwright.core.locate;

/**
 * The arrays of a {@link PackedLocator}, for who writes them down and reads them back. What they
 * mean is said once, in docs/format-gwl.md.
 *
 * <p>Cells: {@code top}, {@code sub} and {@code blocks} over squares of {@code 2^shift} lattice
 * steps, {@code columns} eastward and {@code rows} northward from ({@code originX}, {@code
 * originY}), longitude first. Edges: {@code xy}, {@code start}, {@code first}, {@code second},
 * {@code boxes} and {@code children}, with owner ids 1 … {@code owners}.
 */
public record LocatorParts(
    long originX,
    long originY,
    int shift,
    int columns,
    int rows,
    IntSequence top,
    IntSequence sub,
    IntSequence blocks,
    int owners,
    IntSequence xy,
    IntSequence start,
    IntSequence first,
    IntSequence second,
    IntSequence boxes,
    IntSequence children) {

  /** The same in arrays. */
  LocatorParts copied() {
    return new LocatorParts(
        originX,
        originY,
        shift,
        columns,
        rows,
        IntSequence.of(top.toArray()),
        IntSequence.of(sub.toArray()),
        IntSequence.of(blocks.toArray()),
        owners,
        IntSequence.of(xy.toArray()),
        IntSequence.of(start.toArray()),
        IntSequence.of(first.toArray()),
        IntSequence.of(second.toArray()),
        IntSequence.of(boxes.toArray()),
        IntSequence.of(children.toArray()));
  }

  /**
   * Asks, of every position that a look-up follows, whether it leads into the array that it is
   * meant for, and of the tree whether it ends. Takes one pass over all of it, a quarter of what
   * copying takes.
   *
   * @throws IllegalArgumentException naming the array and the position that does not
   */
  public void check() {
    checkSquares();
    checkCells();
    checkRuns();
    checkTree();
  }

  /** As {@link #check}, of the numbers and sizes alone; reads nothing. */
  void checkSquares() {
    require(shift >= 0 && shift < 31 && columns > 0 && rows > 0 && owners >= 0, "squares", 0);
    require((long) columns * rows == top.size(), "top", 0);
    require(start.size() == first.size() + 1 && first.size() == second.size(), "start", 0);
    require(xy.size() % 2 == 0 && boxes.size() % 4 == 0, "xy", 0);
    require(boxes.size() / 4 == first.size() + Math.max(0, children.size() - 1), "boxes", 0);
  }

  private void checkCells() {
    for (int i = 0; i < top.size(); i++) {
      int packed = top.get(i);
      int split = packed >>> 28;
      long end = (long) (packed & Cells.OFFSET_MASK) + (1L << (2 * split));
      require(split <= Math.min(shift, Cells.MAX_SPLIT) && end <= sub.size(), "top", i);
    }
    for (int i = 0; i < sub.size(); i++) {
      int said = sub.get(i);
      require(said >= 0 ? said <= owners : blockEnd(~said) <= blocks.size(), "sub", i);
    }
  }

  /** Where the block at a position of {@code blocks} ends; past all of them where it is none. */
  long blockEnd(int position) {
    if (position > blocks.size() - 2) {
      return Long.MAX_VALUE;
    }
    int base = blocks.get(position);
    int n = blocks.get(position + 1);
    if (base < 0) {
      return n < 0 ? Long.MAX_VALUE : position + 2L + ~base + (long) Cells.MIXED_INTS * n;
    }
    return n >= 0
        ? position + 4L + (long) Cells.NEAR_INTS * n
        : position + 2L + (long) Cells.FAR_INTS * ~n;
  }

  private void checkRuns() {
    for (int run = 0; run < first.size(); run++) {
      int edges = start.get(run + 1) - start.get(run) - 1;
      require(start.get(run) >= 0 && edges >= 0 && edges <= EdgeRuns.LONGEST, "start", run);
      require(first.get(run) >= 0 && first.get(run) <= owners, "first", run);
      require(second.get(run) >= 0 && second.get(run) <= owners, "second", run);
    }
    require(2L * start.get(first.size()) <= xy.size(), "start", first.size());
  }

  private void checkTree() {
    for (int inner = 0; inner + 1 < children.size(); inner++) {
      int from = children.get(inner);
      int to = children.get(inner + 1);
      boolean some = from >= 0 && from < to && to - from <= EdgeRuns.FAN;
      require(some && to <= first.size() + inner, "children", inner);
    }
  }

  private static void require(boolean holds, String array, int position) {
    if (!holds) {
      throw new IllegalArgumentException(array + "[" + position + "]");
    }
  }
}

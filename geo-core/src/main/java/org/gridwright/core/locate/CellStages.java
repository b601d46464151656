package org.gridwright.core.locate;

/**
 * Asks the cells of many points in stages of {@link #BATCH}, so that the memory reads of many
 * points overlap. For one thread.
 *
 * <p>A <em>contact</em> is an owner id and what else the cell says while it is at hand: {@link
 * #TOUCHES} and {@link #MIXED} are bits of it.
 */
final class CellStages {

  /** So many points' cells and blocks fit a core's own caches. */
  static final int BATCH = 512;

  /** Set where an edge passes through the point. */
  static final int TOUCHES = 1 << 30;

  /** Set where several grids may hold the point. */
  static final int MIXED = Integer.MIN_VALUE;

  private final Cells cells;
  private final int[] index;
  private final int[] pending;

  /**
   * @param most points that will be asked for at once
   */
  CellStages(Cells cells, int most) {
    this.cells = cells;
    this.index = new int[Math.min(BATCH, Math.max(0, most))];
    this.pending = new int[index.length];
  }

  /** The owner id of a contact. */
  static int owner(int contact) {
    return contact & ~(TOUCHES | MIXED);
  }

  /** As {@link Locator#owners}. */
  void owners(int[] x, int[] y, int from, int to, int[] owner) {
    for (int start = from; start < to; start += BATCH) {
      int undecided = readCells(x, y, start, Math.min(to, start + BATCH), owner);
      for (int i = 0; i < undecided; i++) {
        int k = pending[i];
        owner[k] = Cells.resolve(cells.blocks, ~owner[k], index[i], x[k], y[k]);
      }
    }
  }

  /** The contacts of the points at [from, to). */
  void contacts(int[] x, int[] y, int from, int to, int[] contact) {
    for (int start = from; start < to; start += BATCH) {
      int undecided = readCells(x, y, start, Math.min(to, start + BATCH), contact);
      for (int i = 0; i < undecided; i++) {
        int k = pending[i];
        contact[k] = Cells.contact(cells.blocks, ~contact[k], index[i], x[k], y[k]);
      }
    }
  }

  /**
   * Writes down what the cells of some points say; {@code pending} are those that a block has to
   * decide, and {@code index} the first ints of their blocks.
   *
   * @return how many these are
   */
  private int readCells(int[] x, int[] y, int start, int end, int[] said) {
    for (int k = start; k < end; k++) {
      index[k - start] = cells.indexOf(x[k], y[k]);
    }
    int[] sub = cells.sub;
    for (int k = start; k < end; k++) {
      said[k] = sub[index[k - start]];
    }
    int undecided = 0;
    for (int k = start; k < end; k++) {
      pending[undecided] = k;
      undecided += said[k] >>> 31;
    }
    int[] blocks = cells.blocks;
    for (int i = 0; i < undecided; i++) {
      index[i] = blocks[~said[pending[i]]];
    }
    return undecided;
  }
}

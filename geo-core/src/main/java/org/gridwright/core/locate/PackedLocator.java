package org.gridwright.core.locate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * The locator that serves: a packed two-level cell grid, exact in 64-bit integers.
 *
 * <p>One look-up reads one cell and the few edges that touch it; the time does not depend on the
 * number of grids. No look-up of an owner allocates. Immutable, thread-safe and {@link
 * Serializable}.
 *
 * <p>Any plan is answered exactly by the one-owner rule, sound or not: cells that only sound edges
 * touch are resolved by XOR, the others for each grid by itself; see {@link Cells}.
 */
public final class PackedLocator implements Locator, Serializable {

  private static final long serialVersionUID = 1L;
  private static final int BATCH = 512;

  private final Cells cells;
  private final NearestGrid nearest;

  PackedLocator(Cells cells, NearestGrid nearest) {
    this.cells = cells;
    this.nearest = nearest;
  }

  /** Builds the locator of a plan's grids on all cores. */
  public static PackedLocator of(Plan plan) {
    return new PackedLocator(
        new CellsBuilder(EdgeTable.of(plan), plan.grids().size()).build(),
        new NearestGrid(
            plan.grids().stream()
                .map(Unit::drawnArea)
                .map(GridRings::new)
                .toArray(GridRings[]::new)));
  }

  /** Bytes of the arrays that hold the cells. */
  public long bytes() {
    return 4L * (cells.top.length + cells.sub.length + cells.blocks.length);
  }

  @Override
  public int owner(int x, int y) {
    int owner = cells.sub[cells.indexOf(x, y)];
    return owner >= 0 ? owner : Cells.resolve(cells.blocks, ~owner, x, y);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Works in batches of 512 and in stages, so that the memory reads of many points overlap.
   */
  @Override
  public void owners(int[] x, int[] y, int from, int to, int[] owner) {
    int[] index = new int[Math.min(BATCH, Math.max(0, to - from))];
    int[] pending = new int[index.length];
    for (int start = from; start < to; start += BATCH) {
      int end = Math.min(to, start + BATCH);
      findCells(x, y, start, end, index);
      int undecided = gather(index, owner, start, end, pending);
      readBases(owner, pending, undecided, index);
      resolve(x, y, owner, pending, undecided, index);
    }
  }

  private void findCells(int[] x, int[] y, int start, int end, int[] index) {
    for (int k = start; k < end; k++) {
      index[k - start] = cells.indexOf(x[k], y[k]);
    }
  }

  private int gather(int[] index, int[] owner, int start, int end, int[] pending) {
    int[] sub = cells.sub;
    for (int k = start; k < end; k++) {
      owner[k] = sub[index[k - start]];
    }
    int undecided = 0;
    for (int k = start; k < end; k++) {
      pending[undecided] = k;
      undecided += owner[k] >>> 31;
    }
    return undecided;
  }

  /**
   * Reads the blocks' first ints independently of one another, so that the waits for memory
   * overlap.
   */
  private void readBases(int[] owner, int[] pending, int undecided, int[] base) {
    int[] blocks = cells.blocks;
    for (int i = 0; i < undecided; i++) {
      base[i] = blocks[~owner[pending[i]]];
    }
  }

  private void resolve(int[] x, int[] y, int[] owner, int[] pending, int undecided, int[] base) {
    int[] blocks = cells.blocks;
    for (int i = 0; i < undecided; i++) {
      int k = pending[i];
      owner[k] = Cells.resolve(blocks, ~owner[k], base[i], x[k], y[k]);
    }
  }

  @Override
  public Placement place(int x, int y) {
    int cell = cells.sub[cells.indexOf(x, y)];
    int owner = owner(x, y);
    boolean onBoundary = cell < 0 && Cells.touches(cells.blocks, ~cell, x, y);
    List<Integer> contested = cell < 0 ? contested(~cell, x, y) : List.of();
    Optional<Placement.RunnerUp> runnerUp =
        nearest.nearest(x, y, grid -> grid + 1 == owner || contested.contains(grid + 1));
    return new Placement(owner, onBoundary, contested, runnerUp);
  }

  private List<Integer> contested(int position, int x, int y) {
    int[] blocks = cells.blocks;
    List<Integer> holders = new ArrayList<>();
    if (blocks[position] < 0) {
      for (int k = 0; k < ~blocks[position]; k++) {
        if (Cells.holds(blocks, position, k, x, y)) {
          holders.add(blocks[position + 2 + k] >>> 1);
        }
      }
    }
    return holders.size() > 1 ? holders : List.of();
  }
}

package org.gridwright.core.locate;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;

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
  private static final int PLACED = 1 << 15;

  private final Cells cells;
  private final EdgeRuns edges;
  private final transient RunnerUpLists runnersUp;

  private PackedLocator(Cells cells, EdgeRuns edges, boolean whole) {
    this.cells = cells;
    this.edges = edges;
    this.runnersUp = new RunnerUpLists(cells, edges, this::owner, whole);
  }

  /** A locator without all edges of the grids that it knows. */
  static PackedLocator cutOut(Cells cells, EdgeRuns edges) {
    return new PackedLocator(cells, edges, false);
  }

  /** Lists are made anew where it is read. */
  private Object readResolve() {
    return new PackedLocator(cells, edges, true);
  }

  /** As {@link #of(Plan, Progress)}, unwatched. */
  public static PackedLocator of(Plan plan) {
    return of(plan, Progress.NONE);
  }

  /**
   * Builds the locator of a plan's grids on all threads of the pool that calls.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static PackedLocator of(Plan plan, Progress progress) {
    return of(EdgeTable.of(plan, progress), plan.grids().size(), progress);
  }

  /**
   * The locator whose arrays these are, all of them copied.
   *
   * @throws IllegalArgumentException when they are no locator's; see {@link LocatorParts#check}
   */
  public static PackedLocator of(LocatorParts parts) {
    LocatorParts held = parts.copied();
    held.check();
    return new PackedLocator(
        new Cells(
            held.originX(),
            held.originY(),
            held.shift(),
            held.columns(),
            held.rows(),
            held.top().toArray(),
            held.sub().toArray(),
            held.blocks().toArray()),
        new EdgeRuns(
            held.owners(),
            held.xy().toArray(),
            held.start().toArray(),
            held.first().toArray(),
            held.second().toArray(),
            held.boxes().toArray(),
            held.children().toArray()),
        true);
  }

  /** The arrays of this locator, to be written down; nothing is copied. */
  public LocatorParts parts() {
    return new LocatorParts(
        cells.originX,
        cells.originY,
        cells.shift,
        cells.columns,
        cells.rows,
        IntSequence.of(cells.top),
        IntSequence.of(cells.sub),
        IntSequence.of(cells.blocks),
        edges.owners,
        IntSequence.of(edges.xy),
        IntSequence.of(edges.start),
        IntSequence.of(edges.first),
        IntSequence.of(edges.second),
        IntSequence.of(edges.boxes),
        IntSequence.of(edges.children));
  }

  /** The locator of some areas; owner {@code k} is {@code areas.get(k - 1)}. */
  static PackedLocator of(List<LatticeMultiPolygon> areas) {
    return of(EdgeTable.of(areas, Progress.NONE), areas.size(), Progress.NONE);
  }

  private static PackedLocator of(EdgeTable edges, int owners, Progress progress) {
    return new PackedLocator(
        new CellsBuilder(edges, owners).build(progress.part(0.2, 0.7)),
        EdgeRunsBuilder.build(edges, owners, progress.part(0.7, 1)),
        true);
  }

  /** The edges of all grids. */
  EdgeRuns edges() {
    return edges;
  }

  /** The borders of all grids. */
  GridBorders borders() {
    return runnersUp.borders();
  }

  /** Bytes of the arrays that hold the cells. */
  public long bytes() {
    return 4L * (cells.top.length + cells.sub.length + cells.blocks.length);
  }

  /** Bytes of the arrays that hold the edges for {@link #place}. */
  public long edgeBytes() {
    return edges.bytes();
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
  public OptionalDouble boundaryMetres(int x, int y) {
    int cell = cells.sub[cells.indexOf(x, y)];
    PlacementBatch none = new PlacementBatch();
    boolean contested = cell < 0 && cells.addContested(~cell, x, y, none) > 0;
    return runnersUp.boundaryMetres(x, y, contested ? NOBODY : owner(x, y));
  }

  @Override
  public Placement place(int x, int y) {
    PlacementBatch one = new PlacementBatch();
    one.clear(1);
    int cell = cells.sub[cells.indexOf(x, y)];
    int owner = owner(x, y);
    int end = cell < 0 ? cells.addContested(~cell, x, y, one) : 0;
    runnersUp.add(x, y, owner, touches(cell, x, y), end, one);
    return one.get(0);
  }

  /** What {@link #place} says of a point, but for the runner-up. */
  Placement contact(int x, int y) {
    PlacementBatch one = new PlacementBatch();
    one.clear(1);
    contacts(x, y, owner(x, y), one);
    return one.get(0);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Works on 32,768 points at a time, in the order of their owners.
   */
  @Override
  public void place(int[] x, int[] y, int from, int to, PlacementBatch out) {
    RunnerUpSearch search = runnersUp.search();
    inBatches(
        PLACED,
        x,
        y,
        from,
        to,
        out,
        (px, py, owner, n) -> {
          search.prepare(px, py, owner, n);
          for (int i = 0; i < n; i++) {
            place(i, px[i], py[i], owner[i], search, out);
          }
        });
  }

  @Override
  public void contacts(int[] x, int[] y, int from, int to, PlacementBatch out) {
    inBatches(
        BATCH,
        x,
        y,
        from,
        to,
        out,
        (px, py, owner, n) -> {
          for (int i = 0; i < n; i++) {
            contacts(px[i], py[i], owner[i], out);
          }
        });
  }

  private void inBatches(
      int most, int[] x, int[] y, int from, int to, PlacementBatch out, OwnedPoints each) {
    int[] owner = new int[Math.min(most, Math.max(0, to - from))];
    int[] batchX = new int[owner.length];
    int[] batchY = new int[owner.length];
    out.clear(to - from);
    for (int start = from; start < to; start += most) {
      int n = Math.min(most, to - start);
      System.arraycopy(x, start, batchX, 0, n);
      System.arraycopy(y, start, batchY, 0, n);
      owners(batchX, batchY, 0, n, owner);
      each.take(batchX, batchY, owner, n);
    }
  }

  private void contacts(int x, int y, int owner, PlacementBatch out) {
    int cell = cells.sub[cells.indexOf(x, y)];
    int end = cell < 0 ? cells.addContested(~cell, x, y, out) : out.contestedTotal();
    out.add(owner, touches(cell, x, y), end, NOBODY, 0);
  }

  private void place(int i, int x, int y, int owner, RunnerUpSearch search, PlacementBatch out) {
    int cell = cells.sub[cells.indexOf(x, y)];
    int start = out.contestedTotal();
    int end = cell < 0 ? cells.addContested(~cell, x, y, out) : start;
    search.find(i, x, y, owner, out.contestedIds(), start, end);
    out.add(owner, touches(cell, x, y), end, search.owner(), search.metres());
  }

  private boolean touches(int cell, int x, int y) {
    return cell < 0 && Cells.touches(cells.blocks, ~cell, x, y);
  }

  /** Takes points and their owners, at [0, count). */
  private interface OwnedPoints {
    void take(int[] x, int[] y, int[] owner, int count);
  }
}

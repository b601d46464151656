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
   * <p>Works in stages, so that the memory reads of many points overlap.
   */
  @Override
  public void owners(int[] x, int[] y, int from, int to, int[] owner) {
    new CellStages(cells, to - from).owners(x, y, from, to, owner);
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
    contacts(new int[] {x}, new int[] {y}, 0, 1, one);
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
        (px, py, contact, n) -> {
          search.prepare(px, py, contact, n);
          for (int i = 0; i < n; i++) {
            int owner = CellStages.owner(contact[i]);
            int start = out.contestedTotal();
            int end = addContested(contact[i], px[i], py[i], out);
            search.find(i, px[i], py[i], owner, out.contestedIds(), start, end);
            boolean touches = (contact[i] & CellStages.TOUCHES) != 0;
            out.add(owner, touches, end, search.owner(), search.metres());
          }
        });
  }

  @Override
  public void contacts(int[] x, int[] y, int from, int to, PlacementBatch out) {
    inBatches(
        CellStages.BATCH,
        x,
        y,
        from,
        to,
        out,
        (px, py, contact, n) -> {
          for (int i = 0; i < n; i++) {
            int end = addContested(contact[i], px[i], py[i], out);
            boolean touches = (contact[i] & CellStages.TOUCHES) != 0;
            out.add(CellStages.owner(contact[i]), touches, end, NOBODY, 0);
          }
        });
  }

  private void inBatches(
      int most, int[] x, int[] y, int from, int to, PlacementBatch out, TouchedPoints each) {
    int[] contact = new int[Math.min(most, Math.max(0, to - from))];
    int[] batchX = new int[contact.length];
    int[] batchY = new int[contact.length];
    CellStages stages = new CellStages(cells, contact.length);
    out.clear(to - from);
    for (int start = from; start < to; start += most) {
      int n = Math.min(most, to - start);
      System.arraycopy(x, start, batchX, 0, n);
      System.arraycopy(y, start, batchY, 0, n);
      stages.contacts(batchX, batchY, 0, n, contact);
      each.take(batchX, batchY, contact, n);
    }
  }

  /** Appends the grids that contest a point, where any do; returns where they end. */
  private int addContested(int contact, int x, int y, PlacementBatch out) {
    return (contact & CellStages.MIXED) == 0
        ? out.contestedTotal()
        : cells.addContested(~cells.sub[cells.indexOf(x, y)], x, y, out);
  }

  private boolean touches(int cell, int x, int y) {
    return cell < 0 && Cells.touches(cells.blocks, ~cell, x, y);
  }

  /** Takes points and their contacts, at [0, count). */
  private interface TouchedPoints {
    void take(int[] x, int[] y, int[] contact, int count);
  }
}

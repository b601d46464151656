package org.gridwright.core.locate;

import org.jspecify.annotations.Nullable;

/**
 * For every grid the runs of its border, so that the nearest other grid of a point inside is found
 * among some tens of edges. Immutable, safe for any thread.
 *
 * <p>Why that is enough: a way from a point that one grid alone holds to any other grid leaves the
 * first one at an edge of its border, where the grid on the other side is as near or nearer. Three
 * things could be otherwise, and they are in the list of the grid too, marked as <em>unsure</em>:
 *
 * <ol>
 *   <li>an edge of its border with nobody on the other side;
 *   <li>an edge that two grids do not use in opposite directions, or whose grids' rings meet
 *       themselves: there is no telling who is on which side;
 *   <li>an unsure edge of others within the grid's rectangle: through such a one another grid
 *       begins inside this one. Through a sure one it cannot: on either side of it one of its own
 *       two grids holds the ground, and not this one alone.
 * </ol>
 *
 * Where an unsure edge is as near as the nearest sure one, the list does not decide.
 */
final class GridBorders {

  /** A plan that is wider, 300 degrees, may meet itself across the antimeridian. */
  private static final long WIDEST = 3_000_000_000L;

  /** Ints of an entry. */
  static final int STRIDE = 6;

  /** More points do not fit into an entry. */
  static final int MOST_POINTS = 1 << 27;

  private static final int LENGTH_BITS = 4;

  final EdgeRuns runs;

  /**
   * Entries of {@link #STRIDE}: the grid on the other side, 0 for none, &lt;&lt; 1 | whether it is
   * unsure; first point &lt;&lt; 4 | number of edges; rectangle as in {@link EdgeRuns#boxes}.
   */
  final int[] entries;

  private final int[] start;
  private final long south;
  private final LatitudeBand[] bands;

  /**
   * @param start the list of grid {@code g} stands at [start[g], start[g + 1]) of the entries
   */
  GridBorders(EdgeRuns runs, int[] start, int[] entries) {
    this.runs = runs;
    this.start = start;
    this.entries = entries;
    int root = 4 * runs.root();
    boolean any = root >= 0 && (long) runs.boxes[root + 2] - runs.boxes[root] <= WIDEST;
    this.south = any ? runs.boxes[root + 1] : 0;
    long height = any ? runs.boxes[root + 3] - south : -1;
    this.bands = new LatitudeBand[(int) (height >> LatitudeBand.SHIFT) + 1];
    for (int i = 0; i < bands.length; i++) {
      bands[i] = LatitudeBand.from(south + ((long) i << LatitudeBand.SHIFT));
    }
  }

  /** Lists that say nothing of any grid. */
  static GridBorders none(EdgeRuns runs) {
    return new GridBorders(runs, new int[runs.owners + 2], new int[0]);
  }

  /** Position of the first entry of a grid. */
  int from(int grid) {
    return start[grid];
  }

  /** Position behind the last entry of a grid; that of the first where the list says nothing. */
  int to(int grid) {
    return start[grid + 1];
  }

  /** The first int of an entry. */
  static int side(int beyond, boolean unsure) {
    return beyond << 1 | (unsure ? 1 : 0);
  }

  /** The second int of an entry. */
  static int chain(int first, int edges) {
    return first << LENGTH_BITS | edges;
  }

  /** The grid on the other side of a sure run. */
  int beyond(int position) {
    return entries[position] >>> 1;
  }

  boolean isUnsure(int position) {
    return (entries[position] & 1) != 0;
  }

  /** Number of a run's first point among those of {@link EdgeRuns}. */
  int first(int position) {
    return entries[position + 1] >>> LENGTH_BITS;
  }

  /** Number of a run's last point. */
  int last(int position) {
    int chain = entries[position + 1];
    return (chain >>> LENGTH_BITS) + (chain & ((1 << LENGTH_BITS) - 1));
  }

  /** The band of a latitude; null outside the rectangle of all edges, or where that is too wide. */
  @Nullable LatitudeBand band(int y) {
    long band = (y - south) >> LatitudeBand.SHIFT;
    return band < 0 || band >= bands.length ? null : bands[(int) band];
  }

  /** Bytes of the arrays. */
  long bytes() {
    return 4L * (start.length + entries.length);
  }
}

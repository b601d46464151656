package org.gridwright.core.locate;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The edges of all grids in short runs, in a packed tree of rectangles. Each edge is kept once,
 * whichever grids share it. Immutable; about 14 bytes an edge where runs are full.
 *
 * <p>Run {@code r} is a chain of at most {@link #LONGEST} edges between the same two grids, {@code
 * first[r]} and {@code second[r]} (0 for no grid). Its points are {@code xy[2k], xy[2k + 1]} for k
 * in [start[r], start[r + 1]), longitude first.
 *
 * <p>Nodes [0, runs) of the tree are the runs along a Hilbert curve; the others follow level by
 * level, the root last. The rectangle of node {@code n} is {@code boxes[4n … 4n + 3]}: west, south,
 * east, north, all inclusive. The children of node {@code n ≥ runs} are the nodes [children[n -
 * runs], children[n - runs + 1]).
 */
final class EdgeRuns implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Most edges in a run. */
  static final int LONGEST = 8;

  /** Most children of a node. */
  static final int FAN = 8;

  /** Number of owner ids that may occur: 1 … owners. */
  final int owners;

  final int[] xy;
  final int[] start;
  final int[] first;
  final int[] second;
  final int[] boxes;
  final int[] children;

  EdgeRuns(
      int owners, int[] xy, int[] start, int[] first, int[] second, int[] boxes, int[] children) {
    this.owners = owners;
    this.xy = xy;
    this.start = start;
    this.first = first;
    this.second = second;
    this.boxes = boxes;
    this.children = children;
  }

  /**
   * The same edges under other owner ids.
   *
   * @param ids the new id of each present one; 0 for grids whose edges no longer count
   * @param newOwners number of owner ids that may occur from now on
   */
  EdgeRuns renumbered(int[] ids, int newOwners) {
    return new EdgeRuns(
        newOwners,
        xy,
        start,
        Arrays.stream(first).map(id -> ids[id]).toArray(),
        Arrays.stream(second).map(id -> ids[id]).toArray(),
        boxes,
        children);
  }

  /** Whether a run is a border of some grid but one; {@link Locator#NOBODY} leaves none out. */
  boolean counts(int run, int excluded) {
    int one = first[run];
    int other = second[run];
    return (one != 0 && one != excluded) || (other != 0 && other != excluded);
  }

  int runs() {
    return first.length;
  }

  /** The root node; -1 where there is no edge. */
  int root() {
    return boxes.length / 4 - 1;
  }

  /** Most nodes that wait at once when the tree is searched depth first. */
  int stackSize() {
    int levels = 1;
    for (int n = runs(); n > 1; n = (n + FAN - 1) / FAN) {
      levels++;
    }
    return levels * FAN;
  }

  /** Whether the edge that ends at point {@code k} of a run runs east, or north where vertical. */
  boolean forward(int k) {
    int byX = Integer.compare(xy[2 * k - 2], xy[2 * k]);
    return byX < 0 || (byX == 0 && xy[2 * k - 1] < xy[2 * k + 1]);
  }

  /** Bytes of the arrays. */
  long bytes() {
    return 4L
        * (xy.length
            + start.length
            + first.length
            + second.length
            + boxes.length
            + children.length);
  }
}

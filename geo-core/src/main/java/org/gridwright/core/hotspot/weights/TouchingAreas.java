package org.gridwright.core.hotspot.weights;

import java.util.Arrays;
import java.util.List;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.work.Progress;

/**
 * Adjacency of areas that need not form a partition, by what touches: queen where an outline has a
 * point with another one in common, rook where it has a stretch of some length, or an edge of it
 * crosses one of the other's, so that ground is shared. Decided exactly on the lattice, corners on
 * a neighbour's edge included; an area that lies within another without touching its outline is no
 * neighbour. Of areas that form a partition the outcome is that of {@link ArcContiguity}. Takes O(n
 * log n) for n vertices.
 */
public final class TouchingAreas {

  /** A pair is examined about as quickly as the clock. */
  private static final int PAIRS_AT_ONCE = 4096;

  private final Adjacency contiguity;
  private final Progress progress;
  private final LinkList links;
  private int[] xy = new int[4096];
  private int[] owner = new int[1024];
  private int count;
  private long pairs;

  private TouchingAreas(Adjacency contiguity, int places, Progress progress) {
    this.contiguity = contiguity;
    this.progress = progress;
    this.links = new LinkList(places, 4 * places);
  }

  /** The contiguity of areas; place i is area i. */
  public static SpatialWeights of(
      Adjacency contiguity, List<LatticeMultiPolygon> areas, Progress progress) {
    TouchingAreas touching = new TouchingAreas(contiguity, areas.size(), progress);
    for (int place = 0; place < areas.size(); place++) {
      progress.checkpoint();
      int of = place;
      areas.get(place).forEachRing(ring -> touching.add(ring, of));
    }
    new BoxTree(touching.boxes()).visitPairs(touching::examine);
    return touching.links.weights();
  }

  private void add(LatticeRing ring, int place) {
    for (int i = 1; i < ring.size(); i++) {
      if (count == owner.length) {
        owner = Arrays.copyOf(owner, 2 * count);
        xy = Arrays.copyOf(xy, 8 * count);
      }
      xy[4 * count] = ring.x(i - 1);
      xy[4 * count + 1] = ring.y(i - 1);
      xy[4 * count + 2] = ring.x(i);
      xy[4 * count + 3] = ring.y(i);
      owner[count++] = place;
    }
  }

  private int[] boxes() {
    int[] boxes = new int[4 * count];
    for (int edge = 0; edge < count; edge++) {
      boxes[4 * edge] = Math.min(xy[4 * edge], xy[4 * edge + 2]);
      boxes[4 * edge + 1] = Math.min(xy[4 * edge + 1], xy[4 * edge + 3]);
      boxes[4 * edge + 2] = Math.max(xy[4 * edge], xy[4 * edge + 2]);
      boxes[4 * edge + 3] = Math.max(xy[4 * edge + 1], xy[4 * edge + 3]);
    }
    return boxes;
  }

  private void examine(int e, int f) {
    if (++pairs % PAIRS_AT_ONCE == 0) {
      progress.checkpoint();
    }
    if (owner[e] != owner[f] && touches(e, f)) {
      links.link(owner[e], owner[f]);
    }
  }

  /** Whether two edges whose rectangles meet have in common what counts. */
  private boolean touches(int e, int f) {
    int startOfF = side(e, f, 0);
    int endOfF = side(e, f, 2);
    int startOfE = side(f, e, 0);
    int endOfE = side(f, e, 2);
    if (startOfF == 0 && endOfF == 0) {
      return overlaps(e, f);
    }
    if (contiguity == Adjacency.ROOK) {
      return startOfF * endOfF < 0 && startOfE * endOfE < 0;
    }
    return startOfF * endOfF <= 0 && startOfE * endOfE <= 0;
  }

  /** Of two edges on one line, whose rectangles meet. */
  private boolean overlaps(int e, int f) {
    if (contiguity == Adjacency.QUEEN) {
      return true;
    }
    int axis = xy[4 * e] == xy[4 * e + 2] ? 1 : 0;
    int low = Math.max(low(e, axis), low(f, axis));
    int high = Math.min(high(e, axis), high(f, axis));
    return low < high;
  }

  private int low(int edge, int axis) {
    return Math.min(xy[4 * edge + axis], xy[4 * edge + 2 + axis]);
  }

  private int high(int edge, int axis) {
    return Math.max(xy[4 * edge + axis], xy[4 * edge + 2 + axis]);
  }

  /** On which side of an edge an end of another lies. */
  private int side(int edge, int other, int end) {
    return Lattice.orientation(
        xy[4 * edge],
        xy[4 * edge + 1],
        xy[4 * edge + 2],
        xy[4 * edge + 3],
        xy[4 * other + end],
        xy[4 * other + end + 1]);
  }
}

package org.gridwright.core.locate;

import java.util.Arrays;
import java.util.List;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * All ring segments of a plan's grids, each kept once with the owners at its two sides.
 *
 * <p>Edge {@code e} runs upward from {@code (ends[4e], ends[4e+1])} to {@code (ends[4e+2],
 * ends[4e+3])}: by latitude, then by longitude for horizontal edges. {@code first[e]} is an owner
 * id that uses it and {@code delta[e]} that id XOR the other one, 0 standing for no grid.
 *
 * <p>An edge is <em>sound</em> when exactly two different grids use it, once each and in opposite
 * directions, and both are known to lie to the left of their ring's direction. Every other edge is
 * doubtful: the outer boundary, edges that a neighbour does not match, and all edges of grids whose
 * rings cross or touch themselves.
 */
final class EdgeTable {

  private static final int UP = 1;
  private static final int TWICE = 2;

  int count;
  int[] ends = {};
  int[] first = {};
  int[] delta = {};
  private byte[] uses = {};
  private final boolean[] doubtfulOwner;

  /** With room for half of the segments, since neighbours share most. */
  private EdgeTable(int segments, int owners) {
    resize(segments / 2 + segments / 16 + 16);
    doubtfulOwner = new boolean[owners + 1];
  }

  static EdgeTable of(Plan plan, Progress progress) {
    return of(plan.grids().stream().map(Unit::drawnArea).toList(), progress);
  }

  /** The table of some areas; owner {@code k} is {@code areas.get(k - 1)}. */
  static EdgeTable of(List<LatticeMultiPolygon> areas, Progress progress) {
    int segments = 0;
    for (LatticeMultiPolygon area : areas) {
      int[] n = {0};
      area.forEachRing(ring -> n[0] += ring.size() - 1);
      segments = Math.addExact(segments, n[0]);
    }
    EdgeTable table = new EdgeTable(segments, areas.size());
    int[] slots = new int[Integer.highestOneBit(Math.max(8, segments)) * 2];
    for (int i = 0; i < areas.size(); i++) {
      progress.checkpoint();
      table.add(i + 1, areas.get(i), slots);
    }
    table.resize(table.count);
    return table;
  }

  boolean doubtful(int edge) {
    return uses[edge] != (byte) (TWICE | UP)
        || doubtfulOwner[first[edge]]
        || doubtfulOwner[first[edge] ^ delta[edge]];
  }

  /** Marks a grid whose rings meet themselves; may be called from several threads. */
  void doubtOwner(int owner) {
    doubtfulOwner[owner] = true;
  }

  /** The second owner id of an edge, 0 where only one grid uses it. */
  int second(int edge) {
    return first[edge] ^ delta[edge];
  }

  private void add(int owner, LatticeMultiPolygon area, int[] slots) {
    area.forEachRing(ring -> addRing(owner, ring, slots));
    if (!RingNesting.leftIsInside(area)) {
      doubtOwner(owner);
    }
  }

  private void addRing(int owner, LatticeRing ring, int[] slots) {
    for (int i = 0; i + 1 < ring.size(); i++) {
      int ax = ring.x(i);
      int ay = ring.y(i);
      int bx = ring.x(i + 1);
      int by = ring.y(i + 1);
      boolean up = ay < by || (ay == by && ax < bx);
      if (up) {
        use(owner, ax, ay, bx, by, true, slots);
      } else {
        use(owner, bx, by, ax, ay, false, slots);
      }
    }
  }

  private void use(int owner, int x1, int y1, int x2, int y2, boolean up, int[] slots) {
    int mask = slots.length - 1;
    int slot = (int) EdgeNumbers.hash(Packed.of(x1, y1), Packed.of(x2, y2)) & mask;
    boolean again = false;
    while (slots[slot] != 0) {
      int e = slots[slot] - 1;
      int at = 4 * e;
      if (ends[at] == x1 && ends[at + 1] == y1 && ends[at + 2] == x2 && ends[at + 3] == y2) {
        if ((uses[e] & TWICE) == 0) {
          pair(e, owner, up, again);
          return;
        }
        again = true;
        uses[e] = TWICE;
      }
      slot = (slot + 1) & mask;
    }
    if (count == first.length) {
      resize(Math.addExact(count, count / 4 + 16));
    }
    slots[slot] = count + 1;
    int at = 4 * count;
    ends[at] = x1;
    ends[at + 1] = y1;
    ends[at + 2] = x2;
    ends[at + 3] = y2;
    first[count] = owner;
    delta[count] = owner;
    uses[count] = (byte) (up ? UP : 0);
    count++;
  }

  /** The second use: sound when it runs the other way, belongs to another grid, and is the last. */
  private void pair(int edge, int owner, boolean up, boolean again) {
    boolean firstUp = (uses[edge] & UP) != 0;
    boolean sound = firstUp != up && first[edge] != owner && !again;
    delta[edge] = first[edge] ^ owner;
    uses[edge] = (byte) (TWICE | (sound ? UP : 0));
  }

  private void resize(int edges) {
    ends = Arrays.copyOf(ends, Math.multiplyExact(4, edges));
    first = Arrays.copyOf(first, edges);
    delta = Arrays.copyOf(delta, edges);
    uses = Arrays.copyOf(uses, edges);
  }

  /**
   * Whether two edges meet other than in a common end: they cross, or an end of one lies inside the
   * other.
   */
  boolean meet(int e, int f) {
    int p = 4 * e;
    int q = 4 * f;
    if (ends[p + 1] > ends[q + 3] || ends[q + 1] > ends[p + 3]) {
      return false;
    }
    int o1 = side(p, ends[q], ends[q + 1]);
    int o2 = side(p, ends[q + 2], ends[q + 3]);
    int o3 = side(q, ends[p], ends[p + 1]);
    int o4 = side(q, ends[p + 2], ends[p + 3]);
    if (o1 * o2 < 0 && o3 * o4 < 0) {
      return true;
    }
    return (o1 == 0 && inside(p, ends[q], ends[q + 1]))
        || (o2 == 0 && inside(p, ends[q + 2], ends[q + 3]))
        || (o3 == 0 && inside(q, ends[p], ends[p + 1]))
        || (o4 == 0 && inside(q, ends[p + 2], ends[p + 3]));
  }

  private int side(int at, int x, int y) {
    return Lattice.orientation(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], x, y);
  }

  /** Whether a point on the line of an edge lies strictly between its ends. */
  private boolean inside(int at, int x, int y) {
    boolean isEnd =
        (x == ends[at] && y == ends[at + 1]) || (x == ends[at + 2] && y == ends[at + 3]);
    return !isEnd && Lattice.onSegment(ends[at], ends[at + 1], ends[at + 2], ends[at + 3], x, y);
  }
}

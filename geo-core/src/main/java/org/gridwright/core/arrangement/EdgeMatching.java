package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Which edges have a partner: an edge that occurs exactly twice, once in each direction, is
 * <em>matched</em>. Across it one unit ends and another begins, so that the number of units does
 * not change.
 *
 * <p>All edges are first spread over buckets by their hash, so that each bucket's own table stays
 * in the processor's cache; buckets are worked on in parallel. Time and space are linear: 21 bytes
 * an edge while it works and 1 byte after. Immutable and thread-safe.
 */
public final class EdgeMatching {

  private static final int EDGES_PER_BUCKET = 4096;

  /** Receives the edges of a unit in order of its rings; the ends are {@link Packed} points. */
  @FunctionalInterface
  public interface EdgeVisitor {
    void visit(long from, long to, boolean matched);
  }

  private final List<LatticeMultiPolygon> areas;
  private final int[] firstEdge;
  private final byte[] matched;
  private final UnitBoxes boxes;
  private final BitSet open;

  private EdgeMatching(List<LatticeMultiPolygon> areas, int[] firstEdge, UnitBoxes boxes) {
    this.areas = areas;
    this.firstEdge = firstEdge;
    this.boxes = boxes;
    this.matched = new byte[firstEdge[areas.size()]];
    this.open = new BitSet(areas.size());
  }

  public static EdgeMatching of(List<LatticeMultiPolygon> areas) {
    int[] firstEdge = new int[areas.size() + 1];
    for (int unit = 0; unit < areas.size(); unit++) {
      firstEdge[unit + 1] = firstEdge[unit] + edgeCount(areas.get(unit));
    }
    EdgeMatching matching = new EdgeMatching(areas, firstEdge, UnitBoxes.of(areas));
    matching.match();
    for (int unit = 0; unit < areas.size(); unit++) {
      matching.noteWhetherOpen(unit);
    }
    return matching;
  }

  /**
   * The matching after a change of a few units: only edges that a changed unit has or had are
   * counted again, among the units near them.
   *
   * @param after the areas after the change
   * @param before for each of them its position before where it is the same object, otherwise -1
   */
  public EdgeMatching after(List<LatticeMultiPolygon> after, int[] before) {
    int[] starts = new int[after.size() + 1];
    BitSet kept = new BitSet(areas.size());
    for (int unit = 0; unit < before.length; unit++) {
      int was = before[unit];
      starts[unit + 1] =
          starts[unit]
              + (was < 0 ? edgeCount(after.get(unit)) : firstEdge[was + 1] - firstEdge[was]);
      if (was >= 0) {
        kept.set(was);
      }
    }
    EdgeMatching next = new EdgeMatching(after, starts, boxes.after(after, before));
    EdgeNumbers concerned = new EdgeNumbers(256);
    BitSet near = new BitSet();
    for (int was = kept.nextClearBit(0); was < areas.size(); was = kept.nextClearBit(was + 1)) {
      visit(was, (from, to, matching) -> concerned.number(from, to));
      next.boxes.visit(boxes.box(was), near::set);
    }
    for (int unit = 0; unit < before.length; unit++) {
      if (before[unit] >= 0) {
        System.arraycopy(
            matched,
            firstEdge[before[unit]],
            next.matched,
            starts[unit],
            starts[unit + 1] - starts[unit]);
        next.open.set(unit, open.get(before[unit]));
      } else {
        next.visit(unit, (from, to, matching) -> concerned.number(from, to));
        next.boxes.visit(next.boxes.box(unit), near::set);
      }
    }
    next.rematch(near, concerned);
    return next;
  }

  /** Counts some edges again among all the units that have them. */
  private void rematch(BitSet near, EdgeNumbers concerned) {
    int[] uses = new int[concerned.count()];
    int[] balance = new int[concerned.count()];
    for (int unit = near.nextSetBit(0); unit >= 0; unit = near.nextSetBit(unit + 1)) {
      visit(
          unit,
          (from, to, matching) -> {
            if (concerned.contains(from, to)) {
              int edge = concerned.number(from, to);
              uses[edge]++;
              balance[edge] += from < to ? 1 : -1;
            }
          });
    }
    for (int unit = near.nextSetBit(0); unit >= 0; unit = near.nextSetBit(unit + 1)) {
      int[] at = {firstEdge[unit]};
      visit(
          unit,
          (from, to, matching) -> {
            if (concerned.contains(from, to)) {
              int edge = concerned.number(from, to);
              matched[at[0]] = (byte) (uses[edge] == 2 && balance[edge] == 0 ? 1 : 0);
            }
            at[0]++;
          });
      noteWhetherOpen(unit);
    }
  }

  private static int edgeCount(LatticeMultiPolygon area) {
    int edges = 0;
    for (LatticePolygon polygon : area.polygons()) {
      edges += polygon.shell().size() - 1;
      for (LatticeRing hole : polygon.holes()) {
        edges += hole.size() - 1;
      }
    }
    return edges;
  }

  private void noteWhetherOpen(int unit) {
    boolean all = true;
    for (int edge = firstEdge[unit]; edge < firstEdge[unit + 1]; edge++) {
      all &= matched[edge] != 0;
    }
    open.set(unit, !all);
  }

  public List<LatticeMultiPolygon> areas() {
    return areas;
  }

  UnitBoxes boxes() {
    return boxes;
  }

  /** Units with an unmatched edge. Not to be changed. */
  BitSet open() {
    return open;
  }

  /** Visits the edges of a unit, each with its direction. */
  public void visit(int unit, EdgeVisitor visitor) {
    int edge = firstEdge[unit];
    for (LatticePolygon polygon : areas.get(unit).polygons()) {
      edge = visit(polygon.shell(), edge, visitor);
      for (LatticeRing hole : polygon.holes()) {
        edge = visit(hole, edge, visitor);
      }
    }
  }

  private int visit(LatticeRing ring, int first, EdgeVisitor visitor) {
    long from = Packed.of(ring.x(0), ring.y(0));
    for (int i = 1; i < ring.size(); i++) {
      long to = Packed.of(ring.x(i), ring.y(i));
      visitor.visit(from, to, matched[first + i - 1] != 0);
      from = to;
    }
    return first + ring.size() - 1;
  }

  private void match() {
    int bits = 32 - Integer.numberOfLeadingZeros(matched.length / EDGES_PER_BUCKET);
    int[] start = new int[(1 << bits) + 1];
    int[] bucketOf = new int[matched.length];
    IntStream.range(0, areas.size())
        .parallel()
        .forEach(unit -> chooseBuckets(unit, bits, bucketOf));
    for (int bucket : bucketOf) {
      start[bucket + 1]++;
    }
    for (int bucket = 0; bucket < start.length - 1; bucket++) {
      start[bucket + 1] += start[bucket];
    }
    long[] low = new long[matched.length];
    long[] high = new long[matched.length];
    int[] edge = new int[matched.length];
    int[] fill = start.clone();
    for (int unit = 0; unit < areas.size(); unit++) {
      int[] next = {firstEdge[unit]};
      visit(
          unit,
          (from, to, known) -> {
            int at = fill[bucketOf[next[0]]]++;
            low[at] = Math.min(from, to);
            high[at] = Math.max(from, to);
            edge[at] = from < to ? next[0] : ~next[0];
            next[0]++;
          });
    }
    IntStream.range(0, start.length - 1)
        .parallel()
        .forEach(bucket -> match(low, high, edge, start[bucket], start[bucket + 1]));
  }

  private void chooseBuckets(int unit, int bits, int[] bucketOf) {
    int[] next = {firstEdge[unit]};
    visit(
        unit,
        (from, to, known) -> {
          long hash = EdgeNumbers.hash(Math.min(from, to), Math.max(from, to));
          bucketOf[next[0]++] = bits == 0 ? 0 : (int) (hash >>> (64 - bits));
        });
  }

  /** Counts the edges of one bucket; the first of equal ones keeps count for all. */
  private void match(long[] low, long[] high, int[] edge, int begin, int end) {
    int[] slots = new int[Integer.highestOneBit(Math.max(2, end - begin)) * 4];
    Arrays.fill(slots, -1);
    int[] first = new int[end - begin];
    int[] uses = new int[end - begin];
    int[] balance = new int[end - begin];
    for (int i = begin; i < end; i++) {
      int slot = (int) EdgeNumbers.hash(low[i], high[i]) & (slots.length - 1);
      while (slots[slot] >= 0 && (low[slots[slot]] != low[i] || high[slots[slot]] != high[i])) {
        slot = (slot + 1) & (slots.length - 1);
      }
      if (slots[slot] < 0) {
        slots[slot] = i;
      }
      int keeper = slots[slot] - begin;
      first[i - begin] = keeper;
      uses[keeper]++;
      balance[keeper] += edge[i] >= 0 ? 1 : -1;
    }
    for (int i = begin; i < end; i++) {
      int keeper = first[i - begin];
      if (uses[keeper] == 2 && balance[keeper] == 0) {
        matched[edge[i] >= 0 ? edge[i] : ~edge[i]] = 1;
      }
    }
  }
}

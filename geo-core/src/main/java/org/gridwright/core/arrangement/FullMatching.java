package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;

/** Matches all edges of a list of areas at once, as {@link EdgeMatching} says. */
final class FullMatching {

  private static final int EDGES_PER_BUCKET = 4096;
  private static final int FEW = 256;

  /** Receives the states of the edges of a unit that are not all matched. */
  @FunctionalInterface
  interface UnitVisitor {
    void visit(int unit, byte[] states);
  }

  private final LatticeMultiPolygon[] areas;
  private final int[] firstEdge;
  private final byte[] matched;
  private final Progress progress;

  FullMatching(LatticeMultiPolygon[] areas, Progress progress) {
    progress.checkpoint();
    this.areas = areas;
    this.progress = progress;
    this.firstEdge = new int[areas.length + 1];
    for (int unit = 0; unit < areas.length; unit++) {
      firstEdge[unit + 1] = firstEdge[unit] + EdgeMatching.edgeCount(areas[unit]);
    }
    this.matched = new byte[firstEdge[areas.length]];
  }

  /** Matches, and tells of each unit with an edge that has no partner. */
  void visitOpenUnits(UnitVisitor visitor) {
    match();
    for (int unit = 0; unit < areas.length; unit++) {
      boolean all = true;
      for (int edge = firstEdge[unit]; all && edge < firstEdge[unit + 1]; edge++) {
        all = matched[edge] == EdgeMatching.MATCHED;
      }
      if (!all) {
        visitor.visit(unit, Arrays.copyOfRange(matched, firstEdge[unit], firstEdge[unit + 1]));
      }
    }
  }

  private void match() {
    int bits = 32 - Integer.numberOfLeadingZeros(matched.length / EDGES_PER_BUCKET);
    int[] start = new int[(1 << bits) + 1];
    int[] bucketOf = new int[matched.length];
    workers(areas.length).forEach(unit -> chooseBuckets(unit, bits, bucketOf));
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
    for (int unit = 0; unit < areas.length; unit++) {
      progress.checkpoint();
      int[] next = {firstEdge[unit]};
      EdgeMatching.walk(
          areas[unit],
          null,
          (from, to, known) -> {
            int at = fill[bucketOf[next[0]]]++;
            low[at] = Math.min(from, to);
            high[at] = Math.max(from, to);
            edge[at] = from < to ? next[0] : ~next[0];
            next[0]++;
          });
    }
    workers(start.length - 1)
        .forEach(bucket -> match(low, high, edge, start[bucket], start[bucket + 1]));
  }

  /** In parallel, unless there are so few areas that waiting for other threads costs more. */
  private IntStream workers(int pieces) {
    IntStream all = IntStream.range(0, pieces);
    return areas.length > FEW ? all.parallel() : all;
  }

  private void chooseBuckets(int unit, int bits, int[] bucketOf) {
    progress.checkpoint();
    int[] next = {firstEdge[unit]};
    EdgeMatching.walk(
        areas[unit],
        null,
        (from, to, known) -> {
          long hash = EdgeNumbers.hash(Math.min(from, to), Math.max(from, to));
          bucketOf[next[0]++] = bits == 0 ? 0 : (int) (hash >>> (64 - bits));
        });
  }

  /** Counts the edges of one bucket; the first of equal ones keeps count for all. */
  private void match(long[] low, long[] high, int[] edge, int begin, int end) {
    progress.checkpoint();
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
        matched[edge[i] >= 0 ? edge[i] : ~edge[i]] = EdgeMatching.MATCHED;
      }
    }
  }
}

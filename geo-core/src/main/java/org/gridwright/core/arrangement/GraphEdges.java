package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.BitSet;
import org.gridwright.core.lattice.EdgeNumbers;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;

/**
 * The noded edges across which the set of units changes, and those of drawn lines, each once, and
 * how the set changes. Edge e runs from {@code low(e)} to {@code high(e)}; half-edge {@code 2e}
 * runs that way and {@code 2e + 1} back.
 */
final class GraphEdges {

  /** An edge is looked at in some 100 ns. */
  private static final int EDGES_BETWEEN_CHECKPOINTS = 4096;

  private final long[] low;
  private final long[] high;

  /**
   * Of the units that are not named, how many more lie on the left of low→high than on the right.
   */
  private final int[] soundStep;

  private final int[] toggleStart;
  private final int[] toggles;
  private final byte[] marks;
  private final int[] edgeOfPiece;
  private final int count;

  /**
   * @param lines noded
   * @param named units that are told apart; the others are counted
   */
  GraphEdges(Linework lines, BitSet named, Progress progress) {
    EdgeNumbers numbers = new EdgeNumbers(lines.count());
    edgeOfPiece = new int[lines.count()];
    for (int i = 0; i < edgeOfPiece.length; i++) {
      checkpoint(i, progress);
      edgeOfPiece[i] = numbers.number(lines.from(i), lines.to(i));
    }
    int[] start = new int[numbers.count() + 1];
    int[] pieces = piecesByEdge(start);
    low = new long[numbers.count()];
    high = new long[numbers.count()];
    soundStep = new int[numbers.count()];
    marks = new byte[numbers.count()];
    toggleStart = new int[numbers.count() + 1];
    int[] odd = new int[pieces.length];
    int[] renumbered = new int[numbers.count()];
    int kept = 0;
    for (int e = 0; e < numbers.count(); e++) {
      checkpoint(e, progress);
      int end = addOddUnits(lines, named, pieces, start[e], start[e + 1], odd, toggleStart[kept]);
      soundStep[kept] = 0;
      marks[kept] = 0;
      for (int k = start[e]; k < start[e + 1]; k++) {
        int piece = pieces[k];
        marks[kept] |= lines.marks(piece);
        if (!named.get(lines.unit(piece)) && !lines.isMarked(piece, Linework.DRAWN)) {
          soundStep[kept] += lines.from(piece) == numbers.low(e) ? 1 : -1;
        }
      }
      boolean divides =
          (marks[kept] & Linework.DRAWN) != 0 || soundStep[kept] != 0 || end > toggleStart[kept];
      renumbered[e] = divides ? kept : -1;
      if (divides) {
        low[kept] = numbers.low(e);
        high[kept] = numbers.high(e);
        toggleStart[++kept] = end;
      }
    }
    for (int i = 0; i < edgeOfPiece.length; i++) {
      checkpoint(i, progress);
      edgeOfPiece[i] = renumbered[edgeOfPiece[i]];
    }
    this.toggles = Arrays.copyOf(odd, toggleStart[kept]);
    this.count = kept;
  }

  private static void checkpoint(int edge, Progress progress) {
    if (edge % EDGES_BETWEEN_CHECKPOINTS == 0) {
      progress.checkpoint();
    }
  }

  private int[] piecesByEdge(int[] start) {
    for (int e : edgeOfPiece) {
      start[e + 1]++;
    }
    for (int e = 0; e + 1 < start.length; e++) {
      start[e + 1] += start[e];
    }
    int[] fill = start.clone();
    int[] pieces = new int[edgeOfPiece.length];
    for (int i = 0; i < pieces.length; i++) {
      pieces[fill[edgeOfPiece[i]]++] = i;
    }
    return pieces;
  }

  /** Appends, ascending, the named units that pass an edge an odd number of times. */
  private static int addOddUnits(
      Linework lines, BitSet named, int[] pieces, int begin, int end, int[] odd, int at) {
    int to = at;
    for (int k = begin; k < end; k++) {
      if (named.get(lines.unit(pieces[k]))) {
        odd[to++] = lines.unit(pieces[k]);
      }
    }
    Arrays.sort(odd, at, to);
    int kept = at;
    for (int i = at; i < to; i++) {
      if (kept > at && odd[kept - 1] == odd[i]) {
        kept--;
      } else {
        odd[kept++] = odd[i];
      }
    }
    return kept;
  }

  int count() {
    return count;
  }

  long low(int edge) {
    return low[edge];
  }

  long high(int edge) {
    return high[edge];
  }

  /** Start point of a half-edge. */
  long from(int half) {
    return (half & 1) == 0 ? low[half >> 1] : high[half >> 1];
  }

  long to(int half) {
    return from(half ^ 1);
  }

  int soundStep(int edge) {
    return soundStep[edge];
  }

  /** How many named units lie on one side of an edge only. */
  int changes(int edge) {
    return toggleStart[edge + 1] - toggleStart[edge];
  }

  /** The named units of a set on one side of an edge, as they are on the other side. */
  int[] across(int edge, int[] units) {
    int begin = toggleStart[edge];
    int end = toggleStart[edge + 1];
    int[] result = new int[units.length + end - begin];
    int size = 0;
    int i = 0;
    int k = begin;
    while (i < units.length || k < end) {
      if (k == end || (i < units.length && units[i] < toggles[k])) {
        result[size++] = units[i++];
      } else if (i == units.length || toggles[k] < units[i]) {
        result[size++] = toggles[k++];
      } else {
        i++;
        k++;
      }
    }
    return Arrays.copyOf(result, size);
  }

  /** Whether some unit drew this edge, or the longer one it is a part of, without a partner. */
  boolean isUnmatched(int edge) {
    return (marks[edge] & Linework.UNMATCHED) != 0;
  }

  /** Whether the partner of this edge, or of the one it is a part of, was left out. */
  boolean isBeyond(int edge) {
    return (marks[edge] & Linework.BEYOND) != 0;
  }

  /** The edge that a piece of the linework became, or -1 where it divides nothing. */
  int edgeOfPiece(int piece) {
    return edgeOfPiece[piece];
  }

  int[] boxes() {
    int[] boxes = new int[4 * count];
    for (int e = 0; e < count; e++) {
      boxes[4 * e] = Packed.x(low[e]);
      boxes[4 * e + 1] = Math.min(Packed.y(low[e]), Packed.y(high[e]));
      boxes[4 * e + 2] = Packed.x(high[e]);
      boxes[4 * e + 3] = Math.max(Packed.y(low[e]), Packed.y(high[e]));
    }
    return boxes;
  }
}

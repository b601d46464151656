package org.gridwright.core.locate;

import java.io.Serializable;
import org.gridwright.core.lattice.Lattice;

/**
 * The packed two-level cell grid: where a point falls, and what its cell says.
 *
 * <p>Top cells are squares of {@code 2^shift} lattice steps; {@code top[row * columns + column]}
 * packs {@code s << 28 | offset}. A top cell has {@code 4^s} sub-cells, {@code sub[offset + (j <<
 * s) + i]}, column {@code i} eastward and row {@code j} northward. A sub-cell without edges holds
 * its owner id; any other holds {@code ~position} of a block:
 *
 * <pre>
 *   near block:    base, n, anchor x, anchor y, n × (x1 y1, x2 y2, delta &lt;&lt; 2 | bits)
 *   far block:     base, ~n, n × (x1, y1, x2, y2, delta &lt;&lt; 2 | bits)
 *   mixed block:   ~m, n, m × candidate, n × (x1, y1, x2, y2, delta &lt;&lt; 2 | bits, first)
 *   candidate:     owner id &lt;&lt; 1 | whether it is in the base set
 * </pre>
 *
 * In a near block two 16-bit ordinates relative to the anchor share an int (x low, y high); cells
 * whose edges reach further use a far block. In both, all edges are sound and every point of the
 * cell has one holder or none: the owner is the base XOR the deltas of the edges that count for the
 * point. In a mixed block the same sum is taken for each candidate by itself, so overlaps, gaps,
 * unmatched edges and crossing rings are answered exactly.
 *
 * <p>An edge runs upward and is crossed by p when {@code y1 ≤ y < y2} and p lies to the right of it
 * or on it. Bit 0 (bit 1) says that the lower (upper) end lies west of the cell within its rows;
 * then the edge also counts from that end's latitude on. The sum of the two over the listed edges
 * equals the sum over all edges of the plan up to a constant, which the base takes up.
 */
final class Cells implements Serializable {

  private static final long serialVersionUID = 1L;

  static final int MAX_SPLIT = 7;
  static final int OFFSET_MASK = 0x0fffffff;
  static final int NEAR_INTS = 3;
  static final int FAR_INTS = 5;
  static final int MIXED_INTS = 6;

  final long originX;
  final long originY;
  final int shift;
  final int columns;
  final int rows;
  final int[] top;
  final int[] sub;
  final int[] blocks;

  Cells(
      long originX,
      long originY,
      int shift,
      int columns,
      int rows,
      int[] top,
      int[] sub,
      int[] blocks) {
    this.originX = originX;
    this.originY = originY;
    this.shift = shift;
    this.columns = columns;
    this.rows = rows;
    this.top = top;
    this.sub = sub;
    this.blocks = blocks;
  }

  /**
   * Position in {@code sub} of the cell of a point; points outside fall into cell (0, 0), which is
   * empty.
   */
  @SuppressWarnings("ShortCircuitBoolean") // a branch would cost more than it saves
  int indexOf(int x, int y) {
    long u = x - originX;
    long v = y - originY;
    boolean within = u >= 0 & v >= 0 & u < (long) columns << shift & v < (long) rows << shift;
    int column = within ? (int) u : 0;
    int row = within ? (int) v : 0;
    int packed = top[(row >>> shift) * columns + (column >>> shift)];
    int s = packed >>> 28;
    int fine = shift - s;
    int mask = (1 << shift) - 1;
    return (packed & OFFSET_MASK) + ((row & mask) >>> fine << s) + ((column & mask) >>> fine);
  }

  /** The owner of a point whose cell has the block at {@code position}. */
  static int resolve(int[] blocks, int position, int x, int y) {
    return resolve(blocks, position, blocks[position], x, y);
  }

  /** As above, for a block whose first int has been read already. */
  static int resolve(int[] blocks, int position, int base, int x, int y) {
    if (base < 0) {
      return resolveMixed(blocks, position, x, y);
    }
    int n = blocks[position + 1];
    if (n < 0) {
      return resolveFar(blocks, position, base, ~n, x, y);
    }
    int px = x - blocks[position + 2];
    int py = y - blocks[position + 3];
    int owner = base;
    int at = position + 4;
    for (int i = n; i > 0; i--, at += NEAR_INTS) {
      int lower = blocks[at];
      int upper = blocks[at + 1];
      int tag = blocks[at + 2];
      owner ^=
          tag >>> 2 & -counts((short) lower, lower >> 16, (short) upper, upper >> 16, tag, px, py);
    }
    return owner;
  }

  /**
   * As above, with whether the point touches an edge and whether the block is mixed, as bits of a
   * {@linkplain CellStages contact}.
   */
  static int contact(int[] blocks, int position, int base, int x, int y) {
    if (base < 0) {
      return resolveMixed(blocks, position, x, y)
          | CellStages.MIXED
          | (touches(blocks, position, x, y) ? CellStages.TOUCHES : 0);
    }
    int n = blocks[position + 1];
    if (n < 0) {
      return resolveFar(blocks, position, base, ~n, x, y)
          | (touches(blocks, position, x, y) ? CellStages.TOUCHES : 0);
    }
    int px = x - blocks[position + 2];
    int py = y - blocks[position + 3];
    int contact = base;
    int at = position + 4;
    for (int i = n; i > 0; i--, at += NEAR_INTS) {
      int lower = blocks[at];
      int upper = blocks[at + 1];
      int tag = blocks[at + 2];
      long cross = cross((short) lower, lower >> 16, (short) upper, upper >> 16, px, py);
      contact ^= tag >>> 2 & -counts(cross, lower >> 16, upper >> 16, tag, py);
      if (cross == 0 && touchesNear(blocks, at, px, py)) {
        contact |= CellStages.TOUCHES;
      }
    }
    return contact;
  }

  private static int resolveFar(int[] blocks, int position, int base, int n, int x, int y) {
    int owner = base;
    int at = position + 2;
    for (int i = n; i > 0; i--, at += FAR_INTS) {
      owner ^= blocks[at + 4] >>> 2 & -counts(blocks, at, x, y);
    }
    return owner;
  }

  private static int counts(int[] blocks, int at, int x, int y) {
    return counts(blocks[at], blocks[at + 1], blocks[at + 2], blocks[at + 3], blocks[at + 4], x, y);
  }

  /** 1 where the edge counts for the point, else 0. Branch-free. */
  private static int counts(int x1, int y1, int x2, int y2, int bits, int x, int y) {
    return counts(cross(x1, y1, x2, y2, x, y), y1, y2, bits, y);
  }

  /** Negative or 0 where the point lies right of the edge's line or on it. */
  private static long cross(int x1, int y1, int x2, int y2, int x, int y) {
    return ((long) x2 - x1) * ((long) y - y1) - ((long) y2 - y1) * ((long) x - x1);
  }

  private static int counts(long cross, int y1, int y2, int bits, int y) {
    int rightOrOn = (int) ((cross - 1) >>> 63);
    int fromLower = y >= y1 ? 1 : 0;
    int fromUpper = y >= y2 ? 1 : 0;
    return (rightOrOn & (fromLower ^ fromUpper)) ^ (bits & fromLower) ^ (bits >>> 1 & fromUpper);
  }

  /**
   * The smallest holder; where there is none, the smallest owner whose edge passes through the
   * point.
   */
  private static int resolveMixed(int[] blocks, int position, int x, int y) {
    int candidates = ~blocks[position];
    for (int k = 0; k < candidates; k++) {
      if (holds(blocks, position, k, x, y)) {
        return blocks[position + 2 + k] >>> 1;
      }
    }
    return smallestTouching(blocks, position, x, y);
  }

  /**
   * Appends the holders of a point in the block at {@code position} to a batch where there are two
   * or more; returns where they end.
   */
  int addContested(int position, int x, int y, PlacementBatch out) {
    int start = out.contestedTotal();
    int end = start;
    if (blocks[position] < 0) {
      for (int k = 0; k < ~blocks[position]; k++) {
        if (holds(blocks, position, k, x, y)) {
          end = out.append(end, blocks[position + 2 + k] >>> 1);
        }
      }
    }
    return end - start > 1 ? end : start;
  }

  /** Whether candidate {@code k} (ascending by owner id) of a mixed block holds the point. */
  static boolean holds(int[] blocks, int position, int k, int x, int y) {
    int candidate = blocks[position + 2 + k];
    int owner = candidate >>> 1;
    int inside = candidate & 1;
    int at = position + 2 + ~blocks[position];
    for (int i = blocks[position + 1]; i > 0; i--, at += MIXED_INTS) {
      int first = blocks[at + 5];
      if (first == owner ^ (first ^ blocks[at + 4] >>> 2) == owner) {
        inside ^= counts(blocks, at, x, y);
      }
    }
    return inside != 0;
  }

  /** The smallest owner id of an edge of a mixed block through the point, 0 where there is none. */
  private static int smallestTouching(int[] blocks, int position, int x, int y) {
    int smallest = 0;
    int at = position + 2 + ~blocks[position];
    for (int i = blocks[position + 1]; i > 0; i--, at += MIXED_INTS) {
      if (Lattice.onSegment(blocks[at], blocks[at + 1], blocks[at + 2], blocks[at + 3], x, y)) {
        int first = blocks[at + 5];
        int second = first ^ blocks[at + 4] >>> 2;
        int lower = second == 0 ? first : Math.min(first, second);
        smallest = smallest == 0 ? lower : Math.min(smallest, lower);
      }
    }
    return smallest;
  }

  /**
   * Whether a cell of one of its ends says that an edge is sound: it stands in a near or far block.
   */
  boolean isSound(int ax, int ay, int bx, int by) {
    boolean up = ay < by || (ay == by && ax < bx);
    return up
        ? isSound(ax, ay, bx, by, ax, ay) || isSound(ax, ay, bx, by, bx, by)
        : isSound(bx, by, ax, ay, ax, ay) || isSound(bx, by, ax, ay, bx, by);
  }

  /** Whether the block of a point's cell is of sound edges, and an upward edge among them. */
  private boolean isSound(int x1, int y1, int x2, int y2, int x, int y) {
    int position = ~sub[indexOf(x, y)];
    if (position < 0 || blocks[position] < 0) {
      return false;
    }
    int n = blocks[position + 1];
    boolean near = n >= 0;
    int at = position + (near ? 4 : 2);
    for (int i = near ? n : ~n; i > 0; i--, at += near ? NEAR_INTS : FAR_INTS) {
      if (near
          ? is(blocks[at], blocks, position, x1, y1) && is(blocks[at + 1], blocks, position, x2, y2)
          : blocks[at] == x1
              && blocks[at + 1] == y1
              && blocks[at + 2] == x2
              && blocks[at + 3] == y2) {
        return true;
      }
    }
    return false;
  }

  /** Whether an end in a near block is a point. */
  private static boolean is(int end, int[] blocks, int position, int x, int y) {
    return (short) end + (long) blocks[position + 2] == x
        && (end >> 16) + (long) blocks[position + 3] == y;
  }

  /** Whether an edge of the block passes through the point. */
  static boolean touches(int[] blocks, int position, int x, int y) {
    if (blocks[position] < 0) {
      return smallestTouching(blocks, position, x, y) != 0;
    }
    int n = blocks[position + 1];
    boolean near = n >= 0;
    int at = position + (near ? 4 : 2);
    for (int i = near ? n : ~n; i > 0; i--, at += near ? NEAR_INTS : FAR_INTS) {
      if (near
          ? touchesNear(blocks, at, x - blocks[position + 2], y - blocks[position + 3])
          : Lattice.onSegment(blocks[at], blocks[at + 1], blocks[at + 2], blocks[at + 3], x, y)) {
        return true;
      }
    }
    return false;
  }

  private static boolean touchesNear(int[] blocks, int at, int px, int py) {
    int lower = blocks[at];
    int upper = blocks[at + 1];
    return Lattice.onSegment((short) lower, lower >> 16, (short) upper, upper >> 16, px, py);
  }
}

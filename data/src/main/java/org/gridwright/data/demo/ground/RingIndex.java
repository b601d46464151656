package org.gridwright.data.demo.ground;

import org.gridwright.core.lattice.Lattice;

/**
 * Finds the edges of a ring near a segment: a table of square cells, each listing the edges whose
 * rectangle meets it. Building takes time linear in the ring; a query of a segment about as long as
 * the ring's edges takes constant time.
 */
final class RingIndex {

  /** No edge. */
  static final int NONE = -1;

  private final StreetRing ring;
  private final int minX;
  private final int minY;
  private final int cell;
  private final int columns;
  private final int rows;
  private final int[] start;
  private final int[] edges;

  RingIndex(StreetRing ring) {
    this.ring = ring;
    minX = ring.minX();
    minY = ring.minY();
    long width = (long) ring.maxX() - minX + 1;
    long height = (long) ring.maxY() - minY + 1;
    int sides = Math.max(2, (int) Math.sqrt(2.0 * ring.size()));
    cell = (int) (Math.max(width, height) / sides) + 1;
    columns = (int) (width / cell) + 1;
    rows = (int) (height / cell) + 1;
    start = new int[columns * rows + 1];
    for (int i = 0; i < ring.size(); i++) {
      visit(i, true, start);
    }
    for (int c = 0; c < columns * rows; c++) {
      start[c + 1] += start[c];
    }
    edges = new int[start[columns * rows]];
    int[] fill = start.clone();
    for (int i = 0; i < ring.size(); i++) {
      visit(i, false, fill);
    }
  }

  private void visit(int edge, boolean counting, int[] counter) {
    int next = ring.next(edge);
    int c0 = (Math.min(ring.x(edge), ring.x(next)) - minX) / cell;
    int c1 = (Math.max(ring.x(edge), ring.x(next)) - minX) / cell;
    int r0 = (Math.min(ring.y(edge), ring.y(next)) - minY) / cell;
    int r1 = (Math.max(ring.y(edge), ring.y(next)) - minY) / cell;
    for (int r = r0; r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        int at = r * columns + c;
        if (counting) {
          counter[at + 1]++;
        } else {
          edges[counter[at]++] = edge;
        }
      }
    }
  }

  /**
   * The edge of the ring that the closed segment a–b touches first on its way from a, or {@link
   * #NONE}.
   *
   * @param leaves whether a is a point of the ring; touching the ring there does not count
   * @param arrives whether b is a point of the ring; touching the ring there does not count
   */
  int hit(int ax, int ay, int bx, int by, boolean leaves, boolean arrives) {
    int c0 = column(Math.min(ax, bx));
    int c1 = column(Math.max(ax, bx));
    int r0 = row(Math.min(ay, by));
    int r1 = row(Math.max(ay, by));
    int best = NONE;
    double bestAt = Double.MAX_VALUE;
    for (int r = r0; r <= r1; r++) {
      for (int c = c0; c <= c1; c++) {
        int at = r * columns + c;
        for (int k = start[at]; k < start[at + 1]; k++) {
          int edge = edges[k];
          if (touches(edge, ax, ay, bx, by, leaves, arrives)) {
            double where = crossing(edge, ax, ay, bx, by);
            if (where < bestAt || (where == bestAt && edge < best)) {
              best = edge;
              bestAt = where;
            }
          }
        }
      }
    }
    return best;
  }

  private boolean touches(
      int edge, int ax, int ay, int bx, int by, boolean leaves, boolean arrives) {
    int next = ring.next(edge);
    int px = ring.x(edge);
    int py = ring.y(edge);
    int qx = ring.x(next);
    int qy = ring.y(next);
    if (Math.max(px, qx) < Math.min(ax, bx)
        || Math.min(px, qx) > Math.max(ax, bx)
        || Math.max(py, qy) < Math.min(ay, by)
        || Math.min(py, qy) > Math.max(ay, by)) {
      return false;
    }
    if (leaves && ((ax == px && ay == py) || (ax == qx && ay == qy))) {
      return touchesElsewhere(px, py, qx, qy, ax, ay, bx, by);
    }
    if (arrives && ((bx == px && by == py) || (bx == qx && by == qy))) {
      return touchesElsewhere(px, py, qx, qy, bx, by, ax, ay);
    }
    return Lattice.orientation(ax, ay, bx, by, px, py) * Lattice.orientation(ax, ay, bx, by, qx, qy)
            <= 0
        && Lattice.orientation(px, py, qx, qy, ax, ay) * Lattice.orientation(px, py, qx, qy, bx, by)
            <= 0;
  }

  /** Whether p–q and s–o, which share the point s, share any other. */
  private static boolean touchesElsewhere(
      int px, int py, int qx, int qy, int sx, int sy, int ox, int oy) {
    boolean atP = px == sx && py == sy;
    return Lattice.onSegment(px, py, qx, qy, ox, oy)
        || Lattice.onSegment(sx, sy, ox, oy, atP ? qx : px, atP ? qy : py);
  }

  /** Where along a–b, from 0 to 1, the line of the edge is crossed. */
  private double crossing(int edge, int ax, int ay, int bx, int by) {
    int next = ring.next(edge);
    double a = Lattice.cross(ring.x(edge), ring.y(edge), ring.x(next), ring.y(next), ax, ay);
    double b = Lattice.cross(ring.x(edge), ring.y(edge), ring.x(next), ring.y(next), bx, by);
    return a == b ? 0 : a / (a - b);
  }

  private int column(int x) {
    return Math.max(0, Math.min(columns - 1, Math.floorDiv(x - minX, cell)));
  }

  private int row(int y) {
    return Math.max(0, Math.min(rows - 1, Math.floorDiv(y - minY, cell)));
  }
}

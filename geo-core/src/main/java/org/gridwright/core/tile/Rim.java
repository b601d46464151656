package org.gridwright.core.tile;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Closes an area along the rim of a frame: what lies outside is cut off, and the rim itself becomes
 * its border where it lies inside.
 *
 * <p>The rim is walked with the frame on the left: down the west, along the south, up the east,
 * back along the north. On its way from one pixel to the next where the area has edges, it is
 * inside the area or not as a whole; the edge that comes first when turning left from the way
 * tells.
 */
final class Rim {

  private final TileFrame frame;

  Rim(TileFrame frame) {
    this.frame = frame;
  }

  /**
   * Cuts an area off along the rim.
   *
   * @param edges of an area, nothing forth and back
   * @param holdsFrame tells of an area without edges on the rim whether the rim lies inside
   * @return the edges of what is left of it
   */
  PixelEdges closed(PixelEdges edges, BooleanSupplier holdsFrame) {
    PixelEdges touching = new PixelEdges();
    PixelEdges closed = new PixelEdges();
    for (int i = 0; i < edges.count(); i++) {
      if (frame.onRim(edges.from(i)) || frame.onRim(edges.to(i))) {
        touching.add(edges.from(i), edges.to(i));
      }
      if (!alongRim(edges.from(i), edges.to(i))) {
        closed.add(edges.from(i), edges.to(i));
      }
    }
    int[] stops = stops(touching);
    boolean[] inside = inside(touching, stops, holdsFrame);
    for (int i = 0; i < stops.length; i++) {
      if (inside[i]) {
        closed.add(stops[i], stops[(i + 1) % stops.length]);
      }
    }
    return closed;
  }

  /** Whether the way from each stop to the next lies inside. */
  private boolean[] inside(PixelEdges edges, int[] stops, BooleanSupplier holdsFrame) {
    boolean[] inside = new boolean[stops.length];
    int first = -1;
    for (int i = 0; i < stops.length; i++) {
      int told = told(edges, stops[i], stops[(i + 1) % stops.length]);
      if (told >= 0) {
        inside[i] = told == 1;
        first = first < 0 ? i : first;
      } else if (first >= 0) {
        inside[i] = inside[i - 1];
      }
    }
    boolean before = first >= 0 ? inside[stops.length - 1] : holdsFrame.getAsBoolean();
    for (int i = 0; i < (first >= 0 ? first : stops.length); i++) {
      inside[i] = before;
    }
    return inside;
  }

  /** The corners and where the area has edges on the rim, in the order of the walk. */
  private int[] stops(PixelEdges edges) {
    int[] places = new int[2 * edges.count() + 4];
    for (int corner = 0; corner < 4; corner++) {
      places[corner] = corner * frame.last;
    }
    int count = 4;
    for (int i = 0; i < edges.count(); i++) {
      if (frame.onRim(edges.from(i))) {
        places[count++] = place(edges.from(i));
      }
      if (frame.onRim(edges.to(i))) {
        places[count++] = place(edges.to(i));
      }
    }
    return Arrays.stream(places, 0, count).sorted().distinct().map(this::pixel).toArray();
  }

  /** How far a pixel of the rim is along the walk. */
  private int place(int pixel) {
    int column = frame.column(pixel);
    int row = frame.row(pixel);
    if (column == 0) {
      return row;
    }
    if (row == frame.last) {
      return frame.last + column;
    }
    return column == frame.last ? 3 * frame.last - row : 4 * frame.last - column;
  }

  private int pixel(int place) {
    int along = place % frame.last;
    return switch (place / frame.last) {
      case 0 -> frame.number(0, along);
      case 1 -> frame.number(along, frame.last);
      case 2 -> frame.number(frame.last, frame.last - along);
      default -> frame.number(frame.last - along, 0);
    };
  }

  /** Both on one side of the rim. */
  private boolean alongRim(int from, int to) {
    int column = frame.column(from);
    int row = frame.row(from);
    return (column == frame.column(to) && (column == 0 || column == frame.last))
        || (row == frame.row(to) && (row == 0 || row == frame.last));
  }

  /** Whether the way from a stop to the next is inside: 1 or 0, -1 where no edge tells. */
  private int told(PixelEdges edges, int stop, int next) {
    int x = frame.column(stop);
    int y = frame.row(stop);
    int wayX = Integer.signum(frame.column(next) - x);
    int wayY = Integer.signum(frame.row(next) - y);
    int firstX = 0;
    int firstY = 0;
    int told = -1;
    for (int i = 0; i < edges.count(); i++) {
      boolean leaves = edges.from(i) == stop;
      if (!leaves && edges.to(i) != stop) {
        continue;
      }
      int other = leaves ? edges.to(i) : edges.from(i);
      int ex = frame.column(other) - x;
      int ey = frame.row(other) - y;
      if (told < 0 || isBefore(ex, ey, firstX, firstY, wayX, wayY)) {
        firstX = ex;
        firstY = ey;
        boolean onWay = ex * wayY == ey * wayX && ex * wayX + ey * wayY > 0;
        told = leaves == onWay ? 1 : 0;
      }
    }
    return told;
  }

  /** Whether a comes before b when turning left from the way; all lie within half a turn. */
  private static boolean isBefore(int ax, int ay, int bx, int by, int wayX, int wayY) {
    int cross = ax * by - ay * bx;
    return cross != 0 ? cross < 0 : ax * wayX + ay * wayY > bx * wayX + by * wayY;
  }
}

package org.gridwright.core.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Rounds the areas near a tile to its pixels and cuts them at its margin. Takes time linear in the
 * vertices of the areas that are near, and in the pixels of the tile that their edges pass.
 */
public final class TileAreas {

  private final TileFrame frame;
  private final HotPixels hot;
  private final EdgeWalk walk;
  private final LatticeEnvelope near;

  /** Edges near the frame, area by area: ax, ay, bx, by in steps from the frame's corner. */
  private final IntList edges = new IntList();

  private final List<LatticeMultiPolygon> areas;
  private final List<PixelEdges> rounded = new ArrayList<>();
  private SharedEdges shared = new SharedEdges(0);

  /** By hot pixel, the area that passed it last, counted from 1. */
  private int[] passer = new int[0];

  private TileAreas(TileAddress tile, int fineness, List<LatticeMultiPolygon> areas) {
    this.frame = new TileFrame(tile, fineness);
    this.hot = new HotPixels(frame);
    this.walk = new EdgeWalk(frame, hot);
    this.near = tile.surroundings();
    this.areas = List.copyOf(areas);
  }

  /**
   * Rounds areas.
   *
   * @param fineness a pixel's side, as a power of two of 4096ths of the tile, at most 6
   * @param areas all that come near the tile, or neighbours will not match; any others
   */
  public static TileAreas of(TileAddress tile, int fineness, List<LatticeMultiPolygon> areas) {
    TileAreas rounding = new TileAreas(tile, fineness, areas);
    int[] begin = new int[areas.size() + 1];
    for (int i = 0; i < areas.size(); i++) {
      areas.get(i).forEachRing(rounding::gather);
      begin[i + 1] = rounding.edges.size();
    }
    rounding.hot.settle();
    rounding.shared = new SharedEdges(rounding.hot.count());
    rounding.passer = new int[rounding.hot.count()];
    for (int i = 0; i < areas.size(); i++) {
      rounding.rounded.add(rounding.rounded(i, begin[i], begin[i + 1]));
    }
    return rounding;
  }

  /** The areas of which the tile shows some ground, in their order. */
  public List<TileArea> areas() {
    AreaTracer tracer = new AreaTracer(frame, hot, shared);
    List<TileArea> shown = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      LatticeMultiPolygon area = areas.get(i);
      List<List<int[]>> polygons = tracer.polygons(rounded.get(i), () -> holdsFrame(area));
      if (!polygons.isEmpty()) {
        shown.add(new TileArea(i, polygons));
      }
    }
    return shown;
  }

  /**
   * The lines between areas, each once.
   *
   * @param kinds how many kinds of lines there are
   * @param kind of the line between two areas, by their indexes, {@link TileLines#NOBODY} for no
   *     area; a number below kinds, or negative for a line that is not shown
   * @return for each kind the lines {@code x0, y0, x1, y1, …} in units of {@link TileArea}; lines
   *     of a kind meet at their ends only
   */
  public List<List<int[]>> lines(int kinds, IntBinaryOperator kind) {
    return new TileLines(frame, hot, shared).ofKinds(kinds, kind);
  }

  /** Keeps the edges of a ring that come near the frame, and heats the pixels of their ends. */
  private void gather(LatticeRing ring) {
    LatticeEnvelope box = ring.envelope();
    if (!box.intersects(near)) {
      return;
    }
    boolean isAllNear =
        near.contains(box.minX(), box.minY()) && near.contains(box.maxX(), box.maxY());
    int known = -1;
    int ax = 0;
    int ay = 0;
    for (int i = 1; i < ring.size(); i++) {
      if (!isAllNear && isFar(ring, i)) {
        continue;
      }
      if (known != i - 1) {
        ax = x(ring, i - 1);
        ay = y(ring, i - 1);
        heat(ax, ay);
      }
      int bx = x(ring, i);
      int by = y(ring, i);
      if (!frame.isOnePixel(ax, ay, bx, by)) {
        // what stays in a pixel has no rounded edge, and that pixel is hot
        heat(bx, by);
        walk.heatCuts(ax, ay, bx, by);
        edges.add(ax, ay, bx, by);
      }
      ax = bx;
      ay = by;
      known = i;
    }
  }

  /** Whether the edge before a vertex of a ring is nowhere near. */
  private boolean isFar(LatticeRing ring, int i) {
    return isFar(ring.x(i - 1), ring.x(i), near.minX(), near.maxX())
        || isFar(ring.y(i - 1), ring.y(i), near.minY(), near.maxY());
  }

  private static boolean isFar(int a, int b, int min, int max) {
    return (a < min && b < min) || (a > max && b > max);
  }

  private void heat(int x, int y) {
    int column = x >> frame.shift;
    int row = y >> frame.shift;
    if (frame.has(column) && frame.has(row)) {
      hot.add(frame.number(column, row));
    }
  }

  /** The rounded edges of an area, of which nothing runs forth and back. */
  private PixelEdges rounded(int area, int begin, int end) {
    PixelEdges rounded = new PixelEdges();
    for (int i = begin; i < end; i += 4) {
      walk.walk(edges.get(i), edges.get(i + 1), edges.get(i + 2), edges.get(i + 3));
      for (int k = 1; k < walk.count(); k++) {
        rounded.add(walk.passed(k - 1), walk.passed(k));
      }
    }
    if (!isRings(rounded) || passesTwice(rounded, area)) {
      rounded.cancel();
    } else {
      rounded.areRings();
    }
    for (int i = 0; i < rounded.count(); i++) {
      shared.add(hot.place(rounded.from(i)), hot.place(rounded.to(i)), area);
    }
    return rounded;
  }

  /** Whether the edges are rings of three edges or more, one after the other, off the rim. */
  private boolean isRings(PixelEdges rounded) {
    int first = 0;
    for (int i = 0; i < rounded.count(); i++) {
      boolean closes = rounded.to(i) == rounded.from(first);
      boolean goesOn = i + 1 < rounded.count() && rounded.to(i) == rounded.from(i + 1);
      if (frame.onRim(rounded.from(i)) || (closes ? i - first < 2 : !goesOn)) {
        return false;
      }
      first = closes ? i + 1 : first;
    }
    return true;
  }

  private boolean passesTwice(PixelEdges rounded, int area) {
    for (int i = 0; i < rounded.count(); i++) {
      int place = hot.place(rounded.from(i));
      if (passer[place] == area + 1) {
        return true;
      }
      passer[place] = area + 1;
    }
    return false;
  }

  /**
   * Whether an area without rounded edges on the rim holds the frame: whether it holds the middle
   * of a pixel of it that no edge of the area passes.
   */
  private boolean holdsFrame(LatticeMultiPolygon area) {
    LatticeEnvelope box = area.envelope();
    if (box.minX() > near.minX()
        || box.maxX() < near.maxX()
        || box.minY() > near.minY()
        || box.maxY() < near.maxY()) {
      return false;
    }
    for (int i = 0; i < frame.cuts(); i++) {
      for (int k = 0; k < frame.cuts(); k++) {
        if (!isPassed(area, frame.number(frame.cut(i), frame.cut(k)))) {
          return holds(area, frame.middle(frame.cut(i)), frame.middle(frame.cut(k)));
        }
      }
    }
    return false;
  }

  private boolean isPassed(LatticeMultiPolygon area, int pixel) {
    boolean[] passed = {false};
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size() && !passed[0]; i++) {
            if (!isFar(ring, i)) {
              walk.walk(x(ring, i - 1), y(ring, i - 1), x(ring, i), y(ring, i));
              for (int k = 0; k < walk.count(); k++) {
                passed[0] |= walk.passed(k) == pixel;
              }
            }
          }
        });
    return passed[0];
  }

  /** Even–odd over all rings, for a place through which no edge leads. */
  private boolean holds(LatticeMultiPolygon area, int px, int py) {
    boolean inside = false;
    for (LatticePolygon polygon : area.polygons()) {
      inside ^= crosses(polygon.shell(), px, py);
      for (LatticeRing hole : polygon.holes()) {
        inside ^= crosses(hole, px, py);
      }
    }
    return inside;
  }

  /** Whether a ring crosses the way from a place to the east an odd number of times. */
  private boolean crosses(LatticeRing ring, int px, int py) {
    boolean odd = false;
    int ay = y(ring, 0);
    for (int i = 1; i < ring.size(); i++) {
      int by = y(ring, i);
      if (ay > py != by > py) {
        long ax = x(ring, i - 1);
        long dx = x(ring, i) - ax;
        long side = (ax - px) * ((long) by - ay) + dx * ((long) py - ay);
        odd ^= side > 0 == by > ay;
      }
      ay = by;
    }
    return odd;
  }

  private int x(LatticeRing ring, int i) {
    return frame.x(Mercator.x(ring.x(i)));
  }

  private int y(LatticeRing ring, int i) {
    return frame.y(Mercator.y(ring.y(i)));
  }
}

package org.gridwright.core.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Makes polygons of the rounded edges of an area. Used by one thread. */
final class AreaTracer {

  private final TileFrame frame;
  private final HotPixels hot;
  private final SharedEdges shared;
  private final Rim rim;
  private final PixelRings cutter;

  AreaTracer(TileFrame frame, HotPixels hot, SharedEdges shared) {
    this.frame = frame;
    this.hot = hot;
    this.shared = shared;
    this.rim = new Rim(frame);
    this.cutter = new PixelRings(frame);
  }

  /**
   * The polygons of an area as {@link TileArea} has them; none where nothing is left of it.
   *
   * @param edges of the area in the frame
   * @param holdsFrame tells of an area without edges on the rim whether the frame lies inside
   */
  List<List<int[]>> polygons(PixelEdges edges, BooleanSupplier holdsFrame) {
    List<int[]> rings =
        edges.isRings() && edges.count() > 0
            ? oneByOne(edges)
            : cutter.rings(rim.closed(edges, holdsFrame));
    List<int[]> outer = new ArrayList<>();
    List<int[]> holes = new ArrayList<>();
    for (int[] pixels : rings) {
      int[] ring = inUnits(pixels);
      (area2(ring) > 0 ? outer : holes).add(ring);
    }
    List<List<int[]>> polygons = new ArrayList<>();
    outer.forEach(ring -> polygons.add(new ArrayList<>(List.of(ring))));
    holes.forEach(hole -> polygons.get(around(outer, hole)).add(hole));
    return polygons;
  }

  private static List<int[]> oneByOne(PixelEdges edges) {
    List<int[]> rings = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < edges.count(); i++) {
      if (edges.to(i) == edges.from(first)) {
        int[] ring = new int[i + 1 - first];
        for (int k = first; k <= i; k++) {
          ring[k - first] = edges.from(k);
        }
        rings.add(ring);
        first = i + 1;
      }
    }
    return rings;
  }

  /** A ring turned about, so that outer ones run clockwise, without the pixels that say nothing. */
  private int[] inUnits(int[] pixels) {
    int[] ring = new int[2 * pixels.length];
    int size = 0;
    for (int i = pixels.length - 1; i >= 0; i--) {
      int before = pixels[i == pixels.length - 1 ? 0 : i + 1];
      int after = pixels[i == 0 ? pixels.length - 1 : i - 1];
      if (!isSpare(before, pixels[i], after)) {
        ring[size++] = frame.units(frame.column(pixels[i]));
        ring[size++] = frame.units(frame.row(pixels[i]));
      }
    }
    return Arrays.copyOf(ring, size);
  }

  /**
   * Whether nothing changes when a pixel is left out between two others: no further edge ends
   * there, the way is straight, and no tile is cut there.
   */
  private boolean isSpare(int before, int pixel, int after) {
    return frame.isStraight(before, pixel, after)
        && !frame.isCut(frame.column(pixel))
        && !frame.isCut(frame.row(pixel))
        && shared.degree(hot.place(pixel)) <= 2;
  }

  /** The smallest outer ring around a hole. */
  private static int around(List<int[]> outer, int[] hole) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < outer.size(); i++) {
      long size = area2(outer.get(i));
      if (outer.size() == 1 || (size < least && isAround(outer.get(i), hole))) {
        best = i;
        least = size;
      }
    }
    return best;
  }

  /** Whether a ring is around another, which does not cross it but may touch it in points. */
  private static boolean isAround(int[] ring, int[] other) {
    for (int i = 0; i < other.length; i += 2) {
      int next = i + 2 == other.length ? 0 : i + 2;
      int side = side(ring, other[i] + other[next], other[i + 1] + other[next + 1]);
      if (side != 0) {
        return side > 0;
      }
    }
    return false;
  }

  /** 1 inside, -1 outside, 0 on a ring; the place is given in half units. */
  private static int side(int[] ring, int px, int py) {
    boolean inside = false;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      long ax = 2L * ring[j] - px;
      long ay = 2L * ring[j + 1] - py;
      long bx = 2L * ring[i] - px;
      long by = 2L * ring[i + 1] - py;
      long cross = ax * by - ay * bx;
      if (cross == 0
          && Math.min(ax, bx) <= 0
          && Math.max(ax, bx) >= 0
          && Math.min(ay, by) <= 0
          && Math.max(ay, by) >= 0) {
        return 0;
      }
      if (ay > 0 != by > 0 && cross > 0 == by > ay) {
        inside = !inside;
      }
    }
    return inside ? 1 : -1;
  }

  /** Twice the area of a ring, positive when it runs clockwise on the map. */
  private static long area2(int[] ring) {
    long sum = 0;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      sum += (long) ring[j] * ring[i + 1] - (long) ring[j + 1] * ring[i];
    }
    return sum;
  }
}

package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;

/** Rewrites the rings of an area as lists of {@link Packed} points. */
final class PackedRings {

  private PackedRings() {}

  /**
   * The area with every ring rewritten; the same object where no ring changes.
   *
   * @param rewrite gets the points of a ring without the repeated last one, and returns the same
   *     array to leave it; equal neighbours become one point, and a ring of fewer than three
   *     vanishes, a shell with its holes
   * @return empty when nothing remains
   */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  static Optional<LatticeMultiPolygon> rewritten(
      LatticeMultiPolygon area, UnaryOperator<long[]> rewrite) {
    List<LatticePolygon> polygons = new ArrayList<>();
    boolean same = true;
    for (LatticePolygon polygon : area.polygons()) {
      Optional<LatticeRing> shell = rewritten(polygon.shell(), rewrite);
      List<LatticeRing> holes = new ArrayList<>();
      polygon.holes().forEach(hole -> rewritten(hole, rewrite).ifPresent(holes::add));
      boolean kept =
          shell.isPresent() && shell.get() == polygon.shell() && isSame(holes, polygon.holes());
      same &= kept;
      if (kept) {
        polygons.add(polygon);
      } else {
        shell.ifPresent(ring -> polygons.add(new LatticePolygon(ring, holes)));
      }
    }
    if (same) {
      return Optional.of(area);
    }
    return polygons.isEmpty() ? Optional.empty() : Optional.of(new LatticeMultiPolygon(polygons));
  }

  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  private static boolean isSame(List<LatticeRing> a, List<LatticeRing> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return a.size() == b.size();
  }

  private static Optional<LatticeRing> rewritten(LatticeRing ring, UnaryOperator<long[]> rewrite) {
    long[] points = points(ring);
    long[] after = rewrite.apply(points);
    if (after == points) {
      return Optional.of(ring);
    }
    int[] xy = new int[2 * after.length + 2];
    int n = 0;
    for (int i = 0; i < after.length; i++) {
      if (after[i] != after[(i + 1) % after.length]) {
        xy[n++] = Packed.x(after[i]);
        xy[n++] = Packed.y(after[i]);
      }
    }
    if (n < 6) {
      return Optional.empty();
    }
    xy[n] = xy[0];
    xy[n + 1] = xy[1];
    return Optional.of(LatticeRing.of(Arrays.copyOf(xy, n + 2)));
  }

  /** The points of a ring, the repeated last one left out. */
  static long[] points(LatticeRing ring) {
    long[] points = new long[ring.size() - 1];
    for (int i = 0; i < points.length; i++) {
      points[i] = Packed.of(ring.x(i), ring.y(i));
    }
    return points;
  }

  /** The edges of an area, without direction. */
  static Set<EdgeChain.Edge> edges(LatticeMultiPolygon area) {
    Set<EdgeChain.Edge> edges = new HashSet<>();
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            edges.add(
                EdgeChain.Edge.of(
                    Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i))));
          }
        });
    return edges;
  }
}

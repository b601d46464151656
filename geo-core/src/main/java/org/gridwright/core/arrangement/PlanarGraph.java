package org.gridwright.core.arrangement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;

/**
 * Faces between noded edges. A walk follows half-edges with one face on their left; a face has one
 * walk around it (none for the unbounded face, 0) and one for each group of edges inside it.
 */
final class PlanarGraph {

  /** Half-edges that are followed between two checkpoints, where walks are short. */
  private static final int HALVES_BETWEEN_CHECKPOINTS = 4096;

  private final GraphEdges edges;
  private final int[] clockwise;
  private final int[] walkOf;
  private int[] walkStart = new int[64];
  private long[] walkArea2 = new long[64];
  private int walks;
  private final int[] faceOfWalk;
  private int faces = 1;

  PlanarGraph(GraphEdges edges, Progress progress) {
    this.edges = edges;
    progress.checkpoint();
    this.clockwise = clockwise(edges);
    progress.checkpoint();
    this.walkOf = new int[2 * edges.count()];
    Arrays.fill(walkOf, -1);
    for (int half = 0; half < walkOf.length; half++) {
      if (half % HALVES_BETWEEN_CHECKPOINTS == 0) {
        progress.checkpoint();
      }
      if (walkOf[half] < 0) {
        walk(half);
      }
    }
    faceOfWalk = new int[walks];
    nameFaces(progress);
  }

  int faceCount() {
    return faces;
  }

  /** Face on the left of a half-edge. */
  int face(int half) {
    return faceOfWalk[walkOf[half]];
  }

  /** The half-edge that leaves the same point next to this one, clockwise. */
  int clockwise(int half) {
    return clockwise[half];
  }

  /** For each face the first half-edge of each of its walks, the outer one first. */
  int[][] walksByFace() {
    int[] size = new int[faces];
    for (int walk = 0; walk < walks; walk++) {
      size[faceOfWalk[walk]]++;
    }
    int[][] starts = new int[faces][];
    Arrays.setAll(starts, face -> new int[size[face]]);
    int[] fill = new int[faces];
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (int walk = 0; walk < walks; walk++) {
        if (Long.signum(walkArea2[walk]) == sign) {
          int face = faceOfWalk[walk];
          starts[face][fill[face]++] = walkStart[walk];
        }
      }
    }
    return starts;
  }

  /** The half-edge after this one on its walk. */
  int next(int half) {
    return clockwise[half ^ 1];
  }

  private void walk(int first) {
    if (walks == walkStart.length) {
      walkStart = Arrays.copyOf(walkStart, 2 * walks);
      walkArea2 = Arrays.copyOf(walkArea2, 2 * walks);
    }
    long origin = edges.from(first);
    long area = 0;
    int half = first;
    do {
      walkOf[half] = walks;
      area += cross(origin, edges.from(half), edges.to(half));
      half = next(half);
    } while (half != first);
    walkStart[walks] = first;
    walkArea2[walks++] = area;
  }

  private void nameFaces(Progress progress) {
    for (int walk = 0; walk < walks; walk++) {
      if (walkArea2[walk] > 0) {
        faceOfWalk[walk] = faces++;
      }
    }
    BoxTree tree = new BoxTree(edges.boxes());
    progress.checkpoint();
    long[] west = new long[walks];
    for (int walk = 0; walk < walks; walk++) {
      west[walk] = walkArea2[walk] > 0 ? 0 : westernmost(walkStart[walk]);
    }
    IntStream.range(0, walks)
        .filter(walk -> walkArea2[walk] <= 0)
        .boxed()
        .sorted(Comparator.comparingLong(walk -> west[walk]))
        .forEach(
            walk -> {
              progress.checkpoint();
              faceOfWalk[walk] = faceAround(tree, west[walk]);
            });
  }

  private long westernmost(int first) {
    long best = edges.from(first);
    for (int half = next(first); half != first; half = next(half)) {
      best = Math.min(best, edges.from(half));
    }
    return best;
  }

  /** The face just west of the westernmost point of a group; groups west of it have their faces. */
  private int faceAround(BoxTree tree, long point) {
    int x = Packed.x(point);
    int y = Packed.y(point);
    int[] nearest = {-1};
    tree.visit(
        Integer.MIN_VALUE,
        y,
        x,
        y,
        edge -> {
          int up = upward(edge);
          if (Packed.y(edges.from(up)) <= y
              && y < Packed.y(edges.to(up))
              && Long.signum(cross(edges.from(up), edges.to(up), point)) < 0
              && (nearest[0] < 0 || isEastOf(up, nearest[0]))) {
            nearest[0] = up;
          }
        });
    return nearest[0] < 0 ? 0 : face(nearest[0] ^ 1);
  }

  private int upward(int edge) {
    return Packed.y(edges.low(edge)) <= Packed.y(edges.high(edge)) ? 2 * edge : 2 * edge + 1;
  }

  /** Of two upward half-edges that do not cross and pass one latitude, which is farther east? */
  private boolean isEastOf(int first, int second) {
    long a = edges.from(first);
    long b = edges.from(second);
    if (a == b) {
      return cross(b, edges.to(second), edges.to(first)) < 0;
    }
    return Packed.y(a) >= Packed.y(b)
        ? cross(b, edges.to(second), a) < 0
            || (cross(b, edges.to(second), a) == 0
                && cross(b, edges.to(second), edges.to(first)) < 0)
        : cross(a, edges.to(first), b) > 0
            || (cross(a, edges.to(first), b) == 0
                && cross(a, edges.to(first), edges.to(second)) > 0);
  }

  private static int[] clockwise(GraphEdges edges) {
    long[] points = new long[2 * edges.count()];
    Arrays.setAll(points, edges::from);
    long[] distinct = Arrays.stream(points).sorted().distinct().toArray();
    int[] start = new int[distinct.length + 1];
    int[] vertex = new int[points.length];
    for (int half = 0; half < points.length; half++) {
      vertex[half] = Arrays.binarySearch(distinct, points[half]);
      start[vertex[half] + 1]++;
    }
    for (int v = 0; v < distinct.length; v++) {
      start[v + 1] += start[v];
    }
    int[] out = new int[points.length];
    int[] fill = start.clone();
    for (int half = 0; half < points.length; half++) {
      out[fill[vertex[half]]++] = half;
    }
    int[] clockwise = new int[points.length];
    for (int v = 0; v < distinct.length; v++) {
      sort(edges, out, start[v], start[v + 1]);
      for (int i = start[v]; i < start[v + 1]; i++) {
        clockwise[out[i]] = out[i == start[v] ? start[v + 1] - 1 : i - 1];
      }
    }
    return clockwise;
  }

  /** Sorts the half-edges that leave one point counter-clockwise, beginning after south. */
  private static void sort(GraphEdges edges, int[] out, int begin, int end) {
    for (int i = begin + 1; i < end; i++) {
      int half = out[i];
      int j = i;
      for (; j > begin && before(edges, half, out[j - 1]); j--) {
        out[j] = out[j - 1];
      }
      out[j] = half;
    }
  }

  /** Half-edges with an even number point east or exactly north, the others west or south. */
  private static boolean before(GraphEdges edges, int first, int second) {
    return (first & 1) != (second & 1)
        ? (first & 1) == 0
        : cross(edges.from(first), edges.to(first), edges.to(second)) > 0;
  }

  private static long cross(long a, long b, long p) {
    return Lattice.cross(
        Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(p), Packed.y(p));
  }
}

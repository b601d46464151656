package org.gridwright.core.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.BoxTree;
import org.gridwright.core.lattice.Lattice;

/**
 * Finds the faces, and proves that the sides of all edges agree.
 *
 * <p>Edges do not cross, and around each vertex the sides agree; so within a connected group of
 * edges they agree everywhere once they do at one point. That point is the westernmost of the
 * group: crossing all edges west of it, beginning with nobody, must lead to the owner on the
 * group's outer side.
 */
final class Faces {

  private final Edges edges;
  private final Arcs arcs;
  private final BoxTree tree;
  private final int[] clockwise;
  private final int[] start;
  private final int[] points;
  private final int[] walkOf;
  private final List<Integer> walkStart = new ArrayList<>();
  private final List<Long> walkArea = new ArrayList<>();
  private int[] faceOfWalk = new int[0];
  private int faceCount = 1;

  Faces(Edges edges, Arcs arcs, int[] clockwise, int[] start, int[] points)
      throws NotSeamlessException {
    this.edges = edges;
    this.arcs = arcs;
    this.tree = new BoxTree(edges.boxes());
    this.clockwise = clockwise;
    this.start = start;
    this.points = points;
    this.walkOf = new int[clockwise.length];
    Arrays.fill(walkOf, -1);
    for (int half = 0; half < walkOf.length; half++) {
      if (walkOf[half] < 0) {
        walk(half);
      }
    }
    nameFaces();
  }

  /** Face on the left of each half-arc; 0 is the unbounded one. */
  int[] faceOfHalfArc() {
    int[] face = new int[walkOf.length];
    for (int half = 0; half < face.length; half++) {
      face[half] = faceOfWalk[walkOf[half]];
    }
    return face;
  }

  /** Owner of each face. */
  int[] owners() {
    int[] owners = new int[faceCount];
    owners[0] = Partition.OUTSIDE;
    for (int walk = 0; walk < faceOfWalk.length; walk++) {
      owners[faceOfWalk[walk]] = arcs.owner(walkStart.get(walk));
    }
    return owners;
  }

  private void walk(int first) {
    long area = 0;
    int half = first;
    do {
      walkOf[half] = walkStart.size();
      area += (half & 1) == 0 ? signedArea2(half >> 1) : -signedArea2(half >> 1);
      half = clockwise[half ^ 1];
    } while (half != first);
    walkStart.add(first);
    walkArea.add(area);
  }

  /** Twice the area between an arc and the first point of all; exact in sum around a walk. */
  private long signedArea2(int arc) {
    long sum = 0;
    for (int i = start[arc] + 1; i < start[arc + 1]; i++) {
      sum +=
          Lattice.cross(
              points[0],
              points[1],
              points[2 * i - 2],
              points[2 * i - 1],
              points[2 * i],
              points[2 * i + 1]);
    }
    return sum;
  }

  private void nameFaces() throws NotSeamlessException {
    faceOfWalk = new int[walkStart.size()];
    for (int walk = 0; walk < faceOfWalk.length; walk++) {
      faceOfWalk[walk] = walkArea.get(walk) > 0 ? faceCount++ : 0;
    }
    for (int walk = 0; walk < faceOfWalk.length; walk++) {
      if (walkArea.get(walk) < 0) {
        faceOfWalk[walk] = faceAround(walk);
      }
    }
  }

  /** The face in which the group of edges lies whose outer side this walk follows. */
  private int faceAround(int walk) throws NotSeamlessException {
    int corner = westernmost(walkStart.get(walk));
    int owner = arcs.owner(walkStart.get(walk));
    Map<Integer, Integer> ownersCrossed = new HashMap<>(Map.of(Partition.OUTSIDE, 1));
    Map<Integer, Integer> walksCrossed = new HashMap<>();
    int x = points[2 * corner];
    int y = points[2 * corner + 1];
    tree.visit(
        Integer.MIN_VALUE,
        y,
        x,
        y,
        edge -> {
          int west = westSide(edge, x, y);
          if (west >= 0) {
            ownersCrossed.merge(edges.leftOf(west), -1, Integer::sum);
            ownersCrossed.merge(edges.leftOf(west ^ 1), 1, Integer::sum);
            walksCrossed.merge(walkOf[arcs.ofHalfEdge(west)], 1, Integer::sum);
            walksCrossed.merge(walkOf[arcs.ofHalfEdge(west ^ 1)], 1, Integer::sum);
          }
        });
    ownersCrossed.values().removeIf(count -> count == 0);
    if (!ownersCrossed.equals(Map.of(owner, 1))) {
      throw nested(walkStart.get(walk), ownersCrossed, x, y);
    }
    return innermost(owner, walksCrossed);
  }

  /**
   * The half of an edge with its west side on the left, where the edge passes west of the point and
   * a hair north of its latitude; otherwise -1.
   */
  private int westSide(int edge, int x, int y) {
    int half = edges.y(edges.a(edge)) < edges.y(edges.b(edge)) ? 2 * edge : 2 * edge + 1;
    int low = edges.from(half);
    int high = edges.to(half);
    boolean passes =
        arcs.ofHalfEdge(half) >= 0
            && edges.y(low) <= y
            && y < edges.y(high)
            && Lattice.orientation(edges.x(low), edges.y(low), edges.x(high), edges.y(high), x, y)
                < 0;
    return passes ? half : -1;
  }

  private int innermost(int owner, Map<Integer, Integer> walksCrossed) {
    int face = 0;
    long least = Long.MAX_VALUE;
    for (Map.Entry<Integer, Integer> crossed : walksCrossed.entrySet()) {
      int walk = crossed.getKey();
      long area = walkArea.get(walk);
      if (crossed.getValue() % 2 == 1
          && area > 0
          && area < least
          && arcs.owner(walkStart.get(walk)) == owner) {
        least = area;
        face = faceOfWalk[walk];
      }
    }
    return face;
  }

  /** Position of the westernmost, then southernmost point of a walk. */
  private int westernmost(int first) {
    int best = start[first >> 1];
    int half = first;
    do {
      for (int i = start[half >> 1]; i < start[(half >> 1) + 1]; i++) {
        int byX = Integer.compare(points[2 * i], points[2 * best]);
        if (byX < 0 || (byX == 0 && points[2 * i + 1] < points[2 * best + 1])) {
          best = i;
        }
      }
      half = clockwise[half ^ 1];
    } while (half != first);
    return best;
  }

  private NotSeamlessException nested(
      int halfArc, Map<Integer, Integer> ownersCrossed, int x, int y) {
    List<Integer> owners = new ArrayList<>(ownersCrossed.keySet());
    owners.add(arcs.owner(halfArc));
    owners.add(arcs.owner(halfArc ^ 1));
    return new NotSeamlessException(
        NotSeamlessException.Reason.NESTED,
        edges.codes(owners.stream().mapToInt(Integer::intValue).toArray()),
        x,
        y);
  }
}

package org.gridwright.core.coverage.outlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Where an outline comes near itself or another one across the outside: two edges nearer than a
 * distance, while the way along the outline from one to the other is more than twice as long as the
 * way across. Every inlet worth its name has such a pair, and a smooth outline has none.
 */
final class NearOutlines {

  private static final double DETOUR = 2;

  /** Two edges that meet at this angle are twice as long as the way across. */
  private static final double NOTCH = Math.toRadians(60);

  /** An edge of the outline, with the covered ground on its left. */
  private record Edge(int index, int ring, int ax, int ay, int bx, int by, double from, double to) {

    Envelope box() {
      return new Envelope(ax, bx, ay, by);
    }
  }

  private final double metres;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();
  private final HPRtree tree = new HPRtree();

  private NearOutlines(LatticeMultiPolygon covered, double metres) {
    this.metres = metres;
    for (LatticePolygon polygon : covered.polygons()) {
      add(polygon.shell());
    }
    edges.forEach(edge -> tree.insert(edge.box(), edge));
    tree.build();
  }

  /** Rectangles in lattice steps that hold all such places with room to spare around them. */
  static List<Envelope> zones(LatticeMultiPolygon covered, double metres, Progress progress) {
    NearOutlines near = new NearOutlines(covered, metres);
    List<Envelope> boxes =
        near.edges.parallelStream()
            .flatMap(
                edge -> {
                  progress.checkpoint();
                  return near.facing(edge).stream();
                })
            .toList();
    return joined(boxes);
  }

  private void add(LatticeRing ring) {
    int id = lengths.size();
    boolean leftInside = isCounterClockwise(ring);
    double along = 0;
    for (int i = 1; i < ring.size(); i++) {
      int a = leftInside ? i - 1 : ring.size() - i;
      int b = leftInside ? i : ring.size() - i - 1;
      double length = Geodesy.metres(ring.x(a), ring.y(a), ring.x(b), ring.y(b));
      edges.add(
          new Edge(
              edges.size(), id, ring.x(a), ring.y(a), ring.x(b), ring.y(b), along, along + length));
      along += length;
    }
    lengths.add(along);
  }

  private static boolean isCounterClockwise(LatticeRing ring) {
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      double x1 = (double) ring.x(i - 1) - ring.x(0);
      double y1 = (double) ring.y(i - 1) - ring.y(0);
      double x2 = (double) ring.x(i) - ring.x(0);
      double y2 = (double) ring.y(i) - ring.y(0);
      sum += x1 * y2 - x2 * y1;
    }
    return sum > 0;
  }

  /** The surroundings of an edge and those after it that face it. */
  private List<Envelope> facing(Edge edge) {
    LocalFrame frame = LocalFrame.at(edge.box().centre());
    List<Envelope> found = new ArrayList<>();
    tree.query(
        widened(edge.box(), frame, 1),
        item -> {
          Edge other = (Edge) item;
          if (other.index() > edge.index() && isFacing(edge, other, frame)) {
            Envelope common =
                widened(edge.box(), frame, 1).intersection(widened(other.box(), frame, 1));
            found.add(widened(common, frame, 2));
          }
        });
    return found;
  }

  private Envelope widened(Envelope box, LocalFrame frame, double times) {
    Envelope wide = new Envelope(box);
    wide.expandBy(times * metres / frame.east(), times * metres / frame.north());
    return wide;
  }

  private boolean isFacing(Edge one, Edge two, LocalFrame frame) {
    if (along(one, two) == 0) {
      return (one.bx() == two.ax() && one.by() == two.ay())
          ? isNotch(segment(one, frame), segment(two, frame))
          : isNotch(segment(two, frame), segment(one, frame));
    }
    LineSegment a = segment(one, frame);
    LineSegment b = segment(two, frame);
    return a.distance(b) < metres
        && crossings(a, b).stream().anyMatch(across -> isDetour(one, a, two, b, across));
  }

  /**
   * Ways across from one edge to another, as short as can be, from places where they may come near
   * each other with a long way around: where they are nearest, and some way on from there, because
   * a slit with a flat end is nearest to itself at its end.
   */
  private List<LineSegment> crossings(LineSegment a, LineSegment b) {
    Coordinate[] nearest = a.closestPoints(b);
    List<LineSegment> crossings = new ArrayList<>();
    crossings.add(new LineSegment(nearest[0], nearest[1]));
    for (Coordinate end : List.of(a.p0, a.p1)) {
      Coordinate from = towards(nearest[0], end);
      crossings.add(new LineSegment(from, b.closestPoint(from)));
    }
    for (Coordinate end : List.of(b.p0, b.p1)) {
      Coordinate to = towards(nearest[1], end);
      crossings.add(new LineSegment(a.closestPoint(to), to));
    }
    return crossings;
  }

  private Coordinate towards(Coordinate from, Coordinate end) {
    double length = from.distance(end);
    return length <= metres ? end : new LineSegment(from, end).pointAlong(metres / length);
  }

  /** Whether a way across lies outside, and the way along the outline is much longer. */
  private boolean isDetour(Edge one, LineSegment a, Edge two, LineSegment b, LineSegment across) {
    return across.getLength() < metres
        && along(one, a, two, b, across) > DETOUR * across.getLength()
        && isOutside(a, across.p1)
        && isOutside(b, across.p0);
  }

  /** Whether the outside reaches in between an edge and the next by less than 60 degrees. */
  private static boolean isNotch(LineSegment edge, LineSegment next) {
    return edge.orientationIndex(next.p1) < 0
        && Angle.angleBetween(edge.p0, edge.p1, next.p1) < NOTCH;
  }

  /** Whether a point is not clearly on the left, the covered side, of an edge. */
  private static boolean isOutside(LineSegment edge, Coordinate point) {
    double t = edge.projectionFactor(point);
    return t <= 0 || t >= 1 || edge.orientationIndex(point) <= 0;
  }

  /** Length of the shorter way along the outline from one edge to the other. */
  private double along(Edge one, Edge two) {
    if (one.ring() != two.ring()) {
      return Double.POSITIVE_INFINITY;
    }
    double onward = two.from() - one.to();
    double back = lengths.get(one.ring()) - two.to() + one.from();
    return Math.min(onward, back);
  }

  /** Length of the shorter way along the outline between the ends of a way across. */
  private double along(Edge one, LineSegment a, Edge two, LineSegment b, LineSegment across) {
    if (one.ring() != two.ring()) {
      return Double.POSITIVE_INFINITY;
    }
    double from = one.from() + a.p0.distance(across.p0);
    double to = two.from() + b.p0.distance(across.p1);
    return Math.min(Math.abs(to - from), lengths.get(one.ring()) - Math.abs(to - from));
  }

  private static LineSegment segment(Edge edge, LocalFrame frame) {
    return new LineSegment(
        frame.toMetres(edge.ax(), edge.ay()), frame.toMetres(edge.bx(), edge.by()));
  }

  /** The rectangles around groups of rectangles that meet. */
  private static List<Envelope> joined(List<Envelope> boxes) {
    int[] group = IntStream.range(0, boxes.size()).toArray();
    HPRtree tree = new HPRtree();
    for (int i = 0; i < group.length; i++) {
      tree.insert(boxes.get(i), i);
    }
    tree.build();
    for (int i = 0; i < group.length; i++) {
      int box = i;
      if (group.length > 1) {
        tree.query(boxes.get(i), other -> join(group, box, (Integer) other));
      }
    }
    Map<Integer, Envelope> zones = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      zones.computeIfAbsent(root(group, i), it -> new Envelope()).expandToInclude(boxes.get(i));
    }
    return List.copyOf(zones.values());
  }

  private static void join(int[] group, int a, int b) {
    int first = root(group, a);
    int second = root(group, b);
    group[Math.max(first, second)] = Math.min(first, second);
  }

  private static int root(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      group[root] = group[group[root]];
      root = group[root];
    }
    return root;
  }
}

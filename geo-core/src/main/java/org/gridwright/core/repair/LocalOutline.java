package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * The outline of a unit that is mended at one place. Faces bring a corner wherever another outline
 * crosses; away from the place these are taken out again, so that the outline runs there as it was
 * drawn, to the last vertex.
 */
final class LocalOutline {

  private static final GeometryFactory STEPS = new GeometryFactory();

  /** Rounding moves a point by no more than √½ of a step. */
  private static final double ROUNDED = 0.75;

  /** Points that are nearer than this, in steps, may be one point that was rounded twice. */
  private static final double BESIDE = 2;

  /** Faces lose no more vertices in a row. */
  private static final int MOST_LOST = 16;

  private record Edge(long from, long to) {}

  private final Set<Long> mended;
  private final Set<Long> shared;
  private final Elsewhere elsewhere;
  private final Set<Long> own = new HashSet<>();
  private final Set<Edge> ownEdges = new HashSet<>();

  /** The vertex after each vertex that the outline passes once. */
  private final Map<Long, Long> next = new HashMap<>();

  private LocalOutline(
      LatticeMultiPolygon drawn, Set<Long> mended, Set<Long> shared, Elsewhere elsewhere) {
    this.mended = mended;
    this.shared = shared;
    this.elsewhere = elsewhere;
    drawn.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            long from = Packed.of(ring.x(i - 1), ring.y(i - 1));
            own.add(from);
            long to = Packed.of(ring.x(i), ring.y(i));
            ownEdges.add(new Edge(from, to));
            next.put(from, next.containsKey(from) ? from : to);
          }
        });
  }

  /**
   * The outline without corners that the mend does not need.
   *
   * @param drawn the unit's valid area before
   * @param traced its area after, with every corner of its faces
   * @param mended corners of the faces that change hands; {@link Packed}
   * @param shared those of them that lie on the new outlines of several units; only these divide an
   *     edge
   * @param elsewhere units whose edges must go on matching
   */
  static LatticeMultiPolygon of(
      LatticeMultiPolygon drawn,
      LatticeMultiPolygon traced,
      Set<Long> mended,
      Set<Long> shared,
      Elsewhere elsewhere) {
    LocalOutline outline = new LocalOutline(drawn, mended, shared, elsewhere);
    List<LatticePolygon> polygons = new ArrayList<>();
    for (LatticePolygon polygon : traced.polygons()) {
      polygons.add(
          new LatticePolygon(
              outline.kept(polygon.shell()), polygon.holes().stream().map(outline::kept).toList()));
    }
    LatticeMultiPolygon kept = new LatticeMultiPolygon(polygons);
    return LatticeJts.toSteps(kept).isValid() ? kept : traced;
  }

  /**
   * Adds the points of a ring without which it would run elsewhere. Where it turns, several points
   * may lie side by side; each of them is a turn then.
   */
  static void addTurns(LatticeRing ring, Set<Long> turns) {
    int n = ring.size() - 1;
    int first = 0;
    for (int i = 1; i < n; i++) {
      first = steps(point(ring, i)).compareTo(steps(point(ring, first))) < 0 ? i : first;
    }
    Coordinate[] points = new Coordinate[n + 1];
    for (int i = 0; i <= n; i++) {
      points[i] = steps(point(ring, (first + i) % n));
    }
    Coordinate[] needed =
        DouglasPeuckerSimplifier.simplify(STEPS.createLineString(points), ROUNDED).getCoordinates();
    int at = 0;
    for (Coordinate point : points) {
      at += at + 1 < needed.length && point.equals2D(needed[at + 1]) ? 1 : 0;
      if (point.distance(needed[at]) < BESIDE
          || (at + 1 < needed.length && point.distance(needed[at + 1]) < BESIDE)) {
        turns.add(Packed.of((int) point.x, (int) point.y));
      }
    }
  }

  private LatticeRing kept(LatticeRing ring) {
    int n = ring.size() - 1;
    int first = 0;
    while (first < n && !own.contains(point(ring, first))) {
      first++;
    }
    List<Long> points = new ArrayList<>();
    List<Long> between = new ArrayList<>();
    long last = point(ring, first % n);
    points.add(last);
    for (int i = 1; i <= n; i++) {
      long next = point(ring, (first + i) % n);
      if (i < n && !own.contains(next)) {
        between.add(next);
        continue;
      }
      boolean along = isAlong(last, next, between);
      if (!along || !elsewhere.hasEdge(next, last)) {
        Set<Long> needed = along ? shared : mended;
        List<Long> divide = between.stream().filter(needed::contains).toList();
        points.addAll(divide.isEmpty() ? lostBetween(last, next) : divide);
      }
      points.add(next);
      between.clear();
      last = next;
    }
    return points.size() < 4 ? ring : ring(points);
  }

  /**
   * Vertices as they were drawn that faces have lost, where the outline comes so near itself that
   * its two sides were rounded to one.
   */
  private List<Long> lostBetween(long from, long to) {
    List<Long> lost = new ArrayList<>();
    Long at = next.get(from);
    while (at != null && at != to && lost.size() < MOST_LOST && !mended.contains(at)) {
      lost.add(at);
      at = next.get(at);
    }
    return at != null && at == to ? lost : List.of();
  }

  /** Whether corners lie on an edge as it was drawn. */
  private boolean isAlong(long from, long to, List<Long> between) {
    return ownEdges.contains(new Edge(from, to))
        && between.stream()
            .allMatch(it -> Distance.pointToSegment(steps(it), steps(from), steps(to)) <= ROUNDED);
  }

  private static long point(LatticeRing ring, int i) {
    return Packed.of(ring.x(i), ring.y(i));
  }

  private static Coordinate steps(long point) {
    return new Coordinate(Packed.x(point), Packed.y(point));
  }

  private static LatticeRing ring(List<Long> points) {
    int[] xy = new int[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = Packed.x(points.get(i));
      xy[2 * i + 1] = Packed.y(points.get(i));
    }
    return LatticeRing.of(xy);
  }
}

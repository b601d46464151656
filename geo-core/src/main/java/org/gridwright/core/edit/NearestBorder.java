package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.arrangement.Packed;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Which of several borders is nearest: the Voronoi diagram of points along them, whose cells are
 * joined by border. The usual approximation of the diagram of segments (F. Aurenhammer, Voronoi
 * diagrams, ACM Computing Surveys 23, 1991). Works in metres around a point. Not thread-safe.
 */
final class NearestBorder {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Points along all borders together; more would move the lines by less than can be seen. */
  private static final int POINTS = 300;

  private final LatticePoint origin;
  private final double east;
  private final double north;
  private final double spacing;
  private final Map<Coordinate, String> points = new LinkedHashMap<>();

  /**
   * @param owners whose border each edge is
   * @param origin a point near all of them
   */
  NearestBorder(Map<EdgeChain.Edge, String> owners, LatticePoint origin) {
    this.origin = origin;
    LocalMetric metric =
        LocalMetric.around(FACTORY.createPoint(new Coordinate(origin.x(), origin.y())));
    this.east = metric.metresPerStepEast();
    this.north = metric.metresPerStepNorth();
    double length =
        owners.keySet().stream()
            .mapToDouble(edge -> metres(edge.low()).distance(metres(edge.high())))
            .sum();
    this.spacing = length / POINTS;
    owners.forEach(this::addPoints);
  }

  private void addPoints(EdgeChain.Edge edge, String owner) {
    Coordinate a = metres(edge.low());
    Coordinate b = metres(edge.high());
    int count = (int) Math.ceil(a.distance(b) / spacing);
    for (int i = 0; i < count; i++) {
      double t = (i + 0.5) / count;
      points.put(new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)), owner);
    }
  }

  private Coordinate metres(long point) {
    return metres(Packed.x(point), Packed.y(point));
  }

  private Coordinate metres(double x, double y) {
    return new Coordinate((x - origin.x()) * east, (y - origin.y()) * north);
  }

  LatticePoint origin() {
    return origin;
  }

  /** Distance between neighbouring points along a border. */
  double spacingMetres() {
    return spacing;
  }

  /** Whose border is nearest to a place in lattice steps. */
  String nearest(Coordinate steps) {
    Coordinate place = metres(steps.x, steps.y);
    String best = "";
    double distance = Double.POSITIVE_INFINITY;
    for (Map.Entry<Coordinate, String> point : points.entrySet()) {
      if (point.getKey().distance(place) < distance) {
        distance = point.getKey().distance(place);
        best = point.getValue();
      }
    }
    return best;
  }

  /** The lines along which two borders of different owners are equally near, {@link Packed}. */
  List<long[]> linesBetween() {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(points.keySet());
    Map<LineString, String> sides = new HashMap<>();
    LineMerger merger = new LineMerger();
    for (Object each : builder.getSubdivision().getVoronoiCellPolygons(FACTORY)) {
      Geometry cell = (Geometry) each;
      String owner = points.getOrDefault((Coordinate) cell.getUserData(), "");
      Coordinate[] ring = cell.getCoordinates();
      for (int k = 1; k < ring.length; k++) {
        LineString side = FACTORY.createLineString(new Coordinate[] {ring[k - 1], ring[k]});
        side.normalize();
        String across = sides.put(side, owner);
        if (across != null && !across.equals(owner)) {
          merger.add(side);
        }
      }
    }
    List<long[]> lines = new ArrayList<>();
    for (Object merged : merger.getMergedLineStrings()) {
      lines.add(onLattice(DouglasPeuckerSimplifier.simplify((LineString) merged, spacing / 2)));
    }
    return lines;
  }

  private long[] onLattice(Geometry line) {
    Coordinate[] places = line.getCoordinates();
    long[] onLattice = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      onLattice[i] =
          Packed.of(
              (int) Math.round(origin.x() + places[i].x / east),
              (int) Math.round(origin.y() + places[i].y / north));
    }
    return onLattice;
  }
}

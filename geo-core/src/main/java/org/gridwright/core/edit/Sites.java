package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Points of several owners, and what lies nearer to those of one than to all others: their Voronoi
 * diagram, whose cells are joined by owner. Works in metres around a point. Not thread-safe.
 */
final class Sites {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LatticePoint origin;
  private final LocalFrame frame;
  private final Map<Coordinate, String> owners = new LinkedHashMap<>();
  private final Envelope box = new Envelope();

  /**
   * @param origin a point near all of them
   */
  Sites(LatticePoint origin) {
    this.origin = origin;
    this.frame = LocalFrame.at(origin);
  }

  LatticePoint origin() {
    return origin;
  }

  /** A place in lattice steps, in metres around the origin. */
  Coordinate metres(double x, double y) {
    return frame.toMetres(x, y);
  }

  /** Adds a point in metres; of several in one place the last one counts. */
  void add(Coordinate metres, String owner) {
    owners.put(metres, owner);
    box.expandToInclude(metres);
  }

  /** Makes the diagram reach over a rectangle in lattice steps, at least. */
  void reachOver(LatticeEnvelope steps) {
    box.expandToInclude(metres(steps.minX(), steps.minY()));
    box.expandToInclude(metres(steps.maxX(), steps.maxY()));
  }

  /** The points, in the order in which they were added. */
  List<Coordinate> points() {
    return List.copyOf(owners.keySet());
  }

  /** Whose point is nearest to a place in lattice steps. */
  String nearest(Coordinate steps) {
    Coordinate place = metres(steps.x, steps.y);
    String best = "";
    double distance = Double.POSITIVE_INFINITY;
    for (Map.Entry<Coordinate, String> point : owners.entrySet()) {
      if (point.getKey().distance(place) < distance) {
        distance = point.getKey().distance(place);
        best = point.getValue();
      }
    }
    return best;
  }

  /** The lines, in metres, along which points of different owners are equally near. */
  List<LineString> linesBetween() {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(owners.keySet());
    Envelope reach = box.copy();
    reach.expandBy(box.getDiameter());
    builder.setClipEnvelope(reach);
    Map<LineString, String> sides = new HashMap<>();
    LineMerger merger = new LineMerger();
    for (Object each : builder.getSubdivision().getVoronoiCellPolygons(FACTORY)) {
      Geometry cell = (Geometry) each;
      String owner = owners.getOrDefault((Coordinate) cell.getUserData(), "");
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
    List<LineString> lines = new ArrayList<>();
    for (Object merged : merger.getMergedLineStrings()) {
      lines.add((LineString) merged);
    }
    return lines;
  }

  /** The lattice points nearest to those of a line in metres, {@link Packed}. */
  long[] onLattice(Geometry line) {
    Coordinate[] places = line.getCoordinates();
    long[] onLattice = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      onLattice[i] = frame.point(places[i].x, places[i].y);
    }
    return onLattice;
  }
}

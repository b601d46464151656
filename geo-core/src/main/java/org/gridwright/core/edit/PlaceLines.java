package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Triangle;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The lines in a grid between places that go and places that stay: where both are equally far away.
 * They can be straightened; then they keep half the distance that they had from every place.
 */
final class PlaceLines {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final String GOES = "goes";
  private static final String STAYS = "stays";

  private final Sites sites;
  private final List<LineString> lines;

  /**
   * @param goes not empty
   * @param stays not empty, none in the place of one that goes
   */
  PlaceLines(LatticeMultiPolygon grid, List<LatticePoint> goes, List<LatticePoint> stays) {
    LatticeRing shell = grid.polygons().get(0).shell();
    this.sites = new Sites(new LatticePoint(shell.x(0), shell.y(0)));
    stays.forEach(place -> sites.add(sites.metres(place.x(), place.y()), STAYS));
    goes.forEach(place -> sites.add(sites.metres(place.x(), place.y()), GOES));
    sites.reachOver(grid.envelope());
    this.lines = sites.linesBetween();
  }

  /** Whether a place in lattice steps is nearer to one that goes than to all that stay. */
  boolean goes(Coordinate steps) {
    return sites.nearest(steps).equals(GOES);
  }

  /** The lines, {@link org.gridwright.core.lattice.Packed}. */
  List<long[]> exact() {
    return lines.stream().map(sites::onLattice).toList();
  }

  /** The lines without the points that no place needs. */
  List<long[]> straightened() {
    if (lines.isEmpty()) {
      return List.of();
    }
    MultiLineString all = FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    IndexedFacetDistance distance = new IndexedFacetDistance(all);
    STRtree tree = new STRtree();
    Map<Coordinate, Double> needed = new HashMap<>();
    double most = 0;
    for (Coordinate place : sites.points()) {
      double half = distance.distance(FACTORY.createPoint(place)) / 2;
      needed.put(place, half);
      most = Math.max(most, half);
      Envelope room = new Envelope(place);
      room.expandBy(half);
      tree.insert(room, place);
    }
    tree.build();
    return lines.stream()
        .map(line -> FACTORY.createLineString(straightened(line.getCoordinates(), tree, needed)))
        .map(sites::onLattice)
        .toList();
  }

  private static Coordinate[] straightened(
      Coordinate[] line, STRtree tree, Map<Coordinate, Double> needed) {
    List<Coordinate> kept = new ArrayList<>(List.of(line));
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 1; i + 1 < kept.size(); i++) {
        if (isFree(kept.get(i - 1), kept.get(i), kept.get(i + 1), tree, needed)) {
          kept.remove(i);
          again = true;
        }
      }
    }
    return kept.toArray(Coordinate[]::new);
  }

  /** Whether a line may go from a to c straight instead of by way of b. */
  private static boolean isFree(
      Coordinate a, Coordinate b, Coordinate c, STRtree tree, Map<Coordinate, Double> needed) {
    if (a.equals2D(c)) {
      return false;
    }
    Envelope box = new Envelope(a, c);
    box.expandToInclude(b);
    for (Object near : tree.query(box)) {
      Coordinate place = (Coordinate) near;
      if (Distance.pointToSegment(place, a, c) < needed.getOrDefault(place, 0.0)
          || Triangle.intersects(a, b, c, place)) {
        return false;
      }
    }
    return true;
  }
}

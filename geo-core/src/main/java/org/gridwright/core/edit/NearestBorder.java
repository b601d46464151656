package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Which of several borders is nearest: the Voronoi diagram of points along them, whose cells are
 * joined by border. The usual approximation of the diagram of segments (F. Aurenhammer, Voronoi
 * diagrams, ACM Computing Surveys 23, 1991). Not thread-safe.
 */
final class NearestBorder {

  /** Points along all borders together; more would move the lines by less than can be seen. */
  private static final int POINTS = 300;

  private final Sites sites;
  private final double spacing;

  /**
   * @param owners whose border each edge is
   * @param origin a point near all of them
   */
  NearestBorder(Map<EdgeChain.Edge, String> owners, LatticePoint origin) {
    this.sites = new Sites(origin);
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
      sites.add(new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)), owner);
    }
  }

  private Coordinate metres(long point) {
    return sites.metres(Packed.x(point), Packed.y(point));
  }

  LatticePoint origin() {
    return sites.origin();
  }

  /** Distance between neighbouring points along a border. */
  double spacingMetres() {
    return spacing;
  }

  /** Whose border is nearest to a place in lattice steps. */
  String nearest(Coordinate steps) {
    return sites.nearest(steps);
  }

  /** The lines along which two borders of different owners are equally near, {@link Packed}. */
  List<long[]> linesBetween() {
    return sites.linesBetween().stream()
        .map(line -> sites.onLattice(DouglasPeuckerSimplifier.simplify(line, spacing / 2)))
        .toList();
  }
}

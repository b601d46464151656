package org.gridwright.core.locate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.measure.Geodesy;

/**
 * The grid nearest to a point. Immutable and thread-safe; a query visits the few grids whose box
 * may hold the nearest boundary.
 *
 * <p>Candidates are found by the straight distance through the Earth; those that the ellipsoid's
 * flattening could reorder are compared by geodesic distance, to the micrometre.
 */
final class NearestGrid implements Serializable {

  private static final long serialVersionUID = 1L;

  private final GridRings[] grids;
  private final GlobeIndex index;

  NearestGrid(GridRings[] grids) {
    this.grids = grids;
    this.index = new GlobeIndex(grids);
  }

  /**
   * The nearest grid, by the distance to its boundary, that is not excluded. Latitudes beyond a
   * pole are read as the pole; longitudes beyond 180 degrees as the same meridian.
   *
   * @param excluded tells grid indices that do not count
   */
  Optional<Placement.RunnerUp> nearest(int x, int y, IntPredicate excluded) {
    BoundaryDistance from = new BoundaryDistance(x, y);
    Search search = new Search();
    index.visitNearest(
        from.place(),
        search::limit,
        grid -> {
          if (!excluded.test(grid)) {
            double metres = from.metresTo(grids[grid], search.limit());
            if (metres <= search.limit()) {
              search.add(new Candidate(grid, metres, from.nearestX(), from.nearestY()));
            }
          }
        });
    return search.result(x, y);
  }

  private record Candidate(int grid, double metres, double x, double y) {}

  private static final class Search {

    private final List<Candidate> candidates = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;

    /** Beyond this straight distance no grid can have the least geodesic distance. */
    double limit() {
      double angle = least / Globe.RADIUS;
      return least + 1e-6 + 0.01 * angle * angle * least;
    }

    void add(Candidate candidate) {
      candidates.add(candidate);
      least = Math.min(least, candidate.metres);
    }

    Optional<Placement.RunnerUp> result(int x, int y) {
      int winner = -1;
      long micrometres = Long.MAX_VALUE;
      for (Candidate candidate : candidates) {
        if (candidate.metres <= limit()) {
          long distance = Math.round(1e6 * geodesic(x, y, candidate));
          if (distance < micrometres || (distance == micrometres && candidate.grid < winner)) {
            winner = candidate.grid;
            micrometres = distance;
          }
        }
      }
      return winner < 0
          ? Optional.empty()
          : Optional.of(new Placement.RunnerUp(winner + 1, micrometres / 1e6));
    }

    private static double geodesic(int x, int y, Candidate to) {
      double steps = Lattice.STEPS_PER_DEGREE;
      double lat = Math.max(-90, Math.min(90, y / steps));
      return Geodesy.metresBetween(x / steps, lat, to.x / steps, to.y / steps);
    }
  }
}

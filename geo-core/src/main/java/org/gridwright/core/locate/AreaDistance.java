package org.gridwright.core.locate;

import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;

/**
 * How far points are from one closed area, given as the parts it is the union of: a grid alone, or
 * all grids of an upper unit. Immutable and thread-safe; building takes one pass over all vertices.
 */
public final class AreaDistance {

  private final GridRings[] parts;
  private final EdgeRuns edges;

  private AreaDistance(GridRings[] parts, EdgeRuns edges) {
    this.parts = parts;
    this.edges = edges;
  }

  /**
   * The distances to an area of several parts.
   *
   * @throws IllegalArgumentException when there are no parts
   */
  public static AreaDistance to(List<LatticeMultiPolygon> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an area needs at least one part");
    }
    return new AreaDistance(
        parts.stream().map(GridRings::new).toArray(GridRings[]::new),
        EdgeRunsBuilder.build(EdgeTable.of(parts, Progress.NONE), parts.size(), Progress.NONE));
  }

  /**
   * Geodesic distance in metres from a point in lattice steps, longitude first, to the area; 0 for
   * a point inside or on the boundary.
   */
  public double metres(int x, int y) {
    for (GridRings part : parts) {
      if (part.relate(x, y) != 0) {
        return 0;
      }
    }
    NearestSearch search = new NearestSearch(edges);
    search.find(x, y, Locator.NOBODY, new int[0], 0, 0);
    return search.metres();
  }
}

package org.gridwright.data.demo.ground;

import java.util.List;

/**
 * The ground of a made-up city: its units from the outline down to grids, in reading order (north
 * to south in bands, west to east within a band). Immutable.
 *
 * @param plane the plane in metres around the city
 * @param outline around the whole city
 * @param centreX lattice longitude of the main centre
 * @param centreY lattice latitude of the main centre
 */
public record Ground(
    Plane plane, StreetRing outline, int centreX, int centreY, List<District> districts) {

  /**
   * A district.
   *
   * @param northBank whether it lies north of the river (true where there is none)
   */
  public record District(boolean northBank, StreetRing ring, List<Street> streets) {}

  /** A street in the sense of 街道, a subdistrict. */
  public record Street(StreetRing ring, List<Community> communities) {}

  /**
   * A community.
   *
   * @param water whether it is the river itself
   */
  public record Community(boolean water, StreetRing ring, List<Cell> grids) {}

  /**
   * One grid.
   *
   * @param ring around it
   * @param blocks the blocks that it is made of
   * @param side side in metres of a square of the size that is wanted there; small in the centre
   */
  public record Cell(StreetRing ring, List<StreetRing> blocks, double side) {}

  /** All grids in order. */
  public List<Cell> cells() {
    return districts.stream()
        .flatMap(district -> district.streets().stream())
        .flatMap(street -> street.communities().stream())
        .flatMap(community -> community.grids().stream())
        .toList();
  }

  /** Radius in metres of a disc as large as the city. */
  public double radius() {
    double steps2 = 0;
    for (int i = 0; i < outline.size(); i++) {
      int j = outline.next(i);
      double ax = outline.x(i) - (double) plane.x0();
      double ay = outline.y(i) - (double) plane.y0();
      double bx = outline.x(j) - (double) plane.x0();
      double by = outline.y(j) - (double) plane.y0();
      steps2 += ax * by - bx * ay;
    }
    return Math.sqrt(steps2 / 2 * plane.stepX() * plane.stepY() / Math.PI);
  }
}

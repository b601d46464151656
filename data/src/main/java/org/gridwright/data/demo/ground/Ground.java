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
   * @param northBank whether it lies north of the river (true where there is none)
   */
  public record District(boolean northBank, List<Street> streets) {}

  /** A street in the sense of 街道, a subdistrict. */
  public record Street(List<Community> communities) {}

  /**
   * @param water whether it is the river itself
   */
  public record Community(boolean water, List<Cell> grids) {}

  /**
   * One grid.
   *
   * @param ring around it
   * @param blocks the blocks that it is made of
   * @param side side in metres of a square of the size that is wanted there; small in the centre
   */
  public record Cell(StreetRing ring, List<StreetRing> blocks, double side) {}
}

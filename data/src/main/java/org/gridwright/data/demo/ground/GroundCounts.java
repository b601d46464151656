package org.gridwright.data.demo.ground;

/**
 * How many units a city of so many grids has at each level.
 *
 * @param waterGrids grids of the river, among {@code grids}; they form one of the communities
 */
record GroundCounts(int grids, int communities, int streets, int districts, int waterGrids) {

  /** 1,037 grids make 143 communities, and other cities are in proportion. */
  static GroundCounts of(int grids) {
    int communities = Math.max(1, (int) Math.floor(grids * 143 / 1037.0 + 0.5));
    double perStreet = Math.max(3, Math.min(55, 2 + communities / 24.0));
    int districts = grids < 100 ? 1 : Math.max(2, (int) (StrictMath.pow(grids, 0.25) + 0.5));
    int streets = Math.max(districts, (int) (communities / perStreet + 0.5));
    int water =
        grids < Terrain.LEAST_WITH_RIVER
            ? 0
            : Math.max(3, Math.min(400, (int) (Math.sqrt(grids) * 0.35)));
    return new GroundCounts(grids, communities, Math.max(1, streets), districts, water);
  }
}

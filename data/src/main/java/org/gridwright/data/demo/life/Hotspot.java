package org.gridwright.data.demo.life;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.demo.ground.Ground;
import org.gridwright.data.demo.ground.Plane;

/**
 * A planted concentration and the addresses that its incidents happen at.
 *
 * @param addresses indices of all addresses in the disc
 */
record Hotspot(Planted planted, Category category, int[] addresses) {

  /** Three of them: bars in the centre, a dark quarter, a market with too few bins. */
  static List<Hotspot> plant(
      Ground ground, List<Ground.Cell> cells, AddressTable addresses, int usual) {
    int extra = Math.max(60, Math.min(240, usual / 125));
    double reach = ground.radius();
    return List.of(
        at(
            ground,
            cells,
            addresses,
            0.05 * reach,
            -0.03 * reach,
            Category.NOISE,
            day(2025, 5, 15),
            day(2025, 9, 16),
            extra),
        at(
            ground,
            cells,
            addresses,
            -0.42 * reach,
            0.10 * reach,
            Category.STREET_LIGHTING,
            day(2024, 11, 1),
            day(2025, 2, 1),
            extra * 3 / 4),
        at(
            ground,
            cells,
            addresses,
            0.22 * reach,
            -0.62 * reach,
            Category.WASTE,
            day(2025, 3, 1),
            day(2025, 6, 1),
            extra));
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }

  /** A disc around the address nearest to a place east and north of the centre, in metres. */
  private static Hotspot at(
      Ground ground,
      List<Ground.Cell> cells,
      AddressTable addresses,
      double east,
      double north,
      Category category,
      LocalDate from,
      LocalDate to,
      int extra) {
    Plane plane = ground.plane();
    int x = plane.stepsX(plane.metresX(ground.centreX()) + east);
    int y = plane.stepsY(plane.metresY(ground.centreY()) + north);
    int nearest = 0;
    double best = Double.MAX_VALUE;
    for (int i = 0; i < addresses.size(); i++) {
      double distance = plane.distance(addresses.x(i), addresses.y(i), x, y);
      if (distance < best) {
        best = distance;
        nearest = i;
      }
    }
    int cx = addresses.x(nearest);
    int cy = addresses.y(nearest);
    double radius = Math.rint(Math.max(120, 1.4 * cells.get(addresses.gridOf(nearest)).side()));
    int[] inside =
        IntStream.range(0, addresses.size())
            .filter(i -> plane.distance(addresses.x(i), addresses.y(i), cx, cy) < radius - 6)
            .toArray();
    int grids = (int) IntStream.of(inside).map(addresses::gridOf).distinct().count();
    Planted planted =
        new Planted(
            new LatticePoint(cx, cy),
            radius,
            category.id(),
            from.atStartOfDay(),
            to.atStartOfDay(),
            extra,
            grids);
    return new Hotspot(planted, category, inside);
  }
}

package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;

/** The witness looks at every place, by {@link TileAddress#units} alone. */
class TilePointsTest {

  private static final int WEST = 1_140_000_000;
  private static final int SOUTH = 300_000_000;

  private final SplittableRandom random = new SplittableRandom(14);

  @Test
  void aTileHasThePlacesThatLieInIt() {
    List<LatticePoint> places = places(3_000);
    TilePoints points = of(places);
    assertThat(points.size()).isEqualTo(3_000);
    for (int zoom = 0; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      LatticePoint near = places.get(random.nextInt(places.size()));
      TileAddress tile = TileAddress.of(zoom, near.x(), near.y());
      for (int halvings : new int[] {0, 3, 6}) {
        assertThat(counts(points, tile, halvings)).isEqualTo(seen(places, tile, halvings));
      }
      assertThat(points.count(tile))
          .isEqualTo(seen(places, tile, 0).values().stream().mapToInt(each -> each).sum());
    }
  }

  @Test
  void theMiddleOfAGroupIsTheMeanOfItsPlaces() {
    List<LatticePoint> places = places(200);
    TileAddress tile = TileAddress.of(10, places.get(0).x(), places.get(0).y());
    List<int[]> inside =
        places.stream().map(each -> tile.units(each.x(), each.y())).filter(tile::holds).toList();
    TilePoints.Group all = of(places).groups(tile, 0).get(0);
    assertThat(all.count()).isEqualTo(inside.size());
    double x = inside.stream().mapToInt(each -> each[0]).average().orElseThrow();
    double y = inside.stream().mapToInt(each -> each[1]).average().orElseThrow();
    assertThat((double) all.x()).isBetween(x - 1, x + 1);
    assertThat((double) all.y()).isBetween(y - 1, y + 1);
  }

  @Test
  void whatCameAndWentIsCountedAsIfAllWereTakenAnew() {
    List<LatticePoint> places = places(500);
    TilePoints points = of(places);
    for (int i = 0; i < 50; i++) {
      List<LatticePoint> added = places(random.nextInt(20));
      List<LatticePoint> removed = new ArrayList<>();
      for (int j = random.nextInt(20); j > 0; j--) {
        removed.add(places.remove(random.nextInt(places.size())));
      }
      places.addAll(added);
      points = points.with(added, removed);
      TileAddress tile = TileAddress.of(8, WEST, SOUTH);
      assertThat(points.groups(tile, 8)).isEqualTo(of(places).groups(tile, 8));
      assertThat(points.size()).isEqualTo(places.size());
    }
  }

  @Test
  void placesAtTheRimsOfTheWorldAreThere() {
    TilePoints points =
        of(
            List.of(
                new LatticePoint(-1_800_000_000, -900_000_000),
                new LatticePoint(1_800_000_000, 900_000_000)));
    assertThat(points.count(new TileAddress(0, 0, 0))).isEqualTo(2);
    assertThat(points.count(new TileAddress(18, 0, (1 << 18) - 1))).isEqualTo(1);
    assertThat(points.count(new TileAddress(18, (1 << 18) - 1, 0))).isEqualTo(1);
    assertThat(TilePoints.NONE.groups(new TileAddress(0, 0, 0), 5)).isEmpty();
  }

  private List<LatticePoint> places(int count) {
    List<LatticePoint> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int spread = 1 << (10 + random.nextInt(17));
      places.add(
          new LatticePoint(
              WEST + random.nextInt(spread) - spread / 2,
              SOUTH + random.nextInt(spread) - spread / 2));
    }
    return places;
  }

  private static TilePoints of(List<LatticePoint> places) {
    TilePoints.Gathering builder = new TilePoints.Gathering();
    places.forEach(builder::add);
    return builder.build();
  }

  private static Map<List<Integer>, Integer> counts(
      TilePoints points, TileAddress tile, int halvings) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (TilePoints.Group group : points.groups(tile, halvings)) {
      assertThat(tile.holds(new int[] {group.x(), group.y()})).isTrue();
      counts.merge(cell(new int[] {group.x(), group.y()}, halvings), group.count(), Integer::sum);
    }
    return counts;
  }

  private static Map<List<Integer>, Integer> seen(
      List<LatticePoint> places, TileAddress tile, int halvings) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    places.stream()
        .map(each -> tile.units(each.x(), each.y()))
        .filter(tile::holds)
        .forEach(units -> counts.merge(cell(units, halvings), 1, Integer::sum));
    return counts;
  }

  private static List<Integer> cell(int[] units, int halvings) {
    return List.of(units[0] >> (12 - halvings), units[1] >> (12 - halvings));
  }
}

package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.junit.jupiter.api.Test;

class LabelPointTest {

  @Test
  void theNameStandsWhereTheLargestPartIsWidest() {
    LabelPoint label =
        LabelPoint.of(
            LatticeMultiPolygon.of(box(0, 0, 1_000, 1_000), box(1_000_000, 0, 1_200_000, 100_000)));
    assertThat(label.place().y()).isBetween(45_000, 55_000);
    assertThat(label.place().x()).isBetween(1_045_000, 1_155_000);
  }

  @Test
  void theRoomGoesFromThePlaceToTheNearerSideAndAsFarToTheOther() {
    LabelPoint label = LabelPoint.of(LatticeMultiPolygon.of(box(0, 0, 200_000, 100_000)));
    long nearer = Math.min(label.place().x(), 200_000 - label.place().x());
    assertThat(label.room()).isEqualTo(2 * nearer);
    assertThat(label.metres()).isBetween(label.room() * 0.0111, label.room() * 0.01115);
  }

  @Test
  void aHoleBesideThePlaceLeavesLessRoom() {
    LatticeRing hole = ring(60_000, 10_000, 62_000, 90_000).reversed();
    LabelPoint label =
        LabelPoint.of(
            LatticeMultiPolygon.of(
                new LatticePolygon(ring(0, 0, 200_000, 100_000), List.of(hole))));
    LatticePoint place = label.place();
    assertThat(place.x()).isGreaterThan(62_000);
    assertThat(label.room()).isEqualTo(2L * Math.min(place.x() - 62_000, 200_000 - place.x()));
  }

  private static LatticePolygon box(int west, int south, int east, int north) {
    return LatticePolygon.of(ring(west, south, east, north));
  }

  private static LatticeRing ring(int west, int south, int east, int north) {
    return LatticeRing.of(west, south, east, south, east, north, west, north, west, south);
  }
}

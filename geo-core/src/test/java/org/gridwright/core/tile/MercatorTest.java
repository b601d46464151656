package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.junit.jupiter.api.Test;

class MercatorTest {

  @Test
  void longitudesAreRounded() {
    Random random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      int longitude = random.nextInt(-1_800_000_000, 1_800_000_000);
      BigDecimal exact =
          BigDecimal.valueOf(longitude)
              .add(BigDecimal.valueOf(1_800_000_000))
              .multiply(BigDecimal.valueOf(1L << 30));
      BigDecimal told =
          BigDecimal.valueOf(Mercator.x(longitude)).multiply(BigDecimal.valueOf(3_600_000_000L));
      assertThat(exact.subtract(told).abs()).isLessThanOrEqualTo(BigDecimal.valueOf(1_800_003_600));
    }
  }

  @Test
  void latitudesAreWithinAHundredthOfAStepOfTheFormula() {
    Random random = new Random(6);
    for (int i = 0; i < 200_000; i++) {
      int latitude = random.nextInt(-850_500_000, 850_500_000);
      double angle = Math.toRadians(latitude / 1e7);
      double exact =
          (0.5 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / (2 * Math.PI)) * (1 << 30);
      assertThat(Math.abs(Mercator.y(latitude) - exact)).as("%d", latitude).isLessThan(0.51);
    }
  }

  @Test
  void theWorldIsASquareAndThePolesLieOnItsRim() {
    assertThat(Mercator.x(-1_800_000_000)).isZero();
    assertThat(Mercator.x(1_800_000_000)).isEqualTo((1 << 30) - 1);
    assertThat(Mercator.y(900_000_000)).isZero();
    assertThat(Mercator.y(-900_000_000)).isEqualTo((1 << 30) - 1);
    assertThat(Mercator.y(0)).isEqualTo(1 << 29);
  }

  @Test
  void tilesAreThoseOfWebMaps() {
    assertThat(TileAddress.of(14, 1_125_000_000, 310_000_000)).hasToString("14/13312/6706");
    assertThat(TileAddress.of(0, 0, 0)).hasToString("0/0/0");
    assertThat(TileAddress.exists(19, 0, 0)).isFalse();
    assertThat(TileAddress.exists(3, 8, 0)).isFalse();
    assertThat(TileAddress.exists(3, 7, -1)).isFalse();
  }

  @Test
  void theGroundOfATileHoldsWhatLiesInItAndLittleElse() {
    Random random = new Random(85);
    for (int round = 0; round < 2000; round++) {
      int x = (int) ((random.nextDouble() * 360 - 180) * 1e7);
      int y = (int) ((random.nextDouble() * 170 - 85) * 1e7);
      TileAddress tile = TileAddress.of(random.nextInt(TileAddress.LAST_ZOOM + 1), x, y);
      LatticeEnvelope ground = tile.ground();
      assertThat(ground.contains(x, y)).as("%s of %d %d", tile, x, y).isTrue();
      LatticeEnvelope near = tile.surroundings();
      assertThat(near.contains(ground.minX(), ground.minY())).isTrue();
      assertThat(near.contains(ground.maxX(), ground.maxY())).isTrue();
      // Two steps of the world on either side, of 2^30.
      assertThat((double) ground.maxX() - ground.minX())
          .isLessThanOrEqualTo(3.6e9 / (1 << tile.z()) + 20);
    }
  }
}

package org.gridwright.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.Packed;
import org.junit.jupiter.api.Test;

/** Places that lie in a rectangle. */
class WeighedPlacesTest {

  private static final int SIDE = 9;

  @Test
  void thoseOfARectangleAreThoseThatALookAtEachFinds() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      int count = random.nextInt(30);
      long[] places = random.longs(count).map(any -> place(random)).toArray();
      long[] weights = random.longs(count, 0, 5).toArray();
      WeighedPlaces all = WeighedPlaces.of(places, weights);
      LatticeEnvelope box = box(random);
      WeighedPlaces expected =
          all.where(
              it ->
                  Packed.x(it) >= box.minX()
                      && Packed.x(it) <= box.maxX()
                      && Packed.y(it) >= box.minY()
                      && Packed.y(it) <= box.maxY());
      assertThat(all.within(box)).isEqualTo(expected);
    }
  }

  @Test
  void aRectangleWithoutEndHasAll() {
    WeighedPlaces all = WeighedPlaces.alike(new long[] {Packed.of(-5, 7), Packed.of(3, -2)});
    assertThat(
            all.within(
                new LatticeEnvelope(
                    Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .isEqualTo(all);
    assertThat(WeighedPlaces.NONE.within(new LatticeEnvelope(0, 0, 1, 1)).size()).isZero();
  }

  private static long place(Random random) {
    return Packed.of(random.nextInt(2 * SIDE) - SIDE, random.nextInt(2 * SIDE) - SIDE);
  }

  private static LatticeEnvelope box(Random random) {
    int x = random.nextInt(3 * SIDE) - SIDE;
    int y = random.nextInt(3 * SIDE) - SIDE;
    return new LatticeEnvelope(x - random.nextInt(SIDE), y - random.nextInt(SIDE), x, y);
  }
}

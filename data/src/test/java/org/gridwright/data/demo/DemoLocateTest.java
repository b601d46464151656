package org.gridwright.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The locator that serves and the reference agree on the demo city, seams first. */
class DemoLocateTest {

  @ParameterizedTest
  @ValueSource(ints = {122, 1037})
  void everyVertexAndTheStepsAroundIt(int grids) {
    Plan plan = DemoCity.generate(DemoOptions.of(grids, 1)).plan();
    Locator reference = JtsLocator.of(plan);
    Locator packed = PackedLocator.of(plan);
    int nobody = 0;
    for (Unit grid : plan.grids()) {
      grid.drawnArea().forEachRing(ring -> compareAlong(ring, reference, packed));
    }
    LatticeEnvelope box = plan.envelope();
    Random random = new Random(grids);
    for (int i = 0; i < 20_000; i++) {
      int x = box.minX() + random.nextInt(box.maxX() - box.minX());
      int y = box.minY() + random.nextInt(box.maxY() - box.minY());
      assertThat(packed.owner(x, y)).isEqualTo(reference.owner(x, y));
      nobody += packed.owner(x, y) == Locator.NOBODY ? 1 : 0;
    }
    assertThat(nobody).isBetween(1, 15_000);
  }

  private static void compareAlong(LatticeRing ring, Locator reference, Locator packed) {
    for (int i = 0; i + 1 < ring.size(); i++) {
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -1; dy <= 1; dy++) {
          int x = ring.x(i) + dx;
          int y = ring.y(i) + dy;
          if (packed.owner(x, y) != reference.owner(x, y)) {
            assertThat(packed.owner(x, y)).as("%d %d", x, y).isEqualTo(reference.owner(x, y));
          }
        }
      }
    }
  }
}

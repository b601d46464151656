package org.gridwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.junit.jupiter.api.Test;

class UnitIndexTest {

  private static final Theme THEME = Theme.of("t", "T", CodeScheme.FREE, "grid");
  private static final int GROUND = 1_000;

  /** Through many changes, also more of them than an index is patched for. */
  @Test
  void whatMeetsABoxIsWhatALookAtEachUnitFinds() {
    Random random = new Random(14);
    Plan plan = Plan.of(THEME, List.of());
    for (int step = 0; step < 400; step++) {
      plan = plan.with(change(plan, random));
      LatticeEnvelope box = box(random, 200);
      assertThat(plan.meeting(0, box)).as("after step %d", step).isEqualTo(met(plan, box));
    }
    assertThat(plan.grids()).hasSizeGreaterThan(600);
  }

  private static PlanChange change(Plan plan, Random random) {
    List<UnitChange> changes = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      Unit after = unit("n" + random.nextInt(2_000), random);
      int known = plan.indexOf(0, after.code());
      boolean isNamed = changes.stream().anyMatch(it -> it.code().equals(after.code()));
      if (!isNamed) {
        Unit before = known < 0 ? null : plan.grids().get(known);
        boolean goes = before != null && random.nextBoolean();
        changes.add(new UnitChange(before, goes ? null : after));
      }
    }
    return PlanChange.ofUnits(changes, List.of());
  }

  private static int[] met(Plan plan, LatticeEnvelope box) {
    return IntStream.range(0, plan.grids().size())
        .filter(i -> plan.grids().get(i).drawnArea().envelope().intersects(box))
        .toArray();
  }

  private static Unit unit(String code, Random random) {
    LatticeEnvelope box = box(random, 60);
    LatticeRing ring =
        LatticeRing.of(
            box.minX(),
            box.minY(),
            box.maxX(),
            box.minY(),
            box.maxX(),
            box.maxY(),
            box.minX(),
            box.maxY(),
            box.minX(),
            box.minY());
    return Pictures.unit(0, code, null).withArea(LatticeMultiPolygon.of(LatticePolygon.of(ring)));
  }

  private static LatticeEnvelope box(Random random, int size) {
    int x = random.nextInt(GROUND);
    int y = random.nextInt(GROUND);
    return new LatticeEnvelope(x, y, x + 1 + random.nextInt(size), y + 1 + random.nextInt(size));
  }
}

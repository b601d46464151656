package org.gridwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.junit.jupiter.api.Test;

class PlanChangeTest {

  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");
  private static final LatticeMultiPolygon AREA = Wkt.area("POLYGON ((0 0, 9 0, 0 9, 0 0))");
  private static final LatticeMultiPolygon FAR = Wkt.area("POLYGON ((20 0, 29 0, 20 9, 20 0))");
  private static final DeclaredVoid LAKE =
      new DeclaredVoid("East Lake", DeclaredVoid.Kind.WATER, AREA);

  @Test
  void aChangeLeadsFromOnePlanToAnotherAndBack() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      Plan from = random(random);
      Plan to = random(random);
      PlanChange change = PlanChange.between(from, to);
      assertSame(from.with(change), to);
      assertSame(to.with(change.reversed()), from);
    }
  }

  @Test
  void severalChangesLeadTogetherWhereTheyLeadOneAfterTheOther() {
    Random random = new Random(6);
    for (int round = 0; round < 200; round++) {
      Plan from = random(random);
      List<PlanChange> steps = new ArrayList<>();
      Plan to = from;
      for (int step = 0; step < round % 5; step++) {
        Plan next = random(random);
        steps.add(PlanChange.between(to, next));
        to = next;
      }
      PlanChange together = PlanChange.together(steps);
      assertSame(from.with(together), to);
      assertSame(to.with(together.reversed()), from);
    }
  }

  @Test
  void whatAChangeDoesNotNameStaysTheSameObject() {
    Plan plan = Plan.of(TWO, List.of(top("D"), grid("A", "D", AREA), grid("B", "D", AREA)));
    Plan after =
        plan.with(
            PlanChange.ofUnits(
                List.of(new UnitChange(plan.grids().get(0), grid("A", "D", FAR))), List.of()));
    assertThat(after.grids().get(1)).isSameAs(plan.grids().get(1));
    assertThat(after.units(0)).isSameAs(plan.units(0));
    assertThat(after.envelope().maxX()).isEqualTo(29);
  }

  @Test
  void aChangeOfWhatIsNoLongerSoIsRefused() {
    Plan plan = Plan.of(TWO, List.of(top("D"), grid("A", "D", AREA)), List.of(LAKE));
    assertRefused(plan, "plan.unit-not-as-expected", new UnitChange(grid("A", "D", FAR), null));
    assertRefused(plan, "plan.unit-not-as-expected", UnitChange.added(grid("A", "D", FAR)));
    assertRefused(plan, "plan.parent-missing", UnitChange.added(grid("B", "X", FAR)));
    assertRefused(plan, "plan.parent-missing", UnitChange.removed(top("D")));
    PlanChange again = new PlanChange(List.of(), List.of(new VoidChange(null, LAKE)), List.of());
    assertThatThrownBy(() -> plan.with(again)).isInstanceOf(PlanException.class);
    assertThat(plan.with(PlanChange.between(plan, Plan.of(TWO, List.of()))).voids()).isEmpty();
  }

  private static void assertRefused(Plan plan, String key, UnitChange change) {
    assertThatThrownBy(() -> plan.with(PlanChange.ofUnits(List.of(change), List.of())))
        .isInstanceOfSatisfying(
            PlanException.class, e -> assertThat(e.told().key()).isEqualTo(key));
  }

  private static void assertSame(Plan actual, Plan expected) {
    assertThat(actual.units(0)).isEqualTo(expected.units(0));
    assertThat(actual.grids()).isEqualTo(expected.grids());
    assertThat(actual.voids()).containsExactlyInAnyOrderElementsOf(expected.voids());
    assertThat(actual.envelope()).isEqualTo(expected.envelope());
  }

  private static Plan random(Random random) {
    List<Unit> units = new ArrayList<>(List.of(top("D")));
    for (char code = 'A'; code < 'G'; code++) {
      if (random.nextBoolean()) {
        units.add(grid(String.valueOf(code), "D", random.nextBoolean() ? AREA : FAR));
      }
    }
    if (random.nextBoolean()) {
      units.add(top("E"));
      units.add(grid("Z", random.nextBoolean() ? "D" : "E", AREA));
    }
    return Plan.of(TWO, units, random.nextBoolean() ? List.of() : List.of(LAKE));
  }

  private static Unit top(String code) {
    return new Unit(0, code, null, code, Map.of(), null);
  }

  private static Unit grid(String code, String parent, LatticeMultiPolygon area) {
    return new Unit(1, code, parent, code, Map.of(), area);
  }
}

package org.gridwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");
  private static final LatticeMultiPolygon AREA = Wkt.area("POLYGON ((0 0, 9 0, 0 9, 0 0))");

  @Test
  void unitsAreOrderedByCodePointAndNotByUtf16() {
    String beyondTheFirstPlane = new String(Character.toChars(0x20000));
    Plan plan =
        Plan.of(TWO, List.of(top("D"), grid(beyondTheFirstPlane), grid("\uFF21"), grid("Z")));
    assertThat(plan.grids())
        .extracting(Unit::code)
        .containsExactly("Z", "\uFF21", beyondTheFirstPlane);
  }

  @Test
  void thePathRunsFromTheTopToTheGrid() {
    Plan plan = Plan.of(TWO, List.of(grid("A"), top("D"), top("C")));
    assertThat(plan.path(plan.grids().get(0))).extracting(Unit::code).containsExactly("D", "A");
    assertThat(plan.ancestorsOfGrids(0)).containsExactly(1);
    assertThat(plan.ancestorsOfGrids(1)).containsExactly(0);
  }

  @Test
  void brokenPlansAreRefused() {
    assertRefused("plan.code-twice", top("D"), grid("A"), grid("A"));
    assertRefused("plan.parent-missing", top("X"), grid("A"));
    assertRefused("plan.grid-without-area", top("D"), new Unit(1, "A", "D", "A", Map.of(), null));
    assertRefused(
        "plan.span",
        top("D"),
        grid("A"),
        grid("B")
            .withArea(Wkt.area("POLYGON ((900000000 0, 900000009 0, 900000000 9, 900000000 0))")));
    assertRefused(
        "plan.across-180",
        top("D"),
        grid("A")
            .withArea(
                Wkt.area("POLYGON ((1799000000 0, 1799000009 0, 1799000000 9, 1799000000 0))")),
        grid("B")
            .withArea(
                Wkt.area(
                    "POLYGON ((-1799000000 0, -1798999991 0, -1799000000 9, -1799000000 0))")));
  }

  private static void assertRefused(String key, Unit... units) {
    assertThatThrownBy(() -> Plan.of(TWO, List.of(units)))
        .isInstanceOfSatisfying(
            PlanException.class, e -> assertThat(e.told().key()).isEqualTo(key));
  }

  private static Unit top(String code) {
    return new Unit(0, code, null, code, Map.of(), null);
  }

  private static Unit grid(String code) {
    return new Unit(1, code, "D", code, Map.of(), AREA);
  }
}

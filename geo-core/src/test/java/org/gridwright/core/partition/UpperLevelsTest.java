package org.gridwright.core.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.lattice.AreaAssert.assertThatArea;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class UpperLevelsTest {

  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");
  private static final Theme THREE =
      Theme.of("three", "Three", CodeScheme.FREE, "city", "district", "grid");

  @Test
  void everyLevelIsTheUnionOfItsGrids() {
    Plan drawn =
        UpperLevels.draw(Pictures.plan(THREE, "ZZZZ / ZZZZ", "XXYY / XXYY", "ABCD / ABEE"));
    assertThatArea(drawn.unit(1, "X").orElseThrow().drawnArea())
        .isValid()
        .covers("POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))");
    assertThatArea(drawn.unit(0, "Z").orElseThrow().drawnArea())
        .covers("POLYGON ((0 0, 40 0, 40 20, 0 20, 0 0))");
  }

  @Test
  void overlappingGridsAreUnitedToo() {
    Plan drawn =
        UpperLevels.draw(
            plan(
                Wkt.area("POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0))"),
                Wkt.area("POLYGON ((10 10, 30 10, 30 30, 10 30, 10 10))")));
    assertThatArea(drawn.units(0).get(0).drawnArea())
        .isValid()
        .covers("POLYGON ((0 0, 20 0, 20 10, 30 10, 30 30, 10 30, 10 20, 0 20, 0 0))");
  }

  @Test
  void ringsThatCrossThemselvesOrHaveNoAreaDoNotStopTheDrawing() {
    LatticeMultiPolygon bow = Wkt.area("POLYGON ((0 0, 20 20, 20 0, 0 20, 0 0))");
    LatticeMultiPolygon needle = Wkt.area("POLYGON ((0 0, 20 0, 10 0, 0 0))");
    LatticeMultiPolygon holeOutside =
        LatticeMultiPolygon.of(
            new LatticePolygon(
                LatticeRing.of(0, 0, 9, 0, 0, 9, 0, 0),
                List.of(LatticeRing.of(50, 50, 60, 50, 50, 60, 50, 50))));
    for (LatticeMultiPolygon first : List.of(bow, needle, holeOutside)) {
      for (LatticeMultiPolygon second : List.of(bow, needle, holeOutside)) {
        assertThat(UpperLevels.draw(plan(first, second)).units(0).get(0).area()).isNotNull();
      }
    }
  }

  @Test
  void aUnitWithoutGridsStaysUndrawn() {
    Plan drawn =
        UpperLevels.draw(
            Plan.of(
                TWO,
                List.of(
                    new Unit(0, "full", null, "full", Map.of(), null),
                    new Unit(0, "bare", null, "bare", Map.of(), null),
                    grid("A", "full", Wkt.area("POLYGON ((0 0, 9 0, 0 9, 0 0))")))));
    assertThat(drawn.unit(0, "bare").orElseThrow().area()).isNull();
    assertThat(drawn.unit(0, "full").orElseThrow().area()).isNotNull();
  }

  private static Plan plan(LatticeMultiPolygon a, LatticeMultiPolygon b) {
    return Plan.of(
        TWO,
        List.of(new Unit(0, "D", null, "D", Map.of(), null), grid("A", "D", a), grid("B", "D", b)));
  }

  private static Unit grid(String code, String parent, LatticeMultiPolygon area) {
    return new Unit(1, code, parent, code, Map.of(), area);
  }
}

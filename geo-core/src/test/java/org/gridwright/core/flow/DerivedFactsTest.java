package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.fact.FactException;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Cells of a thousandth of a degree at the equator: 111.3195 m by 110.5743 m on WGS 84. */
class DerivedFactsTest {

  private static final Theme THEME = Theme.of("facts", "F", CodeScheme.FREE, "street", "grid");
  private static final double CELL_SQUARE_METRES = 111.3195 * 110.5743;

  private static final FactSchema SCHEMA =
      FactSchema.NONE.changed(
          List.of(
              new FactChange("households", FactKind.EXTENSIVE, null, null),
              new FactChange("density", FactKind.DERIVED, "households", null),
              new FactChange("ground", FactKind.DERIVED, "area", 1)));

  private static Plan told(Map<String, String> households) {
    List<Unit> units = new ArrayList<>();
    Plan drawn = Pictures.plan(THEME, 0, 0, 10_000, "XXY", "ABC");
    for (Unit unit : drawn.units(0)) {
      units.add(unit.withAttributes(Map.of("density", "stale")));
    }
    for (Unit unit : drawn.grids()) {
      String number = households.get(unit.code());
      units.add(number == null ? unit : unit.withAttributes(Map.of("households", number)));
    }
    Plan plan = UpperLevels.draw(Plan.of(THEME, units));
    return PlanFacts.of(plan, FactBasis.of(plan, SCHEMA, Places.NONE, null)).told();
  }

  private static double number(Plan told, int depth, String code, String attribute) {
    String text = told.unit(depth, code).orElseThrow().attributes().get(attribute);
    return new BigDecimal(text).doubleValue();
  }

  @Test
  void aDensityIsATotalOnASquareKilometreAtEveryLevel() {
    Plan told = told(Map.of("A", "100", "B", "50"));
    Offset<Double> near = Offset.offset(0.1);
    double square = CELL_SQUARE_METRES / 1e6;
    assertThat(number(told, 1, "A", "ground")).isCloseTo(CELL_SQUARE_METRES, near);
    assertThat(number(told, 0, "X", "ground")).isCloseTo(2 * CELL_SQUARE_METRES, near);
    assertThat(number(told, 1, "A", "density")).isCloseTo(100 / square, near);
    assertThat(number(told, 0, "X", "density")).isCloseTo(150 / (2 * square), near);
  }

  @Test
  void whatIsStoredUnderItsNameSaysNothing() {
    Plan told = told(Map.of("A", "100"));
    assertThat(told.unit(0, "Y").orElseThrow().attributes()).containsOnlyKeys("ground");
    assertThat(told.unit(1, "C").orElseThrow().attributes()).containsOnlyKeys("ground");
    assertThat(told.unit(0, "X").orElseThrow().attributes())
        .as("one of two grids was never counted")
        .containsEntry("density_basis", "incomplete");
  }

  @Test
  void nothingIsDerivedFromAddresses() {
    FactChange addresses = new FactChange("density", FactKind.DERIVED, "addresses", null);
    assertThatThrownBy(() -> SCHEMA.changed(List.of(addresses)))
        .isInstanceOf(FactException.class)
        .hasMessageContaining("can not be derived from addresses");
  }
}

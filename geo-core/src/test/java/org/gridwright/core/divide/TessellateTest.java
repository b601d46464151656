package org.gridwright.core.divide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.core.divide.RedrawAssert.assertSound;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.divide.TessellateOptions.CellForm;
import org.gridwright.core.lattice.AreaAssert;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class TessellateTest {

  private static final Theme FLAT = Theme.of("flat", "Flat", CodeScheme.FREE, "grid");

  /** Land with a lake, and one grid along its slanted east side. */
  private static final String LAND =
      "POLYGON((0 0, 100000 0, 120001 80000, 0 90000, 0 0),"
          + "(30000 30000, 30000 50000, 50000 50000, 50000 30000, 30000 30000))";

  private static final String EAST =
      "POLYGON((100000 0, 150000 0, 150000 80000, 120001 80000, 100000 0))";

  private static Plan plan() {
    return Plan.of(FLAT, List.of(new Unit(0, "E", null, "E", Map.of(), Wkt.area(EAST))));
  }

  @ParameterizedTest
  @EnumSource(CellForm.class)
  void cellsFillTheLandAndFitItsNeighbour(CellForm cells) {
    LatticeMultiPolygon land = Wkt.area(LAND);
    Redraw redraw = Tessellate.propose(plan(), TessellateOptions.of(land, cells, 150, null, "N"));
    assertSound(redraw, WeightedPoints.NONE, true);
    Geometry union =
        UnaryUnionOp.union(
            redraw.grids().stream().map(it -> LatticeJts.toSteps(it.drawnArea())).toList());
    Geometry whole = LatticeJts.toSteps(land);
    assertThat(union.symDifference(whole).getArea()).isLessThan(whole.getLength());
    double cell = 150 * 150 * (cells == CellForm.SQUARE ? 1 : Math.sqrt(3) / 2);
    assertThat(redraw.report().grids())
        .allSatisfy(grid -> assertThat(grid.squareMetres()).isBetween(0.29 * cell, 2 * cell));
    assertThat(
            redraw.report().grids().stream()
                .filter(g -> Math.abs(g.squareMetres() / cell - 1) < 0.01))
        .hasSizeGreaterThan(15);
    assertThat(redraw.grids().get(0).code()).isEqualTo("N-1");
    assertThat(redraw.after().grids()).hasSize(redraw.grids().size() + 1);
  }

  @Test
  void hardLandIsFilled() {
    for (int seed = 0; seed < 30; seed++) {
      Plan hard = HardGround.plan(new Random(seed));
      Unit land = hard.grids().get(0);
      Plan rest = Plan.of(hard.theme(), hard.grids().subList(1, hard.grids().size()));
      Redraw redraw =
          Tessellate.propose(
              rest,
              TessellateOptions.of(
                  land.drawnArea(), CellForm.values()[seed % 2], 20 + seed, null, "N"));
      assertSound(redraw, WeightedPoints.NONE, false);
    }
  }

  @Test
  void landSmallerThanACellBecomesOneGrid() {
    LatticeMultiPolygon land = Wkt.area("POLYGON((0 0, 9000 0, 9000 9000, 0 9000, 0 0))");
    Redraw redraw =
        Tessellate.propose(plan(), TessellateOptions.of(land, CellForm.HEXAGON, 800, null, "N"));
    assertThat(redraw.grids()).hasSize(1);
    AreaAssert.assertThatArea(redraw.grids().get(0).drawnArea()).covers(land);
  }

  @Test
  void landThatAGridLiesOnIsRefused() {
    LatticeMultiPolygon land =
        Wkt.area("POLYGON((90000 0, 140000 0, 140000 9000, 90000 9000, 90000 0))");
    assertThatThrownBy(
            () ->
                Tessellate.propose(
                    plan(), TessellateOptions.of(land, CellForm.SQUARE, 100, null, "N")))
        .isInstanceOf(DivideException.class)
        .hasMessageContaining("\"E\"");
    assertThatThrownBy(() -> TessellateOptions.of(land, CellForm.SQUARE, 0, null, "N"))
        .isInstanceOf(DivideException.class);
  }
}

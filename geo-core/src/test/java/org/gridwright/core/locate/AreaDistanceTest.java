package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Pictures have cells of 10 by 10 steps from (0, 0). */
class AreaDistanceTest {

  private final Plan plan = Pictures.plan("A.B / AAB");

  @Test
  void pointsInsideAndOnTheBoundaryAreAtDistanceZero() {
    AreaDistance distance = toGrids("A");

    assertThat(distance.metres(5, 5)).isZero();
    assertThat(distance.metres(10, 15)).as("on the rim of the notch").isZero();
    assertThat(distance.metres(20, 10)).as("corner shared with B").isZero();
  }

  @Test
  void pointsOutsideAreMeasuredToTheNearestPlaceOfTheBoundary() {
    assertThat(toGrids("A").metres(26, 5)).isCloseTo(Geodesy.metres(26, 5, 20, 5), within(1e-6));
  }

  @Test
  void anAreaOfSeveralPartsIsAsNearAsItsNearestPart() {
    AreaDistance both = toGrids("A", "B");

    assertThat(both.metres(13, 15)).isCloseTo(Geodesy.metres(13, 15, 10, 15), within(1e-6));
    assertThat(both.metres(18, 17)).isCloseTo(Geodesy.metres(18, 17, 20, 17), within(1e-6));
    assertThat(both.metres(25, 5)).isZero();
  }

  private AreaDistance toGrids(String... codes) {
    List<String> wanted = List.of(codes);
    return AreaDistance.to(
        plan.grids().stream()
            .filter(grid -> wanted.contains(grid.code()))
            .map(Unit::drawnArea)
            .toList());
  }
}

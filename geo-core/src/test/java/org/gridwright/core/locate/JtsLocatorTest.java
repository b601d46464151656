package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;

/** Pictures have cells of 10 by 10 steps from (0, 0); owner 1 is A, 2 is B and so on. */
class JtsLocatorTest {

  @Test
  void aSharedBoundaryBelongsToTheEasternThenTheNorthernGrid() {
    Locator locator = JtsLocator.of(Pictures.plan("AB / CD"));
    assertThat(locator.owner(10, 15)).as("between A and B").isEqualTo(2);
    assertThat(locator.owner(5, 10)).as("between A and C").isEqualTo(1);
    assertThat(locator.owner(10, 10)).as("where all four meet").isEqualTo(2);
  }

  @Test
  void theOuterBoundaryBelongsToTheSmallestTouchingCode() {
    Locator locator = JtsLocator.of(Pictures.plan("AB / CD"));
    assertThat(locator.owner(20, 10)).as("east end between B and D").isEqualTo(2);
    assertThat(locator.owner(20, 5)).isEqualTo(4);
    assertThat(locator.owner(10, 20)).as("north end between A and B").isEqualTo(1);
    assertThat(locator.owner(21, 5)).isEqualTo(Locator.NOBODY);
  }

  @Test
  void aHoleIsNobodysAndItsGridOwnsTheRim() {
    Locator locator = JtsLocator.of(Pictures.plan("AAA / A.A / AAA"));
    assertThat(locator.owner(15, 15)).isEqualTo(Locator.NOBODY);
    Placement rim = locator.place(10, 15);
    assertThat(rim.owner()).isEqualTo(1);
    assertThat(rim.onBoundary()).isTrue();
    assertThat(rim.runnerUp()).isEmpty();
  }

  @Test
  void thePlaceOfAnInnerPointNamesTheNearestOtherGrid() {
    Placement place = JtsLocator.of(Pictures.plan("AAB / AAC")).place(12, 12);
    assertThat(place.owner()).isEqualTo(1);
    assertThat(place.onBoundary()).isFalse();
    assertThat(place.contested()).isEmpty();
    Placement.RunnerUp runnerUp = place.runnerUp().orElseThrow();
    assertThat(runnerUp.owner()).isEqualTo(2);
    assertThat(runnerUp.distanceMetres()).isCloseTo(Geodesy.metres(12, 12, 20, 12), within(1e-6));
  }

  @Test
  void farPointsHaveNoOwnerAndARunnerUp() {
    Plan plan = Pictures.plan("AB");
    for (int x : List.of(Integer.MIN_VALUE, -1_800_000_000, 1_800_000_000, Integer.MAX_VALUE)) {
      for (int y : List.of(Integer.MIN_VALUE, -900_000_000, 0, 900_000_000, Integer.MAX_VALUE)) {
        Placement place = JtsLocator.of(plan).place(x, y);
        assertThat(place.owner()).isEqualTo(Locator.NOBODY);
        assertThat(place.runnerUp().orElseThrow().distanceMetres()).isGreaterThan(9e6);
      }
    }
  }
}

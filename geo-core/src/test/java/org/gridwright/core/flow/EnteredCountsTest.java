package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.flow.FactCity.area;
import static org.gridwright.core.flow.FactCity.at;
import static org.gridwright.core.flow.FactCity.city;
import static org.gridwright.core.flow.FactCity.enter;
import static org.gridwright.core.flow.FactCity.merge;
import static org.gridwright.core.flow.FactCity.split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.SetAttributesEdit;
import org.gridwright.core.edit.TransferEdit;
import org.gridwright.core.fact.Places;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Counts that somebody enters end estimates, follow the ground, and keep their day. */
class EnteredCountsTest {

  @Test
  void anEnteredCountEndsAnEstimateAndChangesTheSumByTheDifference() {
    Places places = at(10, 50, 20, 50, 30, 50, 90, 50);
    FactCity city =
        city("A", places, "A", "408")
            .after(split("A", 60, -10, 60, 110), enter("A-2", "households", "150"));
    assertThat(city.told("A", "households")).isEqualTo("~306");
    assertThat(city.told("A-2", "households")).isEqualTo("150");
    assertThat(city.sum("households")).isEqualByComparingTo("456");
    city.after(merge("A", "A-2"));
    assertThat(city.told("A", "households")).isEqualTo("~456");
    city.after(enter("A", "households", "460"), enter("A", "households", "461"));
    assertThat(city.told("A", "households")).isEqualTo("461");
    city.undoAll();
  }

  @Test
  void aCountThatNoGridHadBeforeFollowsTheGroundToo() {
    FactCity city =
        city("AB", at(10, 50, 20, 50, 30, 50, 90, 50))
            .after(enter("A", "households", "408"), split("A", 60, -10, 60, 110));
    assertThat(city.now.facts().value(city.unit("A"), "households"))
        .contains(new BigDecimal("306"));
    assertThat(city.now.facts().value(city.unit("A-2"), "households"))
        .contains(new BigDecimal("102"));
    assertThat(city.now.facts().fact(city.unit("B"), "households")).isEmpty();

    EditablePlan undone = city.now;
    for (int i = city.done.size() - 1; i >= 0; i--) {
      undone = undone.after(city.done.get(i).reversed());
    }
    PlanChange again = Editing.change(undone, split("A", 60, -10, 60, 110), 0.5);
    assertThat(undone.after(again).plan().grids()).allMatch(grid -> grid.facts().isNone());
  }

  @Test
  void aCountKeepsItsDayAndASumTheOldest() {
    LocalDate may = LocalDate.of(2025, 5, 4);
    FactCity city =
        city("AB", Places.NONE, "A", "101", "B", "99")
            .after(new SetAttributesEdit(0, "B", Map.of("households", "98"), may));
    assertThat(city.unit("B").attributes())
        .isEqualTo(Map.of("households", "98", "households_since", "2025-05-04"));
    assertThat(city.fact("B", "households").since()).isEqualTo(may);
    city.after(merge("A", "B"));
    assertThat(city.told("A", "households")).isEqualTo("199");
    assertThat(city.fact("A", "households").since()).isEqualTo(may);
    city.after(new SetAttributesEdit(0, "A", Map.of("households", "200"), null));
    assertThat(city.fact("A", "households").since()).isEqualTo(LocalDate.of(2026, 1, 31));
    city.undoAll();
  }

  @Test
  void aCountThatIsSplitAndJoinedHasItsDayAgain() {
    LocalDate may = LocalDate.of(2025, 5, 4);
    FactCity city =
        city("AB", Places.NONE, "A", "101")
            .after(new SetAttributesEdit(0, "A", Map.of("households", "98"), may));
    Unit before = city.unit("A");
    city.after(split("A", 60, -10, 60, 110), merge("A", "A-2"));
    assertThat(city.unit("A")).isEqualTo(before);
  }

  @Test
  void groundThatWasCountedAnewTakesItsOwnCountAlong() {
    Places places = at(10, 50, 20, 50, 70, 50, 90, 50);
    FactCity city =
        city("AB", places, "A", "400", "B", "0")
            .after(
                split("A", 60, -10, 60, 110),
                enter("A-2", "households", "10"),
                new TransferEdit(List.of("A-2"), "B", area(80, 0, 100, 100), false));
    assertThat(city.told("A", "households")).isEqualTo("~200");
    assertThat(city.told("A-2", "households")).isEqualTo("~5");
    assertThat(city.told("B", "households")).isEqualTo("~5");
    assertThat(city.sum("households")).isEqualByComparingTo("210");
  }
}

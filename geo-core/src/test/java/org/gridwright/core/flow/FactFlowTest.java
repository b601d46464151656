package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.flow.FactCity.area;
import static org.gridwright.core.flow.FactCity.at;
import static org.gridwright.core.flow.FactCity.city;
import static org.gridwright.core.flow.FactCity.merge;
import static org.gridwright.core.flow.FactCity.split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridwright.core.edit.Heir;
import org.gridwright.core.edit.MoveVertexEdit;
import org.gridwright.core.edit.RecodeEdit;
import org.gridwright.core.edit.RemoveVertexEdit;
import org.gridwright.core.edit.RetireEdit;
import org.gridwright.core.edit.TransferEdit;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;

/** Facts of cells of 100 m by 100 m, whose numbers can be reckoned by hand. */
class FactFlowTest {

  @Test
  void aSplitSpreadsHouseholdsByAddressesAndAMergeGivesTheCountBack() {
    Places places = at(10, 50, 20, 50, 30, 50, 90, 50);
    FactCity city = city("A", places, "A", "408").after(split("A", 60, -10, 60, 110));
    assertThat(city.told("A", "households")).isEqualTo("~306");
    assertThat(city.told("A-2", "households")).isEqualTo("~102");
    assertThat(city.fact("A-2", "households").sources())
        .containsExactly(
            new Fact.Source(
                "A", new BigDecimal(408), LocalDate.of(2026, 1, 31), new BigDecimal(102), 0.25));
    assertThat(city.unit("A").attributes()).doesNotContainKey("households");
    city.after(merge("A", "A-2"));
    assertThat(city.unit("A")).isEqualTo(city.start.unit(0, "A").orElseThrow());
    city.undoAll();
  }

  @Test
  void withoutAddressesGroundWeighs() {
    FactCity city = city("A", Places.NONE, "A", "408").after(split("A", 50, -10, 50, 110));
    assertThat(city.told("A", "households")).isEqualTo("~204");
    assertThat(city.told("A-2", "households")).isEqualTo("~204");
    city.after(split("A", -10, 25, 60, 25));
    assertThat(city.told("A", "households") + city.told("A-3", "households"))
        .contains("~153", "~51");
  }

  @Test
  void wholeCountsAddUpToACountAndUnknownIsNotNothing() {
    FactCity city = city("AABBCC", Places.NONE, "A", "412", "B", "337").after(merge("A", "B"));
    assertThat(city.told("A", "households")).isEqualTo("749");
    city.after(merge("A", "C"));
    assertThat(city.told("A", "households")).isEqualTo("749+");
    city.undoAll();
  }

  @Test
  void aCountStaysWhereNoAddressChangesHands() {
    Places places = at(10, 50, 20, 50, 110, 50);
    FactCity city =
        city("AB", places, "A", "40", "B", "7")
            .after(new TransferEdit(List.of("A"), "B", area(50, 0, 100, 100), false));
    assertThat(city.told("A", "households")).isEqualTo("40");
    assertThat(city.told("B", "households")).isEqualTo("7");
    city.after(new TransferEdit(List.of("A"), "B", area(15, 0, 50, 100), false));
    assertThat(city.told("B", "households")).isEqualTo("~27");
    city.after(new TransferEdit(List.of("B"), "A", area(15, 0, 50, 100), false));
    assertThat(city.told("A", "households")).isEqualTo("40");
  }

  @Test
  void withoutAddressesLessThanAThousandthOfTheGroundIsNoChange() {
    FactCity city =
        city("AB", Places.NONE, "A", "4000", "B", "7")
            .after(
                new MoveVertexEdit(
                    new LatticePoint(FactCity.CELL, FactCity.CELL),
                    new LatticePoint(FactCity.CELL - 15, FactCity.CELL)));
    assertThat(city.told("A", "households")).isEqualTo("4000");
    assertThat(city.told("B", "households")).isEqualTo("7");
    city.after(
        new MoveVertexEdit(
            new LatticePoint(FactCity.CELL - 15, FactCity.CELL),
            new LatticePoint(FactCity.CELL - 1000, FactCity.CELL)));
    assertThat(city.told("A", "households")).isEqualTo("~3800");
    assertThat(city.told("B", "households")).isEqualTo("~207");
  }

  @Test
  void aHundredTinyMovesLoseNothing() {
    FactCity city = city("AB", Places.NONE, "A", "101", "B", "99");
    LatticePoint at = new LatticePoint(FactCity.CELL, FactCity.CELL);
    for (int i = 1; i <= 100; i++) {
      LatticePoint to = new LatticePoint(FactCity.CELL - 40 * i, FactCity.CELL);
      city.after(new MoveVertexEdit(at, to));
      assertThat(city.sum("households")).isEqualByComparingTo("200");
      at = to;
    }
    FactCity atOnce =
        city("AB", Places.NONE, "A", "101", "B", "99")
            .after(new MoveVertexEdit(new LatticePoint(FactCity.CELL, FactCity.CELL), at));
    assertThat(city.told("A", "households"))
        .isEqualTo(atOnce.told("A", "households"))
        .isEqualTo("~81");
  }

  @Test
  void decimalsAndNegativesAreExact() {
    Map<String, Map<String, String>> attributes =
        Map.of(
            "A", Map.of("trees", "10.5", "balance", "-7"),
            "B", Map.of("trees", "3.25", "balance", "2"));
    FactSchema schema =
        FactSchema.of(
            List.of(FactDeclaration.extensive("trees"), FactDeclaration.extensive("balance")));
    FactCity city =
        new FactCity("AB", attributes, Places.NONE, schema).after(split("A", 30, -10, 30, 110));
    assertThat(city.told("A", "trees")).isEqualTo("~3.15");
    assertThat(city.told("A-2", "trees")).isEqualTo("~7.35");
    assertThat(city.told("A", "balance")).isEqualTo("~-2");
    assertThat(city.told("A-2", "balance")).isEqualTo("~-5");
    assertThat(city.sum("trees")).isEqualByComparingTo("13.75");
  }

  @Test
  void meansAreWeighed() {
    Map<String, Map<String, String>> attributes =
        Map.of(
            "A", Map.of("households", "300", "age", "40"),
            "B", Map.of("households", "100", "age", "60"),
            "C", Map.of("households", "50"));
    FactSchema schema =
        FactSchema.of(
            List.of(
                FactDeclaration.extensive("households"),
                FactDeclaration.intensive("age", "households")));
    FactCity city =
        new FactCity("ABC", attributes, Places.NONE, schema).after(merge("A", "B", "C"));
    assertThat(city.told("A", "age")).isEqualTo("45+");
    city.after(split("A", 50, -10, 50, 110));
    assertThat(city.told("A", "age")).isEqualTo("~40");
    assertThat(city.told("A", "households")).isEqualTo("~150");
  }

  @Test
  void whatARetiredGridHadGoesWhereItsGroundGoes() {
    FactCity city =
        city("AAB/AAB", at(250, 50, 260, 60), "A", "10", "B", "20")
            .after(new RetireEdit("B", Heir.By.LONGEST_BORDER));
    assertThat(city.told("A", "households")).isEqualTo("30");
    city.undoAll();
  }

  /** Its count stays with the nearest grid, whose own ground may change again and again. */
  @Test
  void aCountWhoseGroundIsNobodysByNowIsNotLost() {
    FactCity city =
        city("AB", Places.NONE, "A", "10", "B", "20")
            .after(new TransferEdit(List.of(), "A", area(100, 0, 150, 100), false))
            .after(
                new RemoveVertexEdit(new LatticePoint(10_000, 0)),
                new RemoveVertexEdit(new LatticePoint(10_000, 10_000)))
            .after(move(0, 0, 120, 0), move(0, 100, 120, 100));
    assertThat(city.sum("households")).isEqualByComparingTo("30");
    for (int metres = 121; metres < 125; metres++) {
      city.after(move(metres - 1, 0, metres, 0));
      assertThat(city.sum("households")).isEqualByComparingTo("30");
    }
    city.undoAll();
  }

  private static MoveVertexEdit move(int x, int y, int toX, int toY) {
    return new MoveVertexEdit(
        new LatticePoint(x * 100, y * 100), new LatticePoint(toX * 100, toY * 100));
  }

  @Test
  void aNewCodeKeepsEverything() {
    FactCity city =
        city("AB", Places.NONE, "A", "10", "B", "20").after(split("A", 50, -10, 50, 110));
    city.after(new RecodeEdit(0, "A-2", "Z"));
    assertThat(city.told("Z", "households")).isEqualTo("~5");
    assertThat(city.sum("households")).isEqualByComparingTo("30");
  }

  @Test
  void labelsStayWithTheCodeAndTagsGoWithTheGround() {
    Map<String, Map<String, String>> attributes =
        Map.of(
            "A", Map.of("use", "market", "tags", "school;park"),
            "B", Map.of("use", "harbour", "tags", "park;pier"));
    FactSchema schema = FactSchema.of(List.of(FactDeclaration.of("tags", FactKind.TAGS)));
    FactCity city =
        new FactCity("AB", attributes, Places.NONE, schema).after(split("A", 50, -10, 50, 110));
    assertThat(city.unit("A").attributes())
        .isEqualTo(Map.of("use", "market", "tags", "park;school"));
    assertThat(city.unit("A-2").attributes()).isEqualTo(Map.of("tags", "park;school"));
    city.after(merge("A-2", "B"));
    assertThat(city.unit("A-2").attributes()).isEqualTo(Map.of("tags", "park;pier;school"));
  }
}

package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.Heir;
import org.gridwright.core.edit.Keeper;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.edit.MoveVertexEdit;
import org.gridwright.core.edit.RecodeEdit;
import org.gridwright.core.edit.RetireEdit;
import org.gridwright.core.edit.SetAttributesEdit;
import org.gridwright.core.edit.SplitEdit;
import org.gridwright.core.edit.TransferEdit;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Facts of cells of 100 m by 100 m, whose numbers can be reckoned by hand. */
class FactFlowTest {

  private static final Theme THEME = Theme.of("facts", "Facts", CodeScheme.FREE, "grid");
  private static final int CELL = 10_000;

  /** A plan that is edited, and every state that it had. */
  private static final class City {

    private final FactBasis basis;
    private final List<PlanChange> done = new ArrayList<>();
    private final Plan start;
    private EditablePlan now;

    City(
        String picture,
        Map<String, Map<String, String>> attributes,
        Places places,
        FactSchema schema) {
      List<Unit> units = new ArrayList<>();
      for (Unit unit : Pictures.plan(THEME, 0, 0, CELL, picture).grids()) {
        units.add(unit.withAttributes(attributes.getOrDefault(unit.code(), Map.of())));
      }
      this.start = Plan.of(THEME, units);
      this.basis = FactBasis.of(start, schema, places, LocalDate.of(2026, 1, 31));
      this.now = EditablePlan.of(start, start).standingOn(() -> basis);
    }

    City after(Edit... edits) {
      for (Edit edit : edits) {
        PlanChange change = Editing.change(now, edit, 0.5);
        done.add(change);
        now = now.after(change);
      }
      return this;
    }

    Fact fact(String code, String attribute) {
      return PlanFacts.of(now.plan(), basis).fact(unit(code), attribute).orElseThrow();
    }

    String told(String code, String attribute) {
      return PlanFacts.of(now.plan(), basis)
          .fact(unit(code), attribute)
          .map(
              it ->
                  (it.estimated() ? "~" : "")
                      + (it.known() == null ? "?" : it.known().toPlainString())
                      + (it.incomplete() ? "+" : ""))
          .orElse("");
    }

    Unit unit(String code) {
      return now.plan().unit(0, code).orElseThrow();
    }

    BigDecimal sum(String attribute) {
      return PlanFacts.of(now.plan(), basis).sum(attribute);
    }

    void undoAll() {
      Plan plan = now.plan();
      for (int i = done.size() - 1; i >= 0; i--) {
        plan = plan.with(done.get(i).reversed());
      }
      assertThat(plan.grids()).isEqualTo(start.grids());
    }
  }

  private static City city(String picture, Places places, String... codesAndHouseholds) {
    Map<String, Map<String, String>> attributes = new TreeMap<>();
    for (int i = 0; i < codesAndHouseholds.length; i += 2) {
      attributes.put(codesAndHouseholds[i], Map.of("households", codesAndHouseholds[i + 1]));
    }
    return new City(picture, attributes, places, FactSchema.NONE);
  }

  /** Places in metres from the south-west corner of the picture: x, y, x, y, … */
  private static Places at(int... metres) {
    long[] places = new long[metres.length / 2];
    for (int i = 0; i < places.length; i++) {
      places[i] = Packed.of(metres[2 * i] * 100, metres[2 * i + 1] * 100);
    }
    return box -> WeighedPlaces.alike(places).where(it -> box.contains(Packed.x(it), Packed.y(it)));
  }

  private static SplitEdit split(String code, int... metres) {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < metres.length; i += 2) {
      line.add(new LatticePoint(metres[i] * 100, metres[i + 1] * 100));
    }
    return new SplitEdit(code, line, Keeper.By.WEST, List.of());
  }

  private static MergeEdit merge(String... codes) {
    return new MergeEdit(List.of(codes), null, false);
  }

  private static SetAttributesEdit enter(String code, String attribute, String value) {
    return new SetAttributesEdit(0, code, Map.of(attribute, value));
  }

  @Test
  void aSplitSpreadsHouseholdsByAddressesAndAMergeGivesTheCountBack() {
    Places places = at(10, 50, 20, 50, 30, 50, 90, 50);
    City city = city("A", places, "A", "408").after(split("A", 60, -10, 60, 110));
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
    City city = city("A", Places.NONE, "A", "408").after(split("A", 50, -10, 50, 110));
    assertThat(city.told("A", "households")).isEqualTo("~204");
    assertThat(city.told("A-2", "households")).isEqualTo("~204");
    city.after(split("A", -10, 25, 60, 25));
    assertThat(city.told("A", "households") + city.told("A-3", "households"))
        .contains("~153", "~51");
  }

  @Test
  void wholeCountsAddUpToACountAndUnknownIsNotNothing() {
    City city = city("AABBCC", Places.NONE, "A", "412", "B", "337").after(merge("A", "B"));
    assertThat(city.told("A", "households")).isEqualTo("749");
    city.after(merge("A", "C"));
    assertThat(city.told("A", "households")).isEqualTo("749+");
    city.undoAll();
  }

  @Test
  void aCountStaysWhereNoAddressChangesHands() {
    Places places = at(10, 50, 20, 50, 110, 50);
    City city =
        city("AB", places, "A", "40", "B", "7")
            .after(new TransferEdit(List.of("A"), "B", area(50, 0, 100, 100), false));
    assertThat(city.told("A", "households")).isEqualTo("40");
    assertThat(city.told("B", "households")).isEqualTo("7");
    city.after(new TransferEdit(List.of("A"), "B", area(15, 0, 50, 100), false));
    assertThat(city.told("A", "households")).isEqualTo("~20");
    assertThat(city.told("B", "households")).isEqualTo("~27");
    city.after(new TransferEdit(List.of("B"), "A", area(15, 0, 50, 100), false));
    assertThat(city.told("A", "households")).isEqualTo("40");
  }

  @Test
  void withoutAddressesLessThanAThousandthOfTheGroundIsNoChange() {
    City city =
        city("AB", Places.NONE, "A", "4000", "B", "7")
            .after(
                new MoveVertexEdit(
                    new LatticePoint(CELL, CELL), new LatticePoint(CELL - 15, CELL)));
    assertThat(city.told("A", "households")).isEqualTo("4000");
    assertThat(city.told("B", "households")).isEqualTo("7");
    city.after(
        new MoveVertexEdit(new LatticePoint(CELL - 15, CELL), new LatticePoint(CELL - 1000, CELL)));
    assertThat(city.told("A", "households")).isEqualTo("~3800");
    assertThat(city.told("B", "households")).isEqualTo("~207");
  }

  @Test
  void aHundredTinyMovesLoseNothing() {
    City city = city("AB", Places.NONE, "A", "101", "B", "99");
    LatticePoint at = new LatticePoint(CELL, CELL);
    for (int i = 1; i <= 100; i++) {
      LatticePoint to = new LatticePoint(CELL - 40 * i, CELL);
      city.after(new MoveVertexEdit(at, to));
      assertThat(city.sum("households")).isEqualByComparingTo("200");
      at = to;
    }
    City atOnce =
        city("AB", Places.NONE, "A", "101", "B", "99")
            .after(new MoveVertexEdit(new LatticePoint(CELL, CELL), at));
    assertThat(city.told("A", "households"))
        .isEqualTo(atOnce.told("A", "households"))
        .isEqualTo("~81");
  }

  @Test
  void anEnteredCountEndsAnEstimateAndChangesTheSumByTheDifference() {
    Places places = at(10, 50, 20, 50, 30, 50, 90, 50);
    City city =
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
    City city =
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
    City city =
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
    City city =
        city("AB", Places.NONE, "A", "101")
            .after(new SetAttributesEdit(0, "A", Map.of("households", "98"), may));
    Unit before = city.unit("A");
    city.after(split("A", 60, -10, 60, 110), merge("A", "A-2"));
    assertThat(city.unit("A")).isEqualTo(before);
  }

  @Test
  void groundThatWasCountedAnewTakesItsOwnCountAlong() {
    Places places = at(10, 50, 20, 50, 70, 50, 90, 50);
    City city =
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

  @Test
  void decimalsAndNegativesAreExact() {
    Map<String, Map<String, String>> attributes =
        Map.of(
            "A", Map.of("trees", "10.5", "balance", "-7"),
            "B", Map.of("trees", "3.25", "balance", "2"));
    FactSchema schema =
        FactSchema.of(
            List.of(FactDeclaration.extensive("trees"), FactDeclaration.extensive("balance")));
    City city = new City("AB", attributes, Places.NONE, schema).after(split("A", 30, -10, 30, 110));
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
    City city = new City("ABC", attributes, Places.NONE, schema).after(merge("A", "B", "C"));
    assertThat(city.told("A", "age")).isEqualTo("45+");
    city.after(split("A", 50, -10, 50, 110));
    assertThat(city.told("A", "age")).isEqualTo("~40");
    assertThat(city.told("A", "households")).isEqualTo("~150");
  }

  @Test
  void whatARetiredGridHadGoesWhereItsGroundGoes() {
    City city =
        city("AAB/AAB", at(250, 50, 260, 60), "A", "10", "B", "20")
            .after(new RetireEdit("B", Heir.By.LONGEST_BORDER));
    assertThat(city.told("A", "households")).isEqualTo("30");
    city.undoAll();
  }

  @Test
  void aNewCodeKeepsEverything() {
    City city = city("AB", Places.NONE, "A", "10", "B", "20").after(split("A", 50, -10, 50, 110));
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
    City city = new City("AB", attributes, Places.NONE, schema).after(split("A", 50, -10, 50, 110));
    assertThat(city.unit("A").attributes())
        .isEqualTo(Map.of("use", "market", "tags", "park;school"));
    assertThat(city.unit("A-2").attributes()).isEqualTo(Map.of("tags", "park;school"));
    city.after(merge("A-2", "B"));
    assertThat(city.unit("A-2").attributes()).isEqualTo(Map.of("tags", "park;pier;school"));
  }

  private static LatticeMultiPolygon area(int west, int south, int east, int north) {
    return Wkt.area(
        "POLYGON((%1$d %2$d,%3$d %2$d,%3$d %4$d,%1$d %4$d,%1$d %2$d))"
            .formatted(west * 100, south * 100, east * 100, north * 100));
  }
}

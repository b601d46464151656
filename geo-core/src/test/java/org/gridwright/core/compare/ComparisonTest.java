package org.gridwright.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.PlanException;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.service.Points;
import org.junit.jupiter.api.Test;

/** What became of units, in pictures whose cells are about 100 m wide. */
class ComparisonTest {

  private static final int CELL = 10_000;
  private static final Theme THEME = Theme.of("picture", "Picture", CodeScheme.FREE, "grid");

  private static Plan plan(String picture) {
    return Pictures.plan(THEME, 1_000_000, 100_000_000, CELL, picture);
  }

  private static Comparison compare(String from, String to) {
    return Comparison.of(plan(from), 0, plan(to), 0, CompareOptions.DEFAULT);
  }

  /** Families in order, such as {@code "split A -> A,B"}. */
  private static List<String> told(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    for (Family family : comparison.families()) {
      List<String> alterations = family.alterations().stream().map(Alteration::id).toList();
      lines.add(
          "%s %s -> %s%s"
              .formatted(
                  family.fate().id(),
                  codes(comparison.from(), family.from()),
                  codes(comparison.to(), family.to()),
                  alterations.isEmpty() ? "" : " " + String.join("+", alterations)));
    }
    return lines;
  }

  private static String codes(List<Unit> units, List<Integer> indexes) {
    return String.join(",", indexes.stream().map(index -> units.get(index).code()).toList());
  }

  private static double cells(double squareMetres) {
    return squareMetres / Geodesy.squareMetres(plan("A").grids().get(0).drawnArea());
  }

  @Test
  void unitsThatStayAreKept() {
    Comparison same = compare("AAB / ACB", "AAB / ACB");

    assertThat(told(same)).containsExactly("kept A -> A", "kept B -> B", "kept C -> C");
    assertThat(same.movedSquareMetres()).isZero();
    assertThat(same.counts()).containsEntry(Fate.KEPT, 3).containsEntry(Fate.SPLIT, 0);
  }

  @Test
  void aBorderThatMovesRedrawsBothSides() {
    Comparison moved = compare("AAAABBBB", "AAAAABBB");

    assertThat(told(moved)).containsExactly("changed A -> A redrawn", "changed B -> B redrawn");
    assertThat(cells(moved.movedSquareMetres())).isCloseTo(1, within(1e-4));
    assertThat(moved.overlaps())
        .extracting(Overlap::from, Overlap::to, it -> Math.round(cells(it.squareMetres())))
        .containsExactly(tuple(0, 0, 4L), tuple(1, 0, 1L), tuple(1, 1, 3L));
  }

  @Test
  void aUnitIsSplit() {
    assertThat(told(compare("AAAAB", "AACCB"))).containsExactly("split A -> A,C", "kept B -> B");
    assertThat(told(compare("AAA", "BCD"))).containsExactly("split A -> B,C,D");
  }

  @Test
  void theLaterUnitWithTheCodeGoesOnEvenIfItIsTheSmaller() {
    Comparison split = compare("AAAAB", "ACCCB");

    assertThat(split.successor(0)).isZero();
    assertThat(cells(split.movedSquareMetres())).isCloseTo(3, within(1e-3));
  }

  @Test
  void unitsAreMerged() {
    Comparison merged = compare("AABB / CCCC", "AAAA / CCCC");

    assertThat(told(merged)).containsExactly("merged A,B -> A", "kept C -> C");
    assertThat(cells(merged.movedSquareMetres())).isCloseTo(2, within(1e-4));
  }

  @Test
  void asManyAsBeforeAreRedrawn() {
    assertThat(told(compare("AABBBB", "AAAACC")))
        .containsExactly("changed A -> A redrawn", "changed B -> C redrawn+recoded");
  }

  @Test
  void severalBecomeAnotherNumberOfSeveral() {
    assertThat(told(compare("AAAXXBBBBBBCC", "AAAAAAAAADDDC")))
        .containsExactly("rearranged A,B,X -> A,D", "changed C -> C redrawn");
  }

  @Test
  void unitsComeAndGo() {
    Comparison grown = compare("AA..", "AABB");
    Comparison shrunk = compare("AABB", "AA..");

    assertThat(told(grown)).containsExactly("kept A -> A", "new  -> B");
    assertThat(cells(grown.addedSquareMetres())).isCloseTo(2, within(1e-4));
    assertThat(grown.movedSquareMetres()).isZero();
    assertThat(told(shrunk)).containsExactly("kept A -> A", "retired B -> ");
    assertThat(cells(shrunk.droppedSquareMetres())).isCloseTo(2, within(1e-4));
  }

  @Test
  void aUnitDividedAmongManyWithoutAMainHeirIsRetired() {
    Comparison divided = compare("AAAXXXBBB/AAACCCBBB", "AAAAXXBBB/AAACCCBBB".replace('X', 'C'));

    assertThat(told(divided)).contains("merged C,X -> C");
    assertThat(told(compare("AAAA/XXXX/BBBB/CCCC", "AAAA/AABB/BBBB/CCCC")))
        .containsExactly(
            "changed A -> A redrawn", "changed B -> B redrawn", "kept C -> C", "retired X -> ");
  }

  @Test
  void newCodesNamesAndParents() {
    Comparison recoded = compare("AABB", "XXBB");
    assertThat(told(recoded)).containsExactly("changed A -> X recoded", "kept B -> B");
    assertThat(recoded.movedSquareMetres()).isZero();

    Plan plan =
        Plan.of(
            THEME,
            plan("AABB").grids().stream()
                .map(
                    it ->
                        new Unit(
                            0, it.code(), null, it.code(), Map.of("households", "9"), it.area()))
                .toList());
    Unit a = plan.grids().get(0);
    Unit named = new Unit(0, "A", null, "Harbour", Map.of("households", "12"), a.area());
    Plan renamed = plan.with(PlanChange.ofUnits(List.of(new UnitChange(a, named)), List.of()));
    assertThat(told(Comparison.of(plan, 0, renamed, 0, CompareOptions.DEFAULT)))
        .containsExactly("changed A -> A renamed+attributes", "kept B -> B");

    Theme two = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");
    Plan before = Pictures.plan(two, 0, 0, CELL, "PPQQ", "ABCD");
    Plan after = Pictures.plan(two, 0, 0, CELL, "PPPQ", "ABCD");
    assertThat(told(Comparison.of(before, 1, after, 1, CompareOptions.DEFAULT)))
        .contains("changed C -> C reparented")
        .hasSize(4);
  }

  @Test
  void codesOfDifferentThemesMeanNothing() {
    Comparison swapped =
        Comparison.of(plan("AAAB"), 0, plan("BBBA"), 0, CompareOptions.DEFAULT.withCodes(false));

    assertThat(told(swapped)).containsExactly("kept A -> B", "kept B -> A");
  }

  @Test
  void ringsThatBeginElsewhereOrCarryMoreVerticesAreTheSame() {
    Plan sparse =
        Plan.of(
            THEME,
            plan("AAB").grids().stream()
                .map(unit -> unit.withArea(Sparse.withoutStraightCorners(unit.drawnArea())))
                .toList());

    assertThat(told(Comparison.of(plan("AAB"), 0, sparse, 0, CompareOptions.DEFAULT)))
        .containsExactly("kept A -> A", "kept B -> B");
  }

  @Test
  void borderNoiseDecidesNothing() {
    Plan before = plan("AAABBB");
    Plan after = Sparse.moveMiddleBorder(THEME, 1_000_000, 100_000_000, CELL, 3, 500);

    Comparison tolerant = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT);
    Comparison strict = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT.withWidth(2));

    assertThat(told(tolerant)).containsExactly("kept A -> A", "kept B -> B");
    assertThat(tolerant.movedSquareMetres()).isZero();
    assertThat(cells(tolerant.noiseSquareMetres())).isCloseTo(.05, within(.001));
    assertThat(told(strict)).containsExactly("changed A -> A redrawn", "changed B -> B redrawn");
    assertThat(cells(strict.movedSquareMetres())).isCloseTo(.05, within(.001));
  }

  @Test
  void lineageOverrulesGeometry() {
    Lineage told = new Lineage(0, List.of("A"), List.of("X", "Y"));
    CompareOptions known = CompareOptions.DEFAULT.withLineage(List.of(told));

    assertThat(told(Comparison.of(plan("AAAABB"), 0, plan("XXXBYY"), 0, known)))
        .contains("split A -> X,Y");
  }

  @Test
  void lineageOfSeveralChangesIsOne() {
    Plan first = plan("AAAABB");
    Plan second = plan("AACCBB");
    Plan third = plan("AADDBB");
    List<Lineage> all =
        Ancestry.of(
            List.of(
                change(first, second, new Lineage(0, List.of("A"), List.of("A", "C"))),
                change(second, third, new Lineage(0, List.of("C"), List.of("D")))));

    assertThat(all).contains(new Lineage(0, List.of("A"), List.of("D")));
    assertThat(told(Comparison.of(first, 0, third, 0, CompareOptions.DEFAULT.withLineage(all))))
        .containsExactly("split A -> A,D", "kept B -> B");
  }

  private static PlanChange change(Plan from, Plan to, Lineage lineage) {
    return PlanChange.ofUnits(PlanChange.between(from, to).units(), List.of(lineage));
  }

  @Test
  void pointsChangeHands() {
    Plan before = plan("AAAB");
    Plan after = plan("AACC");
    Points.Builder points = new Points.Builder();
    for (int k = 0; k < 5; k++) {
      points.add(new LatticePoint(1_000_000 + k * CELL + CELL / 2, 100_000_000 + CELL / 2));
    }
    Comparison comparison = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT);
    Handover handover =
        Handover.of(
            comparison,
            LocatedPoints.of(PackedLocator.of(before), PackedLocator.of(after), points.build()));

    assertThat(handover.flows())
        .containsExactly(
            new Handover.Flow(-1, -1, 1, false),
            new Handover.Flow(0, 0, 2, false),
            new Handover.Flow(0, 1, 1, true),
            new Handover.Flow(1, 1, 1, false));
    assertThat(handover.total()).isEqualTo(5);
    assertThat(handover.moved()).isEqualTo(1);
    assertThat(handover.byFrom()).containsExactly(3, 1);
    assertThat(handover.byTo()).containsExactly(2, 2);
    assertThat(Balance.of(handover.byFrom())).isEqualTo(new Balance(2, 4, 2, 1, 3, .5, .5, 0));
    assertThat(Crosswalk.of(comparison, List.of(handover)))
        .extracting(
            Crosswalk::from,
            Crosswalk::to,
            row -> Math.round(100 * row.ground().shareOfFrom()),
            row -> row.shared().get(0).value(),
            row -> row.shared().get(0).shareOfTo())
        .containsExactly(
            tuple(0, 0, 67L, 2.0, 1.0), tuple(0, 1, 33L, 1.0, .5), tuple(1, 1, 100L, 1.0, .5));
  }

  @Test
  void whatCanNotBeComparedIsRefused() {
    assertThatThrownBy(() -> CompareOptions.DEFAULT.withWidth(-1))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("from 0 to 1000");
    Plan here = Pictures.plan(THEME, 0, 0, CELL, "A");
    Plan there = Pictures.plan(THEME, 1_000_000_000, 0, CELL, "A");
    assertThatThrownBy(() -> Comparison.of(here, 0, there, 0, CompareOptions.DEFAULT))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("90 degrees");
  }
}

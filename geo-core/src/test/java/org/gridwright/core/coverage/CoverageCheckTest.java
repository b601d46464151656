package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.coverage.rules.CoverageException;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class CoverageCheckTest {

  private static final Theme FREE = Theme.of("t", "T", CodeScheme.FREE, "grid");

  /** Grids A, B, C… of the given outlines in lattice steps. */
  private static Plan plan(String... wkt) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(wkt[i])));
    }
    return Plan.of(FREE, units);
  }

  private static List<Finding> check(Plan plan) {
    return CoverageCheck.standard().check(plan);
  }

  private static Geometry steps(Finding finding) {
    return LatticeJts.toSteps(LatticeJts.fromDegrees(finding.place()));
  }

  @Test
  void aSeamlessPlanHasNoFindings() {
    assertThat(check(Pictures.plan("AAB/ACB/DDD"))).isEmpty();
  }

  @Test
  void gridsApartFromEachOtherAreFine() {
    assertThat(check(Pictures.plan("A.B/A.B/..B"))).isEmpty();
  }

  @Test
  void anEnclosedHoleIsAGapWithItsNeighbours() {
    List<Finding> findings = check(Pictures.plan("AAAA/A..B/BBBB"));
    assertThat(findings).hasSize(1);
    Finding gap = findings.get(0);
    assertThat(gap.kind()).isEqualTo(Kind.GAP);
    assertThat(gap.severity()).isEqualTo(Severity.BLOCKING);
    assertThat(gap.units()).containsExactly("A", "B");
    assertThat(steps(gap).equalsTopo(Wkt.geometry("POLYGON((10 10,30 10,30 20,10 20,10 10))")))
        .as(gap.place().toText())
        .isTrue();
    // 20 by 10 steps on the equator: 0.2226 m by 0.1106 m
    assertThat(gap.areaSquareMetres()).isEqualTo(0.02462, within(1e-5));
    assertThat(gap.widthMetres()).isEqualTo(0.1106, within(0.011));
    assertThat(gap.message().toString()).contains("0.025 m²", "A, B");
    assertThat(gap.message().in(Locale.SIMPLIFIED_CHINESE)).contains("0.025 平方米");
  }

  @Test
  void aPointOfAPlaceLiesInIt() {
    Finding gap = check(Pictures.plan("AAAA/A..B/BBBB")).get(0);
    assertThat(gap.place().contains(gap.place().getInteriorPoint())).isTrue();
  }

  @Test
  void aGapTouchedAtACornerIsStillEnclosed() {
    assertThat(check(Pictures.plan("AAA./A.A./AAAB/...B")))
        .extracting(Finding::kind)
        .containsExactly(Kind.GAP);
  }

  @Test
  void aWideHoleOnlyWarnsWhenAGapWidthIsGiven() {
    Plan plan = Pictures.plan("AAAA/A..B/BBBB");
    CoverageCheck narrow = CoverageCheck.of(CoverageRules.STANDARD.withGapWidth(0.05));
    CoverageCheck wide = CoverageCheck.of(CoverageRules.STANDARD.withGapWidth(0.2));
    assertThat(narrow.check(plan)).extracting(Finding::severity).containsExactly(Severity.WARNING);
    assertThat(wide.check(plan)).extracting(Finding::severity).containsExactly(Severity.BLOCKING);
    assertThat(narrow.check(plan).get(0).id()).isEqualTo(wide.check(plan).get(0).id());
  }

  @Test
  void twoGridsOverTheSameGroundOverlap() {
    List<Finding> findings =
        check(plan("POLYGON((0 0,30 0,30 30,0 30,0 0))", "POLYGON((20 0,60 0,60 30,20 30,20 0))"));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.OVERLAP);
    Finding overlap = findings.get(0);
    assertThat(overlap.units()).containsExactly("A", "B");
    assertThat(steps(overlap).equalsTopo(Wkt.geometry("POLYGON((20 0,30 0,30 30,20 30,20 0))")))
        .as(overlap.place().toText())
        .isTrue();
    assertThat(overlap.message().toString()).startsWith("\"A\" and \"B\" overlap by 0.037 m²");
  }

  @Test
  void oneGridDrawnTwiceIsADuplicate() {
    String square = "POLYGON((0 0,30 0,30 30,0 30,0 0))";
    List<Finding> findings = check(plan(square, square));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.DUPLICATE_UNIT);
    assertThat(findings.get(0).units()).containsExactly("A", "B");
  }

  @Test
  void aGridWithinAnotherOneIsAnOverlap() {
    List<Finding> findings =
        check(
            plan("POLYGON((0 0,90 0,90 90,0 90,0 0))", "POLYGON((30 30,60 30,60 60,30 60,30 30))"));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.OVERLAP);
    assertThat(steps(findings.get(0)).getArea()).isEqualTo(900);
  }

  /** C lies over the shared and exactly matched edge of A and B. */
  @Test
  void aGridDrawnOverASoundSeamOverlapsBoth() {
    List<Finding> findings =
        check(
            plan(
                "POLYGON((0 0,30 0,30 30,0 30,0 0))",
                "POLYGON((30 0,60 0,60 30,30 30,30 0))",
                "POLYGON((20 10,40 10,40 20,20 20,20 10))"));
    assertThat(findings).extracting(Finding::kind).containsOnly(Kind.OVERLAP);
    assertThat(findings)
        .extracting(Finding::units)
        .containsExactly(List.of("A", "C"), List.of("B", "C"));
  }

  /**
   * B has a vertex at (30 15) that A does not have: a straight edge now, a gap when either moves.
   */
  @Test
  void aVertexThatTheNeighbourLacksIsAMismatchedEdge() {
    List<Finding> findings =
        check(
            plan(
                "POLYGON((0 0,30 0,30 30,0 30,0 0))",
                "POLYGON((30 0,60 0,60 30,30 30,30 15,30 0))"));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.MISMATCHED_EDGE);
    assertThat(findings.get(0).units()).containsExactly("A", "B");
    assertThat(findings.get(0).place().getLength()).isEqualTo(30e-7, within(1e-12));
  }

  /** A triangle of half a square step lies open between A and B: less than the lattice can draw. */
  @Test
  void whatIsSmallerThanALatticeCellIsAMismatchedEdge() {
    List<Finding> findings =
        check(
            plan(
                "POLYGON((0 0,30 0,30 1,30 2,30 30,0 30,0 0))",
                "POLYGON((30 0,60 0,60 30,30 30,30 2,31 1,30 0))"));
    assertThat(findings)
        .filteredOn(finding -> finding.kind() == Kind.MISMATCHED_EDGE || finding.kind() == Kind.GAP)
        .hasSize(1)
        .allSatisfy(finding -> assertThat(finding.units()).containsExactly("A", "B"));
  }

  @Test
  void aBowTieIsAnInvalidRingAndDoesNotHideItsNeighbours() {
    List<Finding> findings =
        check(
            plan(
                "POLYGON((0 0,40 40,40 0,0 40,0 0))",
                "POLYGON((100 0,130 0,130 30,100 30,100 0))",
                "POLYGON((120 0,160 0,160 30,120 30,120 0))"));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.INVALID_RING, Kind.OVERLAP);
    assertThat(findings.get(0).units()).containsExactly("A");
    assertThat(findings.get(0).message().toString())
        .startsWith("grid \"A\": the outline crosses itself at 0.0000020, 0.0000020");
  }

  @Test
  void aWrongCodeIsAFaultAtItsGrid() {
    Theme cn15 = Theme.of("t", "T", CodeScheme.CN15, "community", "grid");
    Unit community = new Unit(0, "110101001001", null, "c", Map.of(), null);
    Unit grid =
        new Unit(
            1,
            "110101001002001",
            "110101001001",
            "g",
            Map.of(),
            Wkt.area("POLYGON((0 0,30 0,30 30,0 30,0 0))"));
    List<Finding> findings = check(Plan.of(cn15, List.of(community, grid)));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.CODE_FAULT);
    assertThat(findings.get(0).units()).containsExactly("110101001002001");
    assertThat(findings.get(0).message().toString()).contains("must start with its parent's code");
  }

  @Test
  void anUpperUnitWithoutGridsIsAHierarchyFault() {
    Theme theme = Theme.of("t", "T", CodeScheme.FREE, "district", "grid");
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(0, "full", null, "full", Map.of(), null));
    units.add(new Unit(0, "empty", null, "empty", Map.of(), null));
    units.add(
        new Unit(1, "g", "full", "g", Map.of(), Wkt.area("POLYGON((0 0,30 0,30 30,0 30,0 0))")));
    List<Finding> findings = check(Plan.of(theme, units));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.HIERARCHY_FAULT);
    assertThat(findings.get(0).message().toString())
        .startsWith("district \"empty\" has no grid below it");
    assertThat(findings.get(0).place().isEmpty()).isFalse();
  }

  @Test
  void idsDoNotDependOnTheOrderOfLoading() {
    Plan plan = Damage.plan(new Random(7), 8, 12);
    List<Finding> expected = check(plan);
    assertThat(expected).hasSizeGreaterThan(5);
    for (int seed = 0; seed < 5; seed++) {
      List<Unit> shuffled = new ArrayList<>(plan.grids());
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(check(Plan.of(plan.theme(), shuffled))).isEqualTo(expected);
    }
    assertThat(expected).extracting(Finding::id).doesNotHaveDuplicates();
  }

  @Test
  void rulesRefuseNegativeMeasures() {
    assertThatThrownBy(() -> CoverageRules.STANDARD.withGapWidth(-1))
        .isInstanceOf(CoverageException.class)
        .hasMessageContaining("must be zero or more");
  }
}

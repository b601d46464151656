package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.DisconnectedUnit;
import org.gridwright.core.coverage.rules.NarrowNeck;
import org.gridwright.core.coverage.rules.SizeOutlier;
import org.gridwright.core.coverage.rules.SliverUnit;
import org.gridwright.core.coverage.rules.UnitRule;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.plan.VoidChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check after an edit finds what a full check finds. */
class CheckedPlanTest {

  private static final List<UnitRule> UNIT_RULES =
      List.of(new DisconnectedUnit(), new NarrowNeck(10), new SizeOutlier(10), new SliverUnit(0.1));

  /** Edits a plan again and again, and compares with a full check each time or every few times. */
  private static void assertEditsAreFollowed(
      Plan original, CoverageRules rules, Random random, int reach, int edits, int every) {
    RandomEdits change = new RandomEdits(original, random, reach);
    CheckedPlan checked = CheckedPlan.of(original, rules);
    for (int edit = 1; edit <= edits; edit++) {
      Plan before = checked.plan();
      PlanChange applied = change.next(before);
      checked = checked.after(applied);
      if (edit % every == 0) {
        List<Finding> full = CoverageCheck.of(rules).check(checked.plan());
        assertThat(checked.findings())
            .as("edit %d, %s", edit, applied.units().stream().map(UnitChange::code).toList())
            .containsExactlyElementsOf(full);
      }
    }
  }

  @Test
  void smallCitiesWithEveryRule() {
    for (int seed = 0; seed < 6; seed++) {
      Plan city = RandomPartitions.city(25, seed);
      CoverageRules rules =
          CoverageRules.STANDARD.withUnitRules(UNIT_RULES).withInlets(3 * (seed % 3));
      assertEditsAreFollowed(city, rules, new Random(seed), 1500, 12, 1);
    }
  }

  /** Large enough that a part around an edit leaves most of the city out. */
  @Test
  void citiesWithEditsFarApart() {
    for (int seed = 0; seed < 6; seed++) {
      Plan city = RandomPartitions.city(400, seed);
      int reach = seed % 2 == 0 ? 1500 : 12_000;
      assertEditsAreFollowed(city, CoverageRules.STANDARD, new Random(seed), reach, 60, 4);
    }
  }

  @Test
  void citiesInAJurisdiction() {
    for (int seed = 0; seed < 3; seed++) {
      Plan city = RandomPartitions.city(81, seed);
      CoverageRules rules = CoverageRules.STANDARD.within(rectangle(city.envelope(), 3000 * seed));
      assertEditsAreFollowed(city, rules, new Random(seed), 4000, 24, 8);
    }
  }

  /** Large enough that most edits are far from the edge of the jurisdiction. */
  @Test
  void citiesWithEditsFarFromTheEdgeOfTheirJurisdiction() {
    for (int seed = 0; seed < 4; seed++) {
      Plan city = RandomPartitions.city(400, seed);
      CoverageRules rules =
          CoverageRules.STANDARD
              .withInlets(3 * (seed / 2))
              .within(rectangle(city.envelope(), 3000 * (seed % 2)));
      assertEditsAreFollowed(city, rules, new Random(seed), 4000, SeededRuns.of(12), 4);
    }
  }

  /** A lake of nine cells, eight of them declared void in three pieces, and a town in it. */
  @Test
  void citiesWithVoids() {
    for (int seed = 0; seed < 4; seed++) {
      Plan whole = RandomPartitions.city(144, seed);
      List<UnitChange> lake = new ArrayList<>();
      List<VoidChange> voids = new ArrayList<>();
      for (int cell = 0; cell < 9; cell++) {
        Unit grid = whole.grids().get((4 + cell / 3) * 12 + 4 + cell % 3);
        if (cell != 4 || seed % 2 == 0) {
          lake.add(UnitChange.removed(grid));
        }
        if (cell != 8) {
          voids.add(
              new VoidChange(
                  null, new DeclaredVoid("v" + cell, DeclaredVoid.Kind.WATER, grid.drawnArea())));
        }
      }
      Plan city = whole.with(new PlanChange(lake, voids, List.of()));
      assertEditsAreFollowed(city, CoverageRules.STANDARD, new Random(seed), 4000, 40, 2);
    }
  }

  /** Grids a few steps wide: nearly every crossing has to be rounded, and moves what is near. */
  @Test
  void boardsOfAFewSteps() {
    for (int seed = 0; seed < 12; seed++) {
      Plan board = Damage.plan(new Random(seed), 12, 0, 20 + seed);
      assertEditsAreFollowed(board, CoverageRules.STANDARD, new Random(seed), 6 + seed, 40, 1);
    }
  }

  @Test
  void hardPartitions() {
    for (int seed = 0; seed < 40; seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      assertEditsAreFollowed(plan, CoverageRules.STANDARD, new Random(seed), 3, 8, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "chicago/beats.geojson.gz, beat, 18, 6",
    "defects/los_angeles_county.geojson.gz, name, 4, 4",
    "vancouver/neighbourhoods_22.geojson.gz, name, 20, 5",
  })
  void realMaps(String file, String field, int edits, int every) {
    Plan plan = RealFeatures.plan(RealData.file(file), field);
    assertEditsAreFollowed(plan, CoverageRules.STANDARD, new Random(1), 5000, edits, every);
  }

  private static LatticeMultiPolygon rectangle(LatticeEnvelope box, int smaller) {
    int west = box.minX() + smaller;
    int south = box.minY() + smaller;
    int east = box.maxX() - smaller;
    int north = box.maxY() - smaller;
    return LatticeMultiPolygon.of(
        LatticePolygon.of(
            LatticeRing.of(west, south, east, south, east, north, west, north, west, south)));
  }

  /** The ring of eight grids around nothing; what closes it makes a gap of the open middle. */
  @Test
  void anInletThatIsClosedBecomesAGap() {
    Plan ring = block(30, (column, row) -> column == 0 || row == 0 || column == 29 || row == 29);
    Unit last = ring.grids().get(17);
    CheckedPlan open = CheckedPlan.of(without(ring, last), CoverageRules.STANDARD);
    assertThat(open.findings()).isEmpty();
    CheckedPlan closed = open.after(PlanChange.ofUnits(List.of(UnitChange.added(last)), List.of()));
    assertThat(closed.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.GAP);
    assertThat(closed.findings()).isEqualTo(CoverageCheck.standard().check(ring));
    assertThat(closed.after(without(ring, last)).findings()).isEmpty();
  }

  /** An island in a lake is a part of the lake's border, wherever its grids are. */
  @Test
  void anIslandThatIsAddedChangesTheGapAroundIt() {
    Plan lake = block(30, (column, row) -> column == 0 || row == 0 || column == 29 || row == 29);
    Plan island =
        block(
            30,
            (column, row) ->
                column == 0
                    || row == 0
                    || column == 29
                    || row == 29
                    || (column == 15 && row == 15));
    CheckedPlan checked = CheckedPlan.of(lake, CoverageRules.STANDARD).after(island);
    assertThat(checked.findings()).isEqualTo(CoverageCheck.standard().check(island));
    assertThat(checked.findings().get(0).units()).hasSize(113);
    assertThat(checked.after(lake).findings()).isEqualTo(CoverageCheck.standard().check(lake));
  }

  private interface Cells {
    boolean has(int column, int row);
  }

  /** Square grids of 1,000 steps in some cells of a square of cells. */
  private static Plan block(int size, Cells cells) {
    List<Unit> units = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        if (cells.has(column, row)) {
          String code = String.format("%02d-%02d", row, column);
          LatticeEnvelope box =
              new LatticeEnvelope(
                  1000 * column, 1000 * row, 1000 * column + 1000, 1000 * row + 1000);
          units.add(new Unit(0, code, null, code, Map.of(), rectangle(box, 0)));
        }
      }
    }
    return Plan.of(Theme.of("block", "Block", CodeScheme.FREE, "grid"), units);
  }

  private static Plan without(Plan plan, Unit unit) {
    return plan.with(PlanChange.ofUnits(List.of(UnitChange.removed(unit)), List.of()));
  }

  @Test
  void anUpperUnitThatLosesItsLastGridIsFound() {
    Plan plan = RandomPartitions.city(64 + 2, 1);
    CheckedPlan checked = CheckedPlan.of(plan, CoverageRules.STANDARD);
    for (Unit grid : plan.grids()) {
      if (grid.parent().orElseThrow().equals(plan.grids().get(65).parent().orElseThrow())) {
        checked = checked.after(PlanChange.ofUnits(List.of(UnitChange.removed(grid)), List.of()));
        assertThat(checked.findings()).isEqualTo(CoverageCheck.standard().check(checked.plan()));
      }
    }
    assertThat(checked.findings()).extracting(Finding::kind).contains(Finding.Kind.HIERARCHY_FAULT);
    assertThat(checked.after(plan).findings()).isEmpty();
  }

  @Test
  void thereAndBackLeavesNothing() {
    Plan original = RandomPartitions.city(25, 1);
    RandomEdits edits = new RandomEdits(original, new Random(1), 1500);
    CheckedPlan start = CheckedPlan.of(original, CoverageRules.STANDARD);
    CheckedPlan checked = start;
    List<PlanChange> undo = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      PlanChange change = edits.next(checked.plan());
      undo.add(0, change.reversed());
      checked = checked.after(change);
    }
    for (PlanChange change : undo) {
      checked = checked.after(change);
    }
    assertThat(checked.findings()).isEmpty();
    assertThat(checked.plan().grids()).isEqualTo(original.grids());
  }
}

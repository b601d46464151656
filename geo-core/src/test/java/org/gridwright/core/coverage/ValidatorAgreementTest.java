package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The check finds what JTS finds, on boards damaged at random. */
class ValidatorAgreementTest {

  private static final GeometryFactory FLOATING = new GeometryFactory();

  private static Geometry[] steps(Plan plan) {
    return plan.grids().stream()
        .map(grid -> FLOATING.createGeometry(LatticeJts.toSteps(grid.drawnArea())))
        .toArray(Geometry[]::new);
  }

  @Test
  void aSeamlessBoardIsCleanForBoth() {
    for (int seed = 0; seed < SeededRuns.of(20); seed++) {
      Plan plan = Damage.plan(new Random(seed), 6, 0);
      assertThat(CoverageValidator.isValid(steps(plan))).isTrue();
      assertThat(CoverageCheck.standard().check(plan)).isEmpty();
      assertThat(CoverageUnion.union(steps(plan)).getNumGeometries()).isEqualTo(1);
    }
  }

  @Test
  void everyGridThatJtsFaultsIsNamed() {
    for (int seed = 0; seed < SeededRuns.of(60); seed++) {
      Plan plan = Damage.plan(new Random(seed), 6, 1 + seed % 6);
      TreeSet<String> ours = new TreeSet<>();
      for (Finding finding : CoverageCheck.standard().check(plan)) {
        if (finding.kind() == Kind.OVERLAP || finding.kind() == Kind.MISMATCHED_EDGE) {
          ours.addAll(finding.units());
        }
      }
      assertThat(ours).as("seed %d", seed).containsAll(faultyForJts(plan));
    }
  }

  /**
   * CoverageValidator does not fault a grid whose own edges all match while a third grid's corner
   * reaches into it; the intersections of all pairs do. Where outlines cross, the arrangement
   * rounds to the lattice: an area changes by at most half a step along its outline.
   */
  @Test
  void theOverlappingPairsAreThoseOfBruteForce() {
    for (int seed = 0; seed < SeededRuns.of(25); seed++) {
      Plan plan = Damage.plan(new Random(seed), 5, 1 + seed % 6);
      Map<List<String>, Double> ours = new HashMap<>();
      for (Finding finding : CoverageCheck.standard().check(plan)) {
        if (finding.kind() == Kind.OVERLAP) {
          ours.put(finding.units(), finding.place().getArea() * 1e14);
        }
      }
      Map<List<String>, Geometry> expected = overlapsByBruteForce(plan);
      assertThat(expected.keySet()).as("seed %d", seed).containsAll(ours.keySet());
      expected.forEach(
          (pair, common) ->
              assertThat(ours.getOrDefault(pair, 0.0))
                  .as("%s in %s", pair, common)
                  .isCloseTo(common.getArea(), within(1 + common.getLength() / 2)));
    }
  }

  private static Map<List<String>, Geometry> overlapsByBruteForce(Plan plan) {
    Geometry[] areas = steps(plan);
    Map<List<String>, Geometry> overlaps = new HashMap<>();
    for (int i = 0; i < areas.length; i++) {
      for (int j = i + 1; j < areas.length; j++) {
        Geometry common = areas[i].intersection(areas[j]);
        if (common.getArea() > 0) {
          overlaps.put(List.of(plan.grids().get(i).code(), plan.grids().get(j).code()), common);
        }
      }
    }
    return overlaps;
  }

  private static Set<String> faultyForJts(Plan plan) {
    Geometry[] faults = CoverageValidator.validate(steps(plan));
    Set<String> codes = new TreeSet<>();
    for (int i = 0; i < faults.length; i++) {
      Unit grid = plan.grids().get(i);
      if (faults[i] != null) {
        codes.add(grid.code());
      }
    }
    return codes;
  }
}

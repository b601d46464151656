package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.edit.Drawn.after;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Simplified borders of whole plans, watched by code that shares nothing with the edit. */
class SimplifyBordersTest {

  /** A step is a centimetre north. */
  private static final double STEP = 0.0111;

  @Test
  void aWholeCityIsSimplifiedWithinTheLimit() {
    requireSimplified(UpperLevels.draw(RandomPartitions.city(300, 4)), 4);
  }

  @Test
  void itTakesLongWhereManyCornersAreConcerned() {
    Plan plan = UpperLevels.draw(RandomPartitions.city(1000, 4));
    Edit all = new SimplifyBordersEdit(0, List.of(), 2);
    Edit one = new SimplifyBordersEdit(0, List.of("D00000000"), 2);
    assertThat(all.isLong(plan)).isTrue();
    assertThat(one.isLong(plan)).as("64 grids").isFalse();
    assertThat(new BatchEdit(List.of(one, all)).isLong(plan)).isTrue();
    assertThat(new BatchEdit(List.of(one)).isLong(plan)).isFalse();
  }

  @Test
  void hardPlacesAreSimplifiedWithinTheLimit() {
    int made = 0;
    for (int seed = 0; seed < SeededRuns.of(40); seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      made += CoverageCheck.standard().check(plan).isEmpty() ? requireSimplified(plan, 0.3) : 0;
    }
    assertThat(made).as("seeds with something to simplify").isGreaterThan(3);
  }

  @Test
  void realBordersAreSimplifiedWithinTheLimit() {
    requireSimplified(RealFeatures.plan(RealData.file("chicago/beats.geojson.gz"), "beat"), 10);
    requireSimplified(
        RealFeatures.plan(
            RealData.file("france_bano_addresses/communes_08_52_55_90.geojson.gz"), "insee"),
        25);
  }

  /**
   * By JTS and by counting edges, which share nothing with the edit: the outer edge is the same,
   * every place where borders meet is still there, no vertex that went lies farther than the limit
   * from an outline of a grid that had it, no vertex is new, and no seam is broken.
   */
  private static int requireSimplified(Plan plan, double limit) {
    Map<Long, Set<Long>> before = edges(plan);
    PlanChange change;
    try {
      change = Editing.change(EditablePlan.of(plan), new SimplifyBordersEdit(0, List.of(), limit));
    } catch (EditRefusedException nothing) {
      assertThat(nothing.reason()).isEqualTo(Refusal.CHANGES_NOTHING);
      return 0;
    }
    Plan after = plan.with(change);
    CheckedPlan checked = CheckedPlan.of(plan, CoverageRules.STANDARD);
    CheckedPlan followed = checked.after(change);
    assertThat(followed.findings()).isEqualTo(CoverageCheck.standard().check(after));
    assertThat(blocking(followed)).isLessThanOrEqualTo(blocking(checked));
    Map<Long, Set<Long>> now = edges(after);
    assertThat(before.keySet().containsAll(now.keySet())).as("no vertex is new").isTrue();
    before.forEach(
        (point, neighbours) -> {
          if (neighbours.size() > 2) {
            assertThat(now.getOrDefault(point, Set.of())).hasSameSizeAs(neighbours);
          }
        });
    assertThat(ground(after).equalsNorm(ground(plan))).as("the ground of all").isTrue();
    int depth = plan.theme().gridLevel().depth();
    for (Unit grid : after.grids()) {
      requireNear(plan.unit(depth, grid.code()).orElseThrow(), grid, now.keySet(), limit);
    }
    assertThat(EditSequence.digest(after.with(change.reversed())))
        .isEqualTo(EditSequence.digest(plan));
    return 1;
  }

  private static void requireNear(Unit was, Unit is, Set<Long> kept, double limit) {
    assertThat(is.drawnArea().polygons()).hasSameSizeAs(was.drawnArea().polygons());
    if (was.drawnArea().equals(is.drawnArea())) {
      return;
    }
    Geometry outline = LatticeJts.toSteps(is.drawnArea()).getBoundary();
    IndexedFacetDistance distance = new IndexedFacetDistance(outline);
    was.drawnArea()
        .forEachRing(
            ring -> {
              for (int i = 1; i < ring.size(); i++) {
                if (!kept.contains(Packed.of(ring.x(i), ring.y(i)))) {
                  Geometry vertex =
                      outline.getFactory().createPoint(new Coordinate(ring.x(i), ring.y(i)));
                  assertThat(distance.distance(vertex) * STEP * 0.5)
                      .as("metres east at 60 degrees, fewer than anywhere nearer to the equator")
                      .isLessThanOrEqualTo(limit);
                }
              }
            });
  }

  private static Map<Long, Set<Long>> edges(Plan plan) {
    Map<Long, Set<Long>> neighbours = new HashMap<>();
    for (Unit grid : plan.grids()) {
      grid.drawnArea()
          .forEachRing(
              ring -> {
                for (int i = 1; i < ring.size(); i++) {
                  long a = Packed.of(ring.x(i - 1), ring.y(i - 1));
                  long b = Packed.of(ring.x(i), ring.y(i));
                  neighbours.computeIfAbsent(a, it -> new HashSet<>()).add(b);
                  neighbours.computeIfAbsent(b, it -> new HashSet<>()).add(a);
                }
              });
    }
    return neighbours;
  }

  private static long blocking(CheckedPlan checked) {
    return checked.findings().stream().filter(it -> it.severity() == Severity.BLOCKING).count();
  }

  private static Geometry ground(Plan plan) {
    List<Geometry> grids = new ArrayList<>();
    plan.grids().forEach(grid -> grids.add(LatticeJts.toSteps(grid.drawnArea())));
    return CoverageUnion.union(grids.toArray(new Geometry[0]));
  }
}

package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.lattice.AreaAssert;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.MultiPolygon;

/** Makes edits on pictures and compares the outcome with pictures, for tests. */
final class Drawn {

  /** No snapping: one step of a picture is a centimetre. */
  static final double EXACT = 0;

  private Drawn() {}

  /** Points of a line, in steps: x, y, x, y, … */
  static List<LatticePoint> line(int... xy) {
    List<LatticePoint> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new LatticePoint(xy[i], xy[i + 1]));
    }
    return points;
  }

  /**
   * The plan after an edit, checked: no finding that was not there, and the way back leads back.
   */
  static Plan after(Plan plan, Edit edit) {
    PlanChange change = Editing.change(EditablePlan.of(plan), edit, EXACT);
    Plan after = plan.with(change);
    assertThat(after.with(change.reversed()).grids()).isEqualTo(plan.grids());
    if (CoverageCheck.standard().check(plan).isEmpty()) {
      assertThat(CoverageCheck.standard().check(after)).isEmpty();
    }
    return after;
  }

  static Plan after(String picture, Edit edit) {
    return after(Pictures.plan(picture), edit);
  }

  static EditRefusedException refusal(Plan plan, Edit edit) {
    return catchThrowableOfType(
        EditRefusedException.class, () -> Editing.change(EditablePlan.of(plan), edit, EXACT));
  }

  static EditRefusedException refusal(String picture, Edit edit) {
    return refusal(Pictures.plan(picture), edit);
  }

  /** A one-level plan of codes and areas in lattice steps, in turn. */
  static Plan ofWkt(String... codesAndAreas) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < codesAndAreas.length; i += 2) {
      String code = codesAndAreas[i];
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(codesAndAreas[i + 1])));
    }
    return Plan.of(Theme.of("wkt", "WKT", CodeScheme.FREE, "grid"), units);
  }

  /** The grids cover what the letters of a picture cover. */
  static void assertLooks(Plan plan, String picture) {
    Plan expected = Pictures.plan(picture);
    assertThat(plan.grids().stream().map(Unit::code))
        .containsExactlyElementsOf(expected.grids().stream().map(Unit::code).toList());
    for (Unit grid : expected.grids()) {
      AreaAssert.assertThatArea(plan.unit(grid.depth(), grid.code()).orElseThrow().drawnArea())
          .covers(grid.drawnArea());
    }
  }

  /** Outlines by code, whatever the point where a ring starts. */
  static Map<String, MultiPolygon> outlines(Plan plan) {
    Map<String, MultiPolygon> outlines = new TreeMap<>();
    for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
      for (Unit unit : plan.units(depth)) {
        if (unit.area() != null) {
          MultiPolygon outline = LatticeJts.toSteps(unit.area());
          outline.normalize();
          outlines.put(depth + " " + unit.code(), outline);
        }
      }
    }
    return outlines;
  }

  /** All outlines are the same, vertex by vertex. */
  static void assertSameOutlines(Plan actual, Plan expected) {
    Map<String, MultiPolygon> was = outlines(expected);
    Map<String, MultiPolygon> is = outlines(actual);
    assertThat(is.keySet()).isEqualTo(was.keySet());
    was.forEach(
        (unit, outline) ->
            assertThat(outline.equalsExact(is.get(unit)))
                .as("%s%n  %s%nbut was%n  %s", unit, outline, is.get(unit))
                .isTrue());
  }

  /** Upper units cover the same ground. */
  static void assertSameUpperOutlines(Plan actual, Plan expected) {
    for (int depth = 0; depth < expected.theme().gridLevel().depth(); depth++) {
      for (Unit unit : expected.units(depth)) {
        AreaAssert.assertThatArea(actual.unit(depth, unit.code()).orElseThrow().drawnArea())
            .covers(unit.drawnArea());
      }
    }
  }
}

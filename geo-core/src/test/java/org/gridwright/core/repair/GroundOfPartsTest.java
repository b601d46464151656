package org.gridwright.core.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.area.DrawnUnit;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.ground.DrawnParts;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.ground.RandomHeaps;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Units drawn as random heaps of parts on one board of fields: what is located, measured, checked
 * and repaired is, field by field, the union of each unit's parts.
 */
class GroundOfPartsTest {

  private static final int FIELDS = 8;
  private static final int FIELD = 1000;
  private static final Theme THEME = Theme.of("t", "T", CodeScheme.FREE, "grid");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<List<LatticePolygon>> heaps = new ArrayList<>();
  private Plan plan = Plan.of(THEME, List.of());

  @BeforeEach
  void drawNothing() {
    heaps.clear();
  }

  private void draw(int seed) {
    heaps.clear();
    RandomHeaps random = new RandomHeaps(seed);
    List<Unit> units = new ArrayList<>();
    for (String code : List.of("A", "B", "C")) {
      List<LatticePolygon> parts = random.onBoard(FIELDS, FIELD);
      List<LatticeMultiPolygon> features = random.features(parts);
      DrawnUnit drawn =
          DrawnUnit.of(
              "grid", code, features, which -> Message.core("lattice.area-empty"), Progress.NONE);
      units.add(new Unit(0, code, null, code, Map.of(), drawn.ground()));
      heaps.add(parts);
    }
    plan = Plan.of(THEME, units);
  }

  @Test
  void aPointIsLocatedInTheUnionOfAUnitsParts() {
    for (int seed = 0; seed < SeededRuns.of(60); seed++) {
      draw(seed);
      for (Locator locator : List.of(PackedLocator.of(plan), JtsLocator.of(plan))) {
        for (int field = 0; field < FIELDS * FIELDS; field++) {
          List<Integer> over = over(field);
          assertThat(locator.owner(x(field), y(field)))
              .as("seed %d, field %d of %s", seed, field, heaps)
              .isEqualTo(over.isEmpty() ? Locator.NOBODY : over.get(0) + 1);
        }
      }
    }
  }

  @Test
  void aUnitMeasuresWhatTheUnionOfItsPartsMeasures() {
    double fieldMetres = Geodesy.squareMetres(fields(List.of(0)));
    for (int seed = 0; seed < SeededRuns.of(100); seed++) {
      draw(seed);
      for (int unit = 0; unit < heaps.size(); unit++) {
        int number = unit;
        long count =
            IntStream.range(0, FIELDS * FIELDS)
                .filter(field -> over(field).contains(number))
                .count();
        assertThat(GroundSize.squareMetres(plan.grids().get(unit).drawnArea()))
            .as("seed %d, unit %d of %s", seed, unit, heaps)
            .isCloseTo(count * fieldMetres, within(1e-3 * fieldMetres));
      }
    }
  }

  @Test
  void theCheckFindsWhereUnionsOverlapAndWhereNoneIsEnclosed() {
    for (int seed = 0; seed < SeededRuns.of(60); seed++) {
      draw(seed);
      List<Finding> findings = CoverageCheck.standard().check(plan);
      boolean[] enclosed = enclosed();
      for (int field = 0; field < FIELDS * FIELDS; field++) {
        assertThat(found(findings, field, Finding.Kind.OVERLAP, Finding.Kind.DUPLICATE_UNIT))
            .as("seed %d, overlap in field %d of %s", seed, field, heaps)
            .isEqualTo(over(field).size() > 1);
        assertThat(found(findings, field, Finding.Kind.GAP))
            .as("seed %d, gap in field %d of %s", seed, field, heaps)
            .isEqualTo(enclosed[field]);
      }
    }
  }

  @Test
  void aRepairLeavesToAUnitWhatItAloneCoversAndGivesOutNothingElseTwice() {
    RepairOptions options = RepairOptions.STANDARD.withGapWidth(0.5);
    for (int seed = 0; seed < SeededRuns.of(100); seed++) {
      draw(seed);
      Plan repaired = Repair.propose(plan, options).apply().plan();
      for (int field = 0; field < FIELDS * FIELDS; field++) {
        int at = field;
        List<Integer> drawn = over(field);
        List<Integer> now =
            IntStream.range(0, heaps.size())
                .filter(unit -> encloses(repaired.grids().get(unit).drawnArea(), at))
                .boxed()
                .toList();
        if (drawn.size() < 2) {
          assertThat(now).as("seed %d, field %d of %s", seed, field, heaps).isEqualTo(drawn);
        } else {
          assertThat(drawn).as("seed %d, field %d of %s", seed, field, heaps).containsAll(now);
        }
      }
    }
  }

  /** Units over the middle of a field, ascending. */
  private List<Integer> over(int field) {
    return IntStream.range(0, heaps.size())
        .filter(unit -> DrawnParts.depth(heaps.get(unit), 2L * x(field), 2L * y(field)) > 0)
        .boxed()
        .toList();
  }

  /** Fields that nobody covers and that are not joined to the outside by others side by side. */
  private boolean[] enclosed() {
    IntPredicate free = field -> over(field).isEmpty();
    boolean[] enclosed = new boolean[FIELDS * FIELDS];
    ArrayDeque<Integer> outside = new ArrayDeque<>();
    for (int field = 0; field < enclosed.length; field++) {
      enclosed[field] = free.test(field);
      if (isAtTheEdge(field)) {
        outside.add(field);
      }
    }
    while (!outside.isEmpty()) {
      int field = outside.remove();
      if (enclosed[field]) {
        enclosed[field] = false;
        int column = field % FIELDS;
        int[] beside = {
          column > 0 ? field - 1 : field,
          column < FIELDS - 1 ? field + 1 : field,
          Math.max(field - FIELDS, column),
          Math.min(field + FIELDS, FIELDS * (FIELDS - 1) + column)
        };
        Arrays.stream(beside).forEach(outside::add);
      }
    }
    return enclosed;
  }

  private static boolean isAtTheEdge(int field) {
    int column = field % FIELDS;
    int row = field / FIELDS;
    return column == 0 || row == 0 || column == FIELDS - 1 || row == FIELDS - 1;
  }

  private static boolean found(List<Finding> findings, int field, Finding.Kind... kinds) {
    Geometry middle =
        FACTORY.createPoint(new Coordinate(Lattice.degrees(x(field)), Lattice.degrees(y(field))));
    return findings.stream()
        .filter(finding -> List.of(kinds).contains(finding.kind()))
        .anyMatch(finding -> finding.place().intersects(middle));
  }

  private static boolean encloses(LatticeMultiPolygon area, int field) {
    boolean[] inside = {false};
    area.forEachRing(ring -> inside[0] ^= DrawnParts.encloses(ring, 2L * x(field), 2L * y(field)));
    return inside[0];
  }

  private static LatticeMultiPolygon fields(List<Integer> fields) {
    List<LatticePolygon> parts = new ArrayList<>();
    for (int field : fields) {
      int west = field % FIELDS * FIELD;
      int south = field / FIELDS * FIELD;
      parts.add(
          LatticePolygon.of(
              LatticeRing.of(
                  west,
                  south,
                  west + FIELD,
                  south,
                  west + FIELD,
                  south + FIELD,
                  west,
                  south + FIELD,
                  west,
                  south)));
    }
    return new LatticeMultiPolygon(parts);
  }

  private static int x(int field) {
    return field % FIELDS * FIELD + FIELD / 2;
  }

  private static int y(int field) {
    return field / FIELDS * FIELD + FIELD / 2;
  }
}

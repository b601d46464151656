package org.gridwright.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.service.Points;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Households that change hands, in pictures whose cells are about 100 m wide. */
class ApportionmentTest {

  private static final int CELL = 10_000;
  private static final Theme GRIDS = Theme.of("picture", "Picture", CodeScheme.FREE, "grid");
  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");

  /** Households by grid code; the others do not say. */
  private static Plan saying(Plan plan, Map<String, String> households) {
    List<Unit> units = new ArrayList<>();
    for (int depth = 0; depth < plan.theme().levels().size(); depth++) {
      for (Unit unit : plan.units(depth)) {
        String said = households.get(unit.code());
        Map<String, String> attributes = said == null ? Map.of() : Map.of(Unit.HOUSEHOLDS, said);
        units.add(
            new Unit(
                unit.depth(),
                unit.code(),
                unit.parentCode(),
                unit.name(),
                attributes,
                unit.area()));
      }
    }
    return Plan.of(plan.theme(), units);
  }

  private static Plan row(String picture) {
    return Pictures.plan(GRIDS, 0, 0, CELL, picture);
  }

  private static Plan districts(String districts, String grids) {
    return UpperLevels.draw(Pictures.plan(TWO, 0, 0, CELL, districts, grids));
  }

  /** Addresses in the middle of these columns of the southernmost row. */
  private static LocatedPoints inColumns(Plan from, Plan to, int... columns) {
    return located(
        from,
        to,
        Arrays.stream(columns)
            .mapToObj(column -> new LatticePoint(column * CELL + CELL / 2, CELL / 2))
            .toList());
  }

  private static LocatedPoints located(Plan from, Plan to, List<LatticePoint> addresses) {
    return LocatedPoints.of(PackedLocator.of(from), PackedLocator.of(to), Points.of(addresses));
  }

  private static Apportionment apportioned(Comparison comparison, LocatedPoints addresses) {
    return Apportionment.of(comparison, addresses, Unit.HOUSEHOLDS).orElseThrow();
  }

  @Test
  void householdsAreWhereTheAddressesOfTheirGridAre() {
    Plan before = saying(row("AAAABB"), Map.of("A", "40", "B", "7"));
    Plan after = row("AABBBB");
    Comparison comparison = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT);

    Apportionment moved = apportioned(comparison, inColumns(before, after, 0, 1, 1, 2, 5));

    assertThat(moved.ofEarlier()).isTrue();
    assertThat(moved.handover().flows())
        .containsExactly(
            new Handover.Flow(0, 0, 30, false),
            new Handover.Flow(0, 1, 10, true),
            new Handover.Flow(1, 1, 7, false));
    assertThat(moved.handover().total()).isEqualTo(47);
    assertThat(moved.handover().moved()).isEqualTo(10);
  }

  @Test
  void gridsWithoutAddressesAreDividedByGround() {
    Plan before = saying(row("AAAABB"), Map.of("A", "40", "B", "7"));
    Plan after = row("AACC..");
    Comparison comparison = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT);

    Handover moved = apportioned(comparison, LocatedPoints.NONE).handover();

    assertThat(moved.flows())
        .extracting(Handover.Flow::from, Handover.Flow::to, it -> Math.round(it.amount()))
        .containsExactly(tuple(0, 0, 20L), tuple(0, 1, 20L), tuple(1, -1, 7L));
    assertThat(moved.moved()).isCloseTo(27, within(1e-6));
  }

  @Test
  void atAnUpperLevelEachGridIsDividedByItself() {
    Plan before = saying(districts("PPPPQQ", "AABBCC"), Map.of("A", "8", "B", "2"));
    Plan after = districts("PPPQQQ", "AADBCC");
    Comparison comparison = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT);

    Handover moved = apportioned(comparison, inColumns(before, after, 0)).handover();

    assertThat(moved.flows())
        .extracting(Handover.Flow::from, Handover.Flow::to, it -> Math.round(it.amount()))
        .containsExactly(tuple(0, 0, 9L), tuple(0, 1, 1L));
  }

  @Test
  void unitsOfTheLevelComparedSayItWhereGridsDoNot() {
    Plan before = saying(districts("PPPPQQ", "AABBCC"), Map.of("P", "12"));
    Plan after = districts("PPPQQQ", "AADBCC");
    Comparison comparison = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT);

    assertThat(apportioned(comparison, inColumns(before, after, 0, 1, 3)).handover().moved())
        .isEqualTo(4);
  }

  @Test
  void theLaterPlanSaysItWhereTheEarlierDoesNot() {
    Plan before = row("AAAABB");
    Plan after = saying(row("AABBBB"), Map.of("B", "12"));
    Comparison comparison = Comparison.of(before, 0, after, 0, CompareOptions.DEFAULT);

    Apportionment moved = apportioned(comparison, inColumns(before, after, 2, 4, 5));

    assertThat(moved.ofEarlier()).isFalse();
    assertThat(moved.handover().flows())
        .containsExactly(new Handover.Flow(0, 1, 4, true), new Handover.Flow(1, 1, 8, false));
    assertThat(
            Apportionment.of(
                Comparison.of(before, 0, before, 0, CompareOptions.DEFAULT),
                LocatedPoints.NONE,
                Unit.HOUSEHOLDS))
        .isEmpty();
  }

  /** Point by point and polygon by polygon, in floating point. */
  @Test
  void citiesThatFitNowhereAgreeWithJts() {
    Random random = new Random(5);
    Map<String, String> households = new HashMap<>();
    for (Unit grid : RandomPartitions.city(40, 1).grids()) {
      if (random.nextInt(8) > 0) {
        households.put(grid.code(), String.valueOf(random.nextInt(500)));
      }
    }
    Plan before = saying(RandomPartitions.city(40, 1), households);
    Plan after = RandomPartitions.city(30, 2);
    List<LatticePoint> addresses = new ArrayList<>();
    for (int k = 0; k < 120; k++) {
      addresses.add(
          new LatticePoint(
              1_214_000_000 + random.nextInt(150_000), 312_000_000 + random.nextInt(150_000)));
    }
    Comparison comparison =
        Comparison.of(before, 1, after, 1, CompareOptions.DEFAULT.withCodes(false).withWidth(0));

    Map<String, Double> ours = new HashMap<>();
    apportioned(comparison, located(before, after, addresses))
        .handover()
        .flows()
        .forEach(flow -> ours.put(flow.from() + " " + flow.to(), flow.amount()));
    Map<String, Double> expected = divided(before, after, addresses, households);

    assertThat(expected.values()).hasSizeGreaterThan(40);
    expected.forEach(
        (pair, amount) ->
            assertThat(ours.getOrDefault(pair, 0.0)).as(pair).isCloseTo(amount, within(.05)));
    assertThat(ours.keySet())
        .allMatch(pair -> expected.containsKey(pair) || ours.getOrDefault(pair, 0.0) < .05);
  }

  private static Map<String, Double> divided(
      Plan before, Plan after, List<LatticePoint> addresses, Map<String, String> households) {
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < before.grids().size(); i++) {
      Unit grid = before.grids().get(i);
      double whole = Double.parseDouble(households.getOrDefault(grid.code(), "0"));
      Geometry area = LatticeJts.toSteps(grid.drawnArea());
      List<Coordinate> own =
          addresses.stream()
              .map(it -> new Coordinate(it.x(), it.y()))
              .filter(it -> isInside(it, area))
              .toList();
      double rest = whole;
      for (int j = 0; j < after.grids().size(); j++) {
        Geometry other = LatticeJts.toSteps(after.grids().get(j).drawnArea());
        double share =
            own.isEmpty()
                ? OverlayNGRobust.overlay(area, other, OverlayNG.INTERSECTION).getArea()
                    / area.getArea()
                : (double) own.stream().filter(it -> isInside(it, other)).count() / own.size();
        if (whole * share > 0) {
          sums.put(i + " " + j, whole * share);
          rest -= whole * share;
        }
      }
      if (rest > 1e-6) {
        sums.put(i + " " + Overlap.NOBODY, rest);
      }
    }
    return sums;
  }

  private static boolean isInside(Coordinate point, Geometry area) {
    return SimplePointInAreaLocator.locate(point, area) == Location.INTERIOR;
  }
}

package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patched locator says of every hard point what one that was built anew says. */
class PatchedLocatorTest {

  private static final double ALL = 1;

  @Test
  void hardPartitionsAfterHardChangesAgreeWithTheOracleAtEveryPoint() {
    Random random = new Random(21);
    int patched = 0;
    for (int round = 0; round < 60; round++) {
      Plan before = RandomPartitions.hard(random);
      Plan after = changed(before, 1, random);
      var locator = PatchedLocator.of(before, PackedLocator.of(before), after, ALL);
      if (locator.isEmpty() || after.grids().isEmpty()) {
        continue;
      }
      patched += locator.get() instanceof PatchedLocator ? 1 : 0;
      OracleLocator oracle = new OracleLocator(after);
      PackedLocator built = PackedLocator.of(after);
      HardPoints points = HardPoints.of(after, 1, 20, round);
      for (int i = 0; i < points.size(); i++) {
        int x = points.x()[i];
        int y = points.y()[i];
        assertThat(locator.get().owner(x, y))
            .as("%d %d in %s", x, y, after.grids())
            .isEqualTo(oracle.owner(x, y));
        assertSame("hard", locator.get(), built, x, y);
      }
    }
    assertThat(patched).isGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource({"122, 1, 3", "1037, 10, 20"})
  void citiesAfterChangesAgreeWithALocatorBuiltAnew(int grids, int changes, int share) {
    assertAgreement("city of " + grids, RandomPartitions.city(grids, 5), changes, share, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "chicago/beats.geojson.gz, beat, 3, 100",
    "defects/new_haven.geojson.gz, name, 1, 20",
    "nyc/precincts_77.geojson.gz, precinct, 1, 200",
    "france_communes/communes_metropole_2018.geojson.gz, insee, 60, 4000"
  })
  void realMapsAfterChangesAgreeWithALocatorBuiltAnew(
      String file, String code, int changes, int share) {
    assertAgreement(file, RealFeatures.plan(RealData.file(file), code), changes, share, 1);
  }

  @Test
  void whereOnlyNamesChangedTheLocatorStays() {
    Plan plan = RandomPartitions.city(50, 8);
    PackedLocator locator = PackedLocator.of(plan);
    Unit grid = plan.grids().get(7);
    Unit renamed =
        new Unit(
            grid.depth(), grid.code(), grid.parentCode(), "another", Map.of(), grid.drawnArea());
    Plan after = plan.with(PlanChange.ofUnits(List.of(new UnitChange(grid, renamed)), List.of()));
    assertThat(PatchedLocator.of(plan, locator, after)).containsSame(locator);
  }

  @Test
  void whereMostGridsChangedThereIsNoPatch() {
    Plan plan = RandomPartitions.city(50, 8);
    Plan other = RandomPartitions.city(50, 9);
    assertThat(PatchedLocator.of(plan, PackedLocator.of(plan), other)).isEmpty();
  }

  /** Changes a plan again and again; each patch is made from the one before. */
  private static void assertAgreement(String name, Plan plan, int changes, int share, int rounds) {
    Random random = new Random(name.hashCode());
    Locator locator = PackedLocator.of(plan);
    Plan before = plan;
    for (int round = 0; round < rounds; round++) {
      Plan after = changed(before, changes, random);
      locator = PatchedLocator.of(before, locator, after, ALL).orElseThrow();
      assertThat(locator).isInstanceOf(PatchedLocator.class);
      PackedLocator built = PackedLocator.of(after);
      HardPoints points = HardPoints.of(after, share, 2_000, round);
      int[] owners = new int[points.size()];
      int[] expected = new int[points.size()];
      locator.owners(points.x(), points.y(), 0, points.size(), owners);
      built.owners(points.x(), points.y(), 0, points.size(), expected);
      assertThat(owners).as(name).isEqualTo(expected);
      for (int i = 0; i < points.size(); i += 29) {
        assertSame(name, locator, built, points.x()[i], points.y()[i]);
      }
      for (Unit grid : fresh(before, after)) {
        LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
        for (int i = 0; i + 1 < ring.size(); i += 11) {
          assertSame(name, locator, built, ring.x(i), ring.y(i));
          assertSame(name, locator, built, ring.x(i) - 300, ring.y(i) + 1);
        }
      }
      before = after;
    }
  }

  private static void assertSame(String name, Locator patched, Locator built, int x, int y) {
    assertThat(patched.place(x, y)).as("%s at %d %d", name, x, y).isEqualTo(built.place(x, y));
    assertThat(patched.owner(x, y)).isEqualTo(built.owner(x, y));
    OptionalDouble metres = patched.boundaryMetres(x, y);
    assertThat(metres).as("%s at %d %d", name, x, y).isEqualTo(built.boundaryMetres(x, y));
  }

  private static List<Unit> fresh(Plan before, Plan after) {
    return PlanChange.between(before, after).units().stream()
        .filter(change -> change.depth() == after.theme().gridLevel().depth())
        .flatMap(change -> Stream.ofNullable(change.after()))
        .toList();
  }

  /** Grids taken out, added, moved off their places, recoded; vertices moved with all who share. */
  private static Plan changed(Plan plan, int changes, Random random) {
    Map<String, Unit> units = new LinkedHashMap<>();
    plan.grids().forEach(grid -> units.put(grid.code(), grid));
    for (int i = 0; i < changes; i++) {
      Unit grid = plan.grids().get(random.nextInt(plan.grids().size()));
      switch (random.nextInt(5)) {
        case 0 -> units.remove(grid.code());
        case 1 -> units.put(grid.code(), grid.withArea(moved(grid, step(random), step(random))));
        case 2 -> {
          units.remove(grid.code());
          units.put(grid.code() + "a", coded(grid, grid.code() + "a", grid.drawnArea()));
        }
        case 3 -> {
          String code = "0" + grid.code();
          units.put(code, coded(grid, code, moved(grid, step(random), step(random))));
        }
        default -> moveVertex(plan, grid, random, units);
      }
    }
    List<Unit> all = new ArrayList<>(units.values());
    for (int depth = 0; depth < plan.theme().gridLevel().depth(); depth++) {
      all.addAll(plan.units(depth));
    }
    return Plan.of(plan.theme(), all);
  }

  private static int step(Random random) {
    return random.nextInt(5) - 2;
  }

  private static Unit coded(Unit grid, String code, LatticeMultiPolygon area) {
    return new Unit(grid.depth(), code, grid.parentCode(), code, Map.of(), area);
  }

  private static void moveVertex(Plan plan, Unit grid, Random random, Map<String, Unit> units) {
    LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
    int at = random.nextInt(ring.size() - 1);
    int dx = step(random);
    int dy = step(random);
    for (Unit each : plan.grids()) {
      if (each.drawnArea().envelope().contains(ring.x(at), ring.y(at))) {
        LatticeMultiPolygon area =
            mapped(each, (x, y) -> x == ring.x(at) && y == ring.y(at), dx, dy);
        if (units.containsKey(each.code()) && !area.equals(each.drawnArea())) {
          units.put(each.code(), each.withArea(area));
        }
      }
    }
  }

  private static LatticeMultiPolygon moved(Unit grid, int dx, int dy) {
    return mapped(grid, (x, y) -> true, dx, dy);
  }

  /** Says whether a vertex moves. */
  private interface Chosen {
    boolean at(int x, int y);
  }

  private static LatticeMultiPolygon mapped(Unit grid, Chosen chosen, int dx, int dy) {
    List<LatticePolygon> polygons = new ArrayList<>();
    for (LatticePolygon polygon : grid.drawnArea().polygons()) {
      polygons.add(
          new LatticePolygon(
              mapped(polygon.shell(), chosen, dx, dy),
              polygon.holes().stream().map(hole -> mapped(hole, chosen, dx, dy)).toList()));
    }
    return new LatticeMultiPolygon(polygons);
  }

  private static LatticeRing mapped(LatticeRing ring, Chosen chosen, int dx, int dy) {
    int[] xy = ring.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      if (chosen.at(ring.x(i / 2), ring.y(i / 2))) {
        xy[i] += dx;
        xy[i + 1] += dy;
      }
    }
    return LatticeRing.of(xy);
  }
}

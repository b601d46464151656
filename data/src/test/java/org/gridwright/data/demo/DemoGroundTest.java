package org.gridwright.data.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.demo.ground.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** The demo city's plan: seamless, in levels, with codes. */
class DemoGroundTest {

  @ParameterizedTest(name = "{0} grids, seed {1}")
  @CsvSource({"15,1", "16,2", "77,3", "122,1", "122,8", "300,4", "1037,1"})
  void gridsAreAnExactPartitionOfTheJurisdiction(int grids, long seed) {
    DemoCity city = DemoCity.generate(DemoOptions.of(grids, seed));
    assertThat(city.plan().grids()).hasSize(grids);
    Geometry[] areas = areas(city.plan().grids());
    for (Geometry area : areas) {
      assertThat(area.isValid()).as("valid: %s", area).isTrue();
      assertThat(((Polygon) area).getNumInteriorRing()).isZero();
    }
    assertThat(CoverageValidator.validate(areas)).containsOnlyNulls();
    Geometry outline = LatticeJts.toSteps(city.jurisdiction());
    assertThat(outline.isValid()).isTrue();
    Geometry union = CoverageUnion.union(areas);
    assertThat(union.getNumGeometries()).isEqualTo(1);
    assertThat(union.equalsExact(outline.getGeometryN(0)) || union.equalsTopo(outline)).isTrue();
  }

  @ParameterizedTest(name = "{0} grids")
  @CsvSource({"15,2", "122,17", "1037,143"})
  void everyLevelIsTheUnionOfTheOneBelow(int grids, int communities) {
    Plan plan = DemoCity.generate(DemoOptions.of(grids, 1)).plan();
    assertThat(plan.units(3)).hasSize(communities);
    assertThat(plan.units(0)).hasSize(1);
    for (int depth = 0; depth < 4; depth++) {
      Map<String, List<Unit>> children = new HashMap<>();
      for (Unit child : plan.units(depth + 1)) {
        children
            .computeIfAbsent(child.parent().orElseThrow(), code -> new ArrayList<>())
            .add(child);
      }
      for (Unit unit : plan.units(depth)) {
        List<Unit> own = children.getOrDefault(unit.code(), List.of());
        assertThat(own).as(unit.code()).hasSizeBetween(1, 999);
        Geometry union = CoverageUnion.union(areas(own));
        Geometry drawn = LatticeJts.toSteps(unit.drawnArea()).getGeometryN(0);
        assertThat(union.getNumGeometries()).as("%s is connected", unit.code()).isEqualTo(1);
        assertThat(union.norm().equalsExact(drawn.norm())).as(unit.code()).isTrue();
      }
    }
  }

  @Test
  void codesFollowTheScheme() {
    Plan plan = DemoCity.generate(DemoOptions.of(1037, 1)).plan();
    for (int depth = 0; depth < 5; depth++) {
      for (Unit unit : plan.units(depth)) {
        assertThat(plan.theme().codes().fault(plan.theme(), depth, unit.code(), unit.parent()))
            .isEmpty();
        assertThat(unit.attributes()).containsKeys("name:zh", "name:en");
        assertThat(unit.name()).isEqualTo(unit.attributes().get("name:zh"));
      }
    }
    assertThat(plan.units(1).stream().map(Unit::name)).doesNotHaveDuplicates();
    assertThat(plan.units(2).stream().map(Unit::name)).doesNotHaveDuplicates();
  }

  @Test
  void gridsAreNumberedWestToEastAndNorthToSouth() {
    Plan plan = DemoCity.generate(DemoOptions.of(1037, 1)).plan();
    Map<String, List<Unit>> byCommunity =
        plan.grids().stream().collect(Collectors.groupingBy(u -> u.parent().orElseThrow()));
    int first = 0;
    for (List<Unit> grids : byCommunity.values()) {
      double north = grids.stream().mapToDouble(DemoGroundTest::latitude).max().orElseThrow();
      double south = grids.stream().mapToDouble(DemoGroundTest::latitude).min().orElseThrow();
      first += latitude(grids.get(0)) >= (north + south) / 2 ? 1 : 0;
    }
    assertThat(first).as("communities whose grid 001 lies in the northern half").isGreaterThan(138);
  }

  @Test
  void theSameSeedMakesTheSameCity() {
    long once = fingerprint(DemoCity.generate(DemoOptions.of(122, 7)));
    long again = fingerprint(DemoCity.generate(DemoOptions.of(122, 7)));
    long other = fingerprint(DemoCity.generate(DemoOptions.of(122, 8)));
    assertThat(again).isEqualTo(once);
    assertThat(other).isNotEqualTo(once);
  }

  @Test
  void gridsLookLikeBlocksAndNotLikeTiles() {
    Plan plan = DemoCity.generate(DemoOptions.of(1037, 1)).plan();
    double points = 0;
    int convex = 0;
    for (Geometry area : areas(plan.grids())) {
      points += area.getNumPoints() - 1;
      convex += area.getArea() / area.convexHull().getArea() > 0.999 ? 1 : 0;
    }
    assertThat(points / 1037).isBetween(40.0, 80.0);
    assertThat(convex).isLessThan(200);
  }

  @Test
  void tooFewGridsAreRefused() {
    assertThatThrownBy(() -> DemoOptions.of(14, 1))
        .isInstanceOf(DemoException.class)
        .hasMessage("a demo city has 15 to 200000 grids; got 14");
  }

  private static double latitude(Unit unit) {
    return LatticeJts.toSteps(unit.drawnArea()).getCentroid().getY();
  }

  private static Geometry[] areas(List<Unit> units) {
    return units.stream()
        .map(unit -> LatticeJts.toSteps(unit.drawnArea()).getGeometryN(0))
        .toArray(Geometry[]::new);
  }

  /** A hash of everything that the city holds. */
  private static long fingerprint(DemoCity city) {
    long[] hash = {0};
    for (int depth = 0; depth < 5; depth++) {
      for (Unit unit : city.plan().units(depth)) {
        mix(hash, unit.code() + unit.name() + unit.attributes());
        unit.drawnArea().forEachRing(ring -> mix(hash, ring.toString()));
      }
    }
    city.addresses().forEach(address -> mix(hash, address.toString()));
    city.incidents().forEach(incident -> mix(hash, incident.toString()));
    city.roster().forEach(entry -> mix(hash, entry.toString()));
    city.facilities().forEach(facility -> mix(hash, facility.toString()));
    mix(hash, city.planted().toString());
    return hash[0];
  }

  private static void mix(long[] hash, String text) {
    hash[0] = Seeded.hash(hash[0], text.hashCode());
  }
}

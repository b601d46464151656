package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** No disagreement with the exact oracle or the reference, on the points that are hardest. */
class PackedLocatorExactnessTest {

  private static final Theme THEME = Theme.of("t", "T", CodeScheme.FREE, "grid");

  @Test
  void smallHardPartitionsAgreeWithTheOracleAtEveryPoint() {
    Random random = new Random(3);
    for (int round = 0; round < 60; round++) {
      Plan plan = RandomPartitions.hard(random);
      OracleLocator oracle = new OracleLocator(plan);
      PackedLocator packed = PackedLocator.of(plan);
      HardPoints points = HardPoints.of(plan, 1, 20, round);
      for (int i = 0; i < points.size(); i++) {
        int x = points.x()[i];
        int y = points.y()[i];
        Placement place = packed.place(x, y);
        List<Integer> holders = oracle.holders(x, y);
        assertThat(place.owner())
            .as("%d %d in %s", x, y, plan.grids())
            .isEqualTo(oracle.owner(x, y));
        assertThat(place.contested()).isEqualTo(holders.size() > 1 ? holders : List.of());
        assertThat(place.onBoundary()).isEqualTo(!oracle.touching(x, y).isEmpty());
      }
    }
  }

  @Test
  void hardPartitionsBlownUpAgreeWithTheReference() {
    Random random = new Random(4);
    for (int round = 0; round < 120; round++) {
      int factor = 1 << random.nextInt(20);
      Plan plan =
          blownUp(
              RandomPartitions.hard(random), factor + random.nextInt(3), random.nextInt(10_000));
      assertAgreement("hard × " + factor, plan, 1, 200);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "122, 1", "1037, 3"})
  void citiesAgreeWithTheReference(int grids, int share) {
    assertAgreement("city of " + grids, RandomPartitions.city(grids, 5), share, 20_000);
  }

  @ParameterizedTest
  @CsvSource({
    "chicago/beats.geojson.gz, beat, 4",
    "dc/smd_2013.geojson.gz, smd, 5",
    "defects/los_angeles_county.geojson.gz, name, 1",
    "defects/new_haven.geojson.gz, name, 1",
    "nyc/precincts_77.geojson.gz, precinct, 5",
    "vancouver/neighbourhoods_22.geojson.gz, name, 1",
    "france_communes/communes_metropole_2018.geojson.gz, insee, 60"
  })
  void realMapsAgreeWithTheReference(String file, String code, int share) {
    Plan plan = RealFeatures.plan(RealData.file(file), code);
    assertAgreement(file, plan, share, 20_000);
  }

  @Test
  void ownersFollowWhenThePlanIsMovedOrItsUnitsShuffled() {
    Plan plan = RandomPartitions.city(50, 8);
    PackedLocator before = PackedLocator.of(plan);
    PackedLocator moved = PackedLocator.of(moved(plan, 12_345, -6_789));
    List<Unit> shuffled = new ArrayList<>(plan.grids());
    plan.units(0).forEach(shuffled::add);
    Collections.shuffle(shuffled, new Random(1));
    PackedLocator reordered = PackedLocator.of(Plan.of(plan.theme(), shuffled));
    HardPoints points = HardPoints.of(plan, 2, 1_000, 9);
    for (int i = 0; i < points.size(); i++) {
      int x = points.x()[i];
      int y = points.y()[i];
      int owner = before.owner(x, y);
      assertThat(moved.owner(x + 12_345, y - 6_789)).isEqualTo(owner);
      assertThat(reordered.owner(x, y)).isEqualTo(owner);
    }
  }

  /** Merging is splitting read backwards: the owners of both parts become the whole's. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ownersFollowWhenTwoUnitsAreMerged(boolean dissolved) {
    Plan plan = RandomPartitions.city(36, 6);
    Unit kept = plan.grids().get(14);
    Unit gone = plan.grids().get(15);
    Geometry both =
        LatticeJts.toSteps(kept.drawnArea()).union(LatticeJts.toSteps(gone.drawnArea()));
    List<LatticePolygon> parts = new ArrayList<>(kept.drawnArea().polygons());
    parts.addAll(gone.drawnArea().polygons());
    Unit whole =
        kept.withArea(dissolved ? LatticeJts.fromSteps(both) : new LatticeMultiPolygon(parts));
    List<Unit> units = new ArrayList<>(plan.units(0));
    plan.grids().stream().filter(it -> !it.equals(kept) && !it.equals(gone)).forEach(units::add);
    units.add(whole);
    Plan merged = Plan.of(plan.theme(), units);
    PackedLocator before = PackedLocator.of(plan);
    PackedLocator after = PackedLocator.of(merged);
    HardPoints points = HardPoints.of(plan, 1, 2_000, 12);
    for (int i = 0; i < points.size(); i++) {
      int was = before.owner(points.x()[i], points.y()[i]);
      int is = after.owner(points.x()[i], points.y()[i]);
      String expected = was == 0 ? "" : was == 16 ? kept.code() : plan.grids().get(was - 1).code();
      assertThat(is == 0 ? "" : merged.grids().get(is - 1).code()).isEqualTo(expected);
    }
  }

  @Test
  void aLocatorSurvivesSerialization() throws IOException, ClassNotFoundException {
    Plan plan = RandomPartitions.city(30, 2);
    PackedLocator locator = PackedLocator.of(plan);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(locator);
    }
    PackedLocator copy;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      copy = (PackedLocator) in.readObject();
    }
    HardPoints points = HardPoints.of(plan, 9, 100, 3);
    for (int i = 0; i < points.size(); i += 10) {
      assertThat(copy.place(points.x()[i], points.y()[i]))
          .isEqualTo(locator.place(points.x()[i], points.y()[i]));
    }
  }

  private static void assertAgreement(String name, Plan plan, int share, int randoms) {
    Locator reference = JtsLocator.of(plan);
    PackedLocator packed = PackedLocator.of(plan);
    HardPoints points = HardPoints.of(plan, share, randoms, 11);
    int[] owners = new int[points.size()];
    packed.owners(points.x(), points.y(), 0, points.size(), owners);
    int touchingTwo = 0;
    for (int i = 0; i < points.size(); i++) {
      int x = points.x()[i];
      int y = points.y()[i];
      if (owners[i] != reference.owner(x, y)) {
        assertThat(owners[i]).as("%s at %d %d", name, x, y).isEqualTo(reference.owner(x, y));
      }
      if (i % 97 == 0) {
        Placement place = packed.place(x, y);
        assertThat(place).as("%s at %d %d", name, x, y).isEqualTo(reference.place(x, y));
        boolean second = place.runnerUp().filter(it -> it.distanceMetres() == 0).isPresent();
        touchingTwo += place.onBoundary() && second ? 1 : 0;
      }
    }
    if (!name.startsWith("hard")) {
      System.out.printf(
          "%s: %d points agree; of %d asked for detail, %d touch two or more grids%n",
          name, points.size(), points.size() / 97 + 1, touchingTwo);
    }
  }

  private static Plan blownUp(Plan plan, int factor, int offset) {
    return mapped(plan, v -> v * factor + offset, v -> v * factor - offset);
  }

  private static Plan moved(Plan plan, int dx, int dy) {
    List<Unit> units = new ArrayList<>(plan.units(0));
    mapped(plan, v -> v + dx, v -> v + dy).grids().stream()
        .map(
            grid ->
                new Unit(
                    1,
                    grid.code(),
                    plan.unit(1, grid.code()).orElseThrow().parentCode(),
                    grid.name(),
                    Map.of(),
                    grid.area()))
        .forEach(units::add);
    return Plan.of(plan.theme(), units);
  }

  /** The plan's grids as a one-level plan, every ordinate mapped. */
  private static Plan mapped(Plan plan, IntUnaryOperator mapX, IntUnaryOperator mapY) {
    List<Unit> units = new ArrayList<>();
    for (Unit grid : plan.grids()) {
      List<LatticePolygon> polygons = new ArrayList<>();
      for (LatticePolygon polygon : grid.drawnArea().polygons()) {
        polygons.add(
            new LatticePolygon(
                mapped(polygon.shell(), mapX, mapY),
                polygon.holes().stream().map(hole -> mapped(hole, mapX, mapY)).toList()));
      }
      units.add(
          new Unit(0, grid.code(), null, grid.name(), Map.of(), new LatticeMultiPolygon(polygons)));
    }
    return Plan.of(THEME, units);
  }

  private static LatticeRing mapped(
      LatticeRing ring, IntUnaryOperator mapX, IntUnaryOperator mapY) {
    int[] xy = ring.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] = mapX.applyAsInt(xy[i]);
      xy[i + 1] = mapY.applyAsInt(xy[i + 1]);
    }
    return LatticeRing.of(xy);
  }
}

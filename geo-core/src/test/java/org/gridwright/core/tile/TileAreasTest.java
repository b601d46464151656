package org.gridwright.core.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.edit.EditRefusedException;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Areas of a tile against what JTS says of their rings. */
class TileAreasTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int FINENESS = 1;

  @Test
  void areasOfATileNeitherOverlapNorLeaveGapsAtAnyZoom() {
    Plan city = RandomPartitions.city(400, 7);
    for (int zoom = 0; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      for (int round = 0; round < SeededRuns.of(2); round++) {
        assertPartition(city, someTile(city, zoom, new Random(31L * zoom + round)));
      }
    }
  }

  /** Zooms at which a tile has thousands of areas take JTS long, and are left out. */
  @ParameterizedTest
  @CsvSource({
    "chicago/beats.geojson.gz, beat, 0",
    "nyc/precincts_77.geojson.gz, precinct, 0",
    "france_communes/communes_metropole_2018.geojson.gz, insee, 8"
  })
  void areasOfRealMapsNeitherOverlapNorLeaveGaps(String file, String code, int coarsest) {
    Plan plan = RealFeatures.plan(RealData.file(file), code);
    for (int zoom = coarsest; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      for (int round = 0; round < SeededRuns.of(2); round++) {
        assertPartition(plan, someTile(plan, zoom, new Random(17L * zoom + round)));
      }
    }
  }

  /**
   * Half of the grids are merged with one beside them, as a draft has it before it is drawn anew.
   */
  @Test
  void areasOfADraftWithFreshEditsNeitherOverlapNorLeaveGaps() {
    Plan city = RandomPartitions.city(400, 23);
    EditablePlan draft = EditablePlan.of(city);
    Plan edited = city;
    int merged = 0;
    for (int i = 0; i + 1 < city.grids().size() && merged < 60; i += 2) {
      List<String> both = List.of(city.grids().get(i).code(), city.grids().get(i + 1).code());
      try {
        edited = edited.with(Editing.change(draft, new MergeEdit(both, null, false)));
      } catch (EditRefusedException apart) {
        continue;
      }
      draft = EditablePlan.of(edited);
      merged++;
    }
    assertThat(merged).isGreaterThan(40);
    for (int zoom = 0; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      assertPartition(edited, someTile(edited, zoom, new Random(13L * zoom)));
    }
  }

  @Test
  void narrowAndTouchingAreasStaySimple() {
    Plan plan = Pictures.plan("AABBC/ADDBC/ADABC/AAABC/EFEFE/FEFEF/EEEEF");
    for (int zoom = 12; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      assertPartition(plan, someTile(plan, zoom, new Random(zoom)));
    }
  }

  @Test
  void tilesBesideEachOtherShowTheSameEdges() {
    Plan city = RandomPartitions.city(400, 11);
    for (int zoom = 9; zoom <= TileAddress.LAST_ZOOM; zoom++) {
      TileAddress tile = someTile(city, zoom, new Random(zoom));
      Set<String> here = edgesInStrip(city, tile, true);
      Set<String> east = edgesInStrip(city, new TileAddress(zoom, tile.x() + 1, tile.y()), false);
      assertThat(here).as("seam east of %s", tile).isEqualTo(east);
    }
  }

  @Test
  void anAreaAroundTheWholeTileFillsIt() {
    TileAddress tile = TileAddress.of(18, 15, 15);
    List<LatticeMultiPolygon> world =
        List.of(
            LatticeMultiPolygon.of(
                LatticePolygon.of(
                    LatticeRing.of(
                        -40_000_000,
                        -40_000_000,
                        40_000_000,
                        -40_000_000,
                        40_000_000,
                        40_000_000,
                        -40_000_000,
                        40_000_000,
                        -40_000_000,
                        -40_000_000))));
    List<TileArea> shown = TileAreas.of(tile, FINENESS, world).areas();
    assertThat(shown).hasSize(1);
    assertThat(geometry(shown.get(0)).getArea()).isEqualTo(4224.0 * 4224.0);
    assertThat(TileAreas.of(new TileAddress(18, 5, 5), FINENESS, world).areas()).isEmpty();
  }

  private static void assertPartition(Plan plan, TileAddress tile) {
    int[] near = plan.meeting(plan.theme().gridLevel().depth(), tile.surroundings());
    List<TileArea> shown = TileAreas.of(tile, FINENESS, areas(plan, near)).areas();
    List<Geometry> areas = new ArrayList<>();
    double sum = 0;
    for (TileArea area : shown) {
      Geometry geometry = geometry(area);
      assertThat(geometry.isValid()).as("%s of %s: %s", area.index(), tile, geometry).isTrue();
      assertThat(geometry.getArea()).as("%s of %s", area.index(), tile).isPositive();
      areas.add(geometry);
      sum += geometry.getArea();
    }
    if (areas.isEmpty()) {
      return;
    }
    Geometry all = UnaryUnionOp.union(areas);
    assertThat(sum).as("ground of %s", tile).isEqualTo(all.getArea());
    assertThat(lengthOfUnmatched(shown)).as("edges of %s", tile).isEqualTo(lengthInside(all));
  }

  /** Length of edges off the rim of which no other area has the same the other way round. */
  private static double lengthOfUnmatched(List<TileArea> shown) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Double> lengths = new HashMap<>();
    for (TileArea area : shown) {
      for (int[] ring : rings(area)) {
        for (int i = 0; i < ring.length; i += 2) {
          int j = (i + 2) % ring.length;
          boolean forth = ring[i] < ring[j] || (ring[i] == ring[j] && ring[i + 1] < ring[j + 1]);
          String key = forth ? key(ring, i, j) : key(ring, j, i);
          seen.merge(key, forth ? 1 : -1, Integer::sum);
          if (!onRim(ring[i], ring[i + 1], ring[j], ring[j + 1])) {
            lengths.put(key, Math.hypot(ring[i] - ring[j], ring[i + 1] - ring[j + 1]));
          }
        }
      }
    }
    double unmatched = 0;
    for (String key : lengths.keySet().stream().sorted().toList()) {
      int sides = seen.getOrDefault(key, 0);
      assertThat(Math.abs(sides)).isLessThanOrEqualTo(1);
      unmatched += sides == 0 ? 0 : lengths.getOrDefault(key, 0.0);
    }
    return Math.rint(unmatched * 1000) / 1000;
  }

  private static double lengthInside(Geometry all) {
    double length = 0;
    Geometry boundary = all.getBoundary();
    for (int part = 0; part < boundary.getNumGeometries(); part++) {
      Coordinate[] points = boundary.getGeometryN(part).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        if (!onRim(
            (int) points[i - 1].x, (int) points[i - 1].y, (int) points[i].x, (int) points[i].y)) {
          length += points[i - 1].distance(points[i]);
        }
      }
    }
    return Math.rint(length * 1000) / 1000;
  }

  private static boolean onRim(int ax, int ay, int bx, int by) {
    return (ax == bx && (ax == -64 || ax == 4160)) || (ay == by && (ay == -64 || ay == 4160));
  }

  private static Set<String> edgesInStrip(Plan plan, TileAddress tile, boolean atEast) {
    int[] near = plan.meeting(plan.theme().gridLevel().depth(), tile.surroundings());
    Set<String> edges = new HashSet<>();
    int shift = atEast ? 4096 : 0;
    for (TileArea area : TileAreas.of(tile, FINENESS, areas(plan, near)).areas()) {
      for (int[] ring : rings(area)) {
        for (int i = 0; i < ring.length; i += 2) {
          int j = (i + 2) % ring.length;
          int ax = ring[i] - shift;
          int bx = ring[j] - shift;
          if (Math.abs(ax) <= 64
              && Math.abs(bx) <= 64
              && !(ax == bx && Math.abs(ax) == 64)
              && !onRim(ring[i], ring[i + 1], ring[j], ring[j + 1])) {
            edges.add(
                near[area.index()] + ":" + ax + "," + ring[i + 1] + ">" + bx + "," + ring[j + 1]);
          }
        }
      }
    }
    return edges;
  }

  private static String key(int[] ring, int a, int b) {
    return ring[a] + "," + ring[a + 1] + "," + ring[b] + "," + ring[b + 1];
  }

  private static TileAddress someTile(Plan plan, int zoom, Random random) {
    Unit unit = plan.grids().get(random.nextInt(plan.grids().size()));
    LatticeRing shell = unit.drawnArea().polygons().get(0).shell();
    int i = random.nextInt(shell.size());
    return TileAddress.of(zoom, shell.x(i), shell.y(i));
  }

  private static List<LatticeMultiPolygon> areas(Plan plan, int[] units) {
    return IntStream.of(units).mapToObj(i -> plan.grids().get(i).drawnArea()).toList();
  }

  private static List<int[]> rings(TileArea area) {
    return area.polygons().stream().flatMap(List::stream).toList();
  }

  private static Geometry geometry(TileArea area) {
    Polygon[] polygons =
        area.polygons().stream()
            .map(
                rings ->
                    FACTORY.createPolygon(
                        ring(rings.get(0)),
                        rings.stream().skip(1).map(TileAreasTest::ring).toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new);
    return FACTORY.createMultiPolygon(polygons);
  }

  private static LinearRing ring(int[] xy) {
    Coordinate[] points = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
    }
    return FACTORY.createLinearRing(points);
  }
}

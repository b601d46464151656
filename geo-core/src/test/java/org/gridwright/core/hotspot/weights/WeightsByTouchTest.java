package org.gridwright.core.hotspot.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.cells.HexGrid;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Neighbours read off the arcs, and by what touches, against JTS and against R. */
class WeightsByTouchTest {

  private static int[] row(SpatialWeights weights, int place) {
    return IntStream.range(weights.start(place), weights.end(place))
        .map(weights::neighbour)
        .toArray();
  }

  private static SpatialWeights touching(Adjacency contiguity, Plan plan) {
    return TouchingAreas.of(
        contiguity, plan.grids().stream().map(Unit::drawnArea).toList(), Progress.NONE);
  }

  @Test
  void cornersAreQueensOnly() throws Exception {
    Partition partition = Partition.of(Pictures.plan("ABC / DEF / GHI"));
    assertThat(row(ArcContiguity.of(Adjacency.ROOK, partition), 4)).containsExactly(1, 3, 5, 7);
    assertThat(row(ArcContiguity.of(Adjacency.QUEEN, partition), 4))
        .containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
    assertThat(row(ArcContiguity.of(Adjacency.QUEEN, partition), 0)).containsExactly(1, 3, 4);
  }

  @Test
  void anEnclaveAndItsSurroundingsAreNeighbours() throws Exception {
    Partition partition = Partition.of(Pictures.plan("AAA / ABA / AAA"));
    for (Adjacency contiguity : Adjacency.values()) {
      assertThat(row(ArcContiguity.of(contiguity, partition), 1)).containsExactly(0);
    }
  }

  @Test
  void nobodysGroundLinksNobody() throws Exception {
    Partition partition = Partition.of(Pictures.plan("A.B"));
    assertThat(ArcContiguity.of(Adjacency.QUEEN, partition).islands()).containsExactly(0, 1);
  }

  /** A river of three cells a column wide between A, B, C in the west and D, E, F in the east. */
  @Test
  void acrossARiverOnlyWhenAsked() throws Exception {
    Partition partition = Partition.of(Pictures.plan("A.D / B.E / C.F"));
    int[] grids = {0, 1, 2, 3, 4, 5};
    double river = Geodesy.metres(0, 0, 10, 0);
    assertThat(row(ArcContiguity.of(Adjacency.QUEEN, partition), 1)).containsExactly(0, 2);
    SpatialWeights across =
        ArcContiguity.across(Adjacency.QUEEN, partition, grids, 6, 1.01 * river, Progress.NONE);
    assertThat(row(across, 1)).as("the bank opposite, corners included").contains(0, 2, 4);
    assertThat(row(across, 0)).as("none along the own bank").doesNotContain(2);
    SpatialWeights narrow =
        ArcContiguity.across(Adjacency.QUEEN, partition, grids, 6, 0.9 * river, Progress.NONE);
    assertThat(narrow).isEqualTo(ArcContiguity.of(Adjacency.QUEEN, partition));
  }

  @Test
  void upperUnitsAreNeighboursWhereTheirGridsAre() throws Exception {
    Theme theme = Theme.of("two", "Two", CodeScheme.FREE, "district", "grid");
    Plan plan = Pictures.plan(theme, "XXY / XXY / ZZZ", "ABC / DEF / GHI");
    SpatialWeights rook =
        ArcContiguity.of(
            Adjacency.ROOK, Partition.of(plan), plan.ancestorsOfGrids(0), plan.units(0).size());
    assertThat(row(rook, 0)).containsExactly(1, 2);
    assertThat(rook.linkCount()).isEqualTo(6);
  }

  @Test
  void randomPartitionsHaveTheNeighboursThatJtsSees() throws Exception {
    for (int seed = 0; seed < SeededRuns.of(60); seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      Partition partition = Partition.of(plan);
      SpatialWeights rook = ArcContiguity.of(Adjacency.ROOK, partition);
      SpatialWeights queen = ArcContiguity.of(Adjacency.QUEEN, partition);
      List<Geometry> shapes =
          plan.grids().stream()
              .map(unit -> LatticeJts.toSteps(unit.drawnArea()))
              .map(Geometry.class::cast)
              .toList();
      for (int i = 0; i < shapes.size(); i++) {
        for (int j = 0; j < shapes.size(); j++) {
          if (i != j) {
            Geometry common = shapes.get(i).getBoundary().intersection(shapes.get(j).getBoundary());
            String pair = "seed " + seed + ": " + i + ", " + j;
            assertThat(queen.between(i, j) > 0).as(pair).isEqualTo(!common.isEmpty());
            assertThat(rook.between(i, j) > 0).as(pair).isEqualTo(common.getLength() > 0);
          }
        }
      }
      assertThat(touching(Adjacency.ROOK, plan)).isEqualTo(rook);
      assertThat(touching(Adjacency.QUEEN, plan)).isEqualTo(queen);
    }
  }

  @Test
  void hexagonsHaveSixNeighboursAndSquaresEight() {
    HexGrid hexagons = new HexGrid(LocalFrame.at(LatticePoint.ofDegrees(113.6, 34.7)), 300);
    List<LatticeMultiPolygon> cells = new ArrayList<>();
    for (int q = -2; q <= 2; q++) {
      for (int r = -2; r <= 2; r++) {
        cells.add(hexagons.outline(new HexGrid.Hex(q, r)));
      }
    }
    for (Adjacency adjacency : Adjacency.values()) {
      SpatialWeights weights = TouchingAreas.of(adjacency, cells, Progress.NONE);
      assertThat(weights.degree(12)).as("the middle one").isEqualTo(6);
    }
    Plan squares = Pictures.plan("ABC / DEF / GHI");
    assertThat(touching(Adjacency.QUEEN, squares).degree(4)).isEqualTo(8);
    assertThat(touching(Adjacency.ROOK, squares).degree(4)).isEqualTo(4);
  }

  @Test
  void areasThatOverlapAreNeighbours() {
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    Pictures.plan("AA. / AA.").grids().forEach(unit -> areas.add(unit.drawnArea()));
    Theme theme = Theme.of("moved", "Moved", CodeScheme.FREE, "grid");
    Pictures.plan(theme, 15, 5, 10, "BB").grids().forEach(unit -> areas.add(unit.drawnArea()));
    for (Adjacency contiguity : Adjacency.values()) {
      assertThat(TouchingAreas.of(contiguity, areas, Progress.NONE).linkCount()).isEqualTo(2);
    }
  }

  @Test
  void columbusHasTheLinksThatSpdepReads() throws NotSeamlessException {
    Path file = RealData.file("stats_reference/columbus_planar.geojson");
    List<Unit> units = new ArrayList<>();
    for (Map<String, Object> feature : RealFeatures.read(file)) {
      String code = "C%02d".formatted(units.size());
      LatticeMultiPolygon area =
          LatticeJts.fromDegrees((Geometry) Objects.requireNonNull(feature.get("geometry")));
      units.add(new Unit(0, code, null, code, Map.of(), area));
    }
    Plan plan = Plan.of(Theme.of("columbus", "Columbus", CodeScheme.FREE, "grid"), units);
    ReferenceTable queen = ReferenceTable.of("weights_columbus_CRIME_queen_B");
    SpatialWeights expected =
        SpatialWeights.ofPairs(49, queen.positions("i"), queen.positions("j"), queen.numbers("w"));
    assertThat(touching(Adjacency.QUEEN, plan)).isEqualTo(expected);
    assertThat(expected.linkCount()).isEqualTo(236);
    ReferenceTable rook = ReferenceTable.of("weights_columbus_CRIME_rook_W");
    SpatialWeights rooks =
        SpatialWeights.ofPairs(49, rook.positions("i"), rook.positions("j"), ones(rook.size()));
    assertThat(touching(Adjacency.ROOK, plan)).isEqualTo(rooks);
    assertThat(rooks.linkCount()).isEqualTo(200);
    assertThat(ArcContiguity.of(Adjacency.QUEEN, Partition.of(plan))).isEqualTo(expected);
    assertThat(ArcContiguity.of(Adjacency.ROOK, Partition.of(plan))).isEqualTo(rooks);
  }

  private static double[] ones(int n) {
    return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
  }
}

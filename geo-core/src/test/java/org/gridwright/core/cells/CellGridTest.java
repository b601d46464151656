package org.gridwright.core.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.measure.LocalMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class CellGridTest {

  private static final GeometryFactory STEPS = new GeometryFactory();
  private static final LatticePoint ORIGIN = LatticePoint.ofDegrees(113.6, 34.7);
  private static final LocalFrame FRAME = LocalFrame.at(ORIGIN);

  /** About 3.7 by 2.2 km, to the south-west of the origin and around it. */
  private static final LatticeEnvelope BOX =
      new LatticeEnvelope(
          ORIGIN.x() - 300_000, ORIGIN.y() - 150_000, ORIGIN.x() + 100_000, ORIGIN.y() + 50_000);

  static List<CellGrid> grids() {
    return List.of(new SquareGrid(FRAME, 170), new HexGrid(FRAME, 170), new HexGrid(FRAME, 7_000));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void edgesEncloseEqualCellsThatCoverTheRectangle(CellGrid grid) {
    Collection<Geometry> cells = cells(grid.edgesOver(BOX));
    assertThat(cells)
        .allSatisfy(
            cell ->
                assertThat(LocalMetric.around(cell).squareMetres(cell))
                    .isCloseTo(grid.squareMetres(), within(grid.squareMetres() / 1000)));
    Envelope box = new Envelope(BOX.minX(), BOX.maxX(), BOX.minY(), BOX.maxY());
    assertThat(UnaryUnionOp.union(cells).covers(STEPS.toGeometry(box))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("grids")
  void noEdgeComesTwice(CellGrid grid) {
    List<LatticeLine> edges = grid.edgesOver(BOX);
    Set<Set<LatticePoint>> ends =
        edges.stream()
            .map(
                edge ->
                    Set.of(
                        new LatticePoint(edge.x(0), edge.y(0)),
                        new LatticePoint(edge.x(1), edge.y(1))))
            .collect(Collectors.toSet());
    assertThat(ends).hasSameSizeAs(edges);
  }

  @Test
  void outlinesAreWhatTheEdgesEnclose() {
    HexGrid grid = new HexGrid(FRAME, 170);
    List<Geometry> enclosed =
        cells(grid.edgesOver(BOX)).stream()
            .peek(Geometry::normalize)
            .filter(cell -> cell.getCoordinates().length == 7)
            .toList();
    assertThat(enclosed).hasSizeGreaterThan(300);
    for (Geometry cell : enclosed) {
      Coordinate middle = cell.getCentroid().getCoordinate();
      LatticePoint point = new LatticePoint((int) Math.round(middle.x), (int) Math.round(middle.y));
      Geometry outline = LatticeJts.toSteps(grid.outline(grid.at(point))).getGeometryN(0);
      assertThat((Object) outline.norm()).isEqualTo(cell);
    }
  }

  @Test
  void theHexagonOfAPointHoldsIt() {
    HexGrid grid = new HexGrid(FRAME, 170);
    Random random = new Random(36);
    for (int i = 0; i < 1000; i++) {
      LatticePoint point =
          new LatticePoint(
              ORIGIN.x() + random.nextInt(-500_000, 500_000),
              ORIGIN.y() + random.nextInt(-500_000, 500_000));
      Geometry outline = LatticeJts.toSteps(grid.outline(grid.at(point)));
      double away = outline.distance(STEPS.createPoint(new Coordinate(point.x(), point.y())));
      assertThat(away).as("steps outside").isLessThan(1);
    }
  }

  @SuppressWarnings("unchecked") // JTS gives polygons as a raw collection
  private static Collection<Geometry> cells(List<LatticeLine> edges) {
    Polygonizer polygonizer = new Polygonizer();
    for (LatticeLine edge : edges) {
      polygonizer.add(
          STEPS.createLineString(
              new Coordinate[] {
                new Coordinate(edge.x(0), edge.y(0)), new Coordinate(edge.x(1), edge.y(1))
              }));
    }
    return polygonizer.getPolygons();
  }
}

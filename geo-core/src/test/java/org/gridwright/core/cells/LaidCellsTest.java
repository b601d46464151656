package org.gridwright.core.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class LaidCellsTest {

  private static final LatticePoint ORIGIN = LatticePoint.ofDegrees(113.6, 34.7);
  private static final LatticeEnvelope BOX =
      new LatticeEnvelope(
          ORIGIN.x() - 300_000, ORIGIN.y() - 150_000, ORIGIN.x() + 100_000, ORIGIN.y() + 50_000);

  static List<CellGrid> grids() {
    LocalFrame frame = LocalFrame.at(ORIGIN);
    return List.of(new SquareGrid(frame, 170), new HexGrid(frame, 170), new HexGrid(frame, 7_000));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void cellsAreSeamlessCoverTheRectangleAndHaveNumbersOfTheirOwn(CellGrid grid) {
    List<CellGrid.LaidCell> cells = grid.cellsOver(BOX);
    Geometry[] outlines =
        cells.stream()
            .map(cell -> LatticeJts.toSteps(cell.outline()).getGeometryN(0))
            .toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(outlines)).isTrue();
    Geometry box =
        new GeometryFactory()
            .toGeometry(new Envelope(BOX.minX(), BOX.maxX(), BOX.minY(), BOX.maxY()));
    assertThat(UnaryUnionOp.union(List.of(outlines)).covers(box)).isTrue();
    Set<List<Integer>> numbers = new HashSet<>();
    cells.forEach(cell -> numbers.add(List.of(cell.column(), cell.row())));
    assertThat(numbers).hasSameSizeAs(cells);
  }

  @ParameterizedTest
  @MethodSource("grids")
  void howManyThereWillBeIsKnownBeforehand(CellGrid grid) {
    assertThat(grid.countOver(BOX))
        .isBetween(grid.cellsOver(BOX).size() / 2L, grid.cellsOver(BOX).size() * 2L);
  }
}

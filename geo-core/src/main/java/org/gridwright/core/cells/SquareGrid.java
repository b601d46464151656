package org.gridwright.core.cells;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;

/**
 * Squares in rows and columns, one of which has its south-west corner in the origin of the frame.
 *
 * @param frame the plane, good for some 30 km
 * @param widthMetres side of a square
 */
public record SquareGrid(LocalFrame frame, double widthMetres) implements CellGrid {

  @Override
  public double squareMetres() {
    return widthMetres * widthMetres;
  }

  @Override
  public List<LatticeLine> edgesOver(LatticeEnvelope box) {
    CellRange range = CellRange.over(box, frame, widthMetres, widthMetres);
    List<LatticeLine> edges = new ArrayList<>();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        CellRange.addEdge(corner(column, row), corner(column + 1, row), edges);
        CellRange.addEdge(corner(column, row), corner(column, row + 1), edges);
      }
    }
    return edges;
  }

  @Override
  public long countOver(LatticeEnvelope box) {
    return CellRange.count(box, frame, widthMetres, widthMetres);
  }

  @Override
  public List<LaidCell> cellsOver(LatticeEnvelope box) {
    CellRange range = CellRange.over(box, frame, widthMetres, widthMetres);
    List<LaidCell> cells = new ArrayList<>();
    for (int row = range.firstRow(); row <= range.lastRow(); row++) {
      for (int column = range.firstColumn(); column <= range.lastColumn(); column++) {
        cells.add(new LaidCell(column, row, outline(column, row)));
      }
    }
    return cells;
  }

  private LatticeMultiPolygon outline(int column, int row) {
    long[] corners = {
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1),
      corner(column, row)
    };
    int[] xy = new int[2 * corners.length];
    for (int i = 0; i < corners.length; i++) {
      xy[2 * i] = Packed.x(corners[i]);
      xy[2 * i + 1] = Packed.y(corners[i]);
    }
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  /** The south-west corner of a square, {@link Packed}. */
  private long corner(int column, int row) {
    return frame.point(column * widthMetres, row * widthMetres);
  }
}

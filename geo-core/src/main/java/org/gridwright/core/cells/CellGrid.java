package org.gridwright.core.cells;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;

/** Equal cells that fill the plane around the origin of a frame. Immutable and thread-safe. */
public sealed interface CellGrid permits HexGrid, SquareGrid {

  /**
   * A cell.
   *
   * @param column counted eastward; of hexagons along their row, which leans to the east
   * @param row counted northward
   */
  record LaidCell(int column, int row, LatticeMultiPolygon outline) {}

  /** Area of each cell in the plane. */
  double squareMetres();

  /**
   * The edges of all cells that meet a rectangle, and of some around them; each edge once, as a
   * line of two points. Time and space are linear in the number of cells.
   */
  List<LatticeLine> edgesOver(LatticeEnvelope box);

  /** About how many cells {@link #cellsOver} gives; at once, however many they are. */
  long countOver(LatticeEnvelope box);

  /** All cells that meet a rectangle, and some around them, row by row from the south. */
  List<LaidCell> cellsOver(LatticeEnvelope box);
}

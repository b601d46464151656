package org.gridwright.core.cells;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;

/** Equal cells that fill the plane around the origin of a frame. Immutable and thread-safe. */
public sealed interface CellGrid permits HexGrid, SquareGrid {

  /** Area of each cell in the plane. */
  double squareMetres();

  /**
   * The edges of all cells that meet a rectangle, and of some around them; each edge once, as a
   * line of two points. Time and space are linear in the number of cells.
   */
  List<LatticeLine> edgesOver(LatticeEnvelope box);
}

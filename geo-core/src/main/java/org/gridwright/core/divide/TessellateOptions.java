package org.gridwright.core.divide;

import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Land without grids, and the cells to lay over it.
 *
 * @param area the land; valid, and nobody's so far
 * @param cells form of the cells
 * @param cellMetres side of a square, or width of a hexagon from flat side to flat side
 * @param smallestShare pieces at the edge smaller than this share of a cell join a neighbour, 0 to
 *     1
 * @param parent code of the unit that the grids will belong to; null in a theme with one level
 * @param base what free codes begin with
 */
public record TessellateOptions(
    LatticeMultiPolygon area,
    CellForm cells,
    double cellMetres,
    double smallestShare,
    @Nullable String parent,
    String base) {

  /** More cells than this are not laid out at once. */
  public static final int MOST_CELLS = 200_000;

  /** Forms of cells. */
  public enum CellForm {
    SQUARE,
    HEXAGON
  }

  /**
   * @throws DivideException when the size is not above zero, or the share not from 0 to 1
   */
  public TessellateOptions {
    if (!(cellMetres > 0 && cellMetres < 1e6 && smallestShare >= 0 && smallestShare <= 1)) {
      throw new DivideException(
          DivideException.Code.MEASURE, Message.core("divide.cells", cellMetres, smallestShare));
    }
  }

  /** Pieces smaller than 0.3 cells join a neighbour. */
  public static TessellateOptions of(
      LatticeMultiPolygon area,
      CellForm cells,
      double metres,
      @Nullable String parent,
      String base) {
    return new TessellateOptions(area, cells, metres, 0.3, parent, base);
  }
}

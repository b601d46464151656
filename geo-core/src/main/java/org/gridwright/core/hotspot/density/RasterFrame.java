package org.gridwright.core.hotspot.density;

import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/**
 * Square cells in columns and rows. Values are at the middles of cells.
 *
 * @param west metres east of the plane's origin of the first column's western edge
 * @param south metres north of it of the first row's southern edge
 * @param cellMetres side of a cell
 * @param columns from west to east
 * @param rows from south to north
 */
public record RasterFrame(double west, double south, double cellMetres, int columns, int rows) {

  /** Most cells of a raster. */
  public static final long MOST_CELLS = 16_000_000;

  /**
   * @throws HotspotException where a number is out of its range, or there are too many cells
   */
  public RasterFrame {
    if (!(cellMetres > 0) || !Double.isFinite(west + south + cellMetres)) {
      throw new HotspotException(Message.core("hotspot.cell", cellMetres));
    }
    if (columns < 1 || rows < 1 || (long) columns * rows > MOST_CELLS) {
      throw new HotspotException(
          Message.core("hotspot.cells-many", cellMetres, columns, rows, MOST_CELLS));
    }
  }

  /** Cells over a rectangle, from its south-western corner on. */
  public static RasterFrame over(
      double west, double south, double east, double north, double cellMetres) {
    if (!(cellMetres > 0)) {
      throw new HotspotException(Message.core("hotspot.cell", cellMetres));
    }
    double columns = Math.max(1, Math.ceil((east - west) / cellMetres - 1e-9));
    double rows = Math.max(1, Math.ceil((north - south) / cellMetres - 1e-9));
    return new RasterFrame(
        west,
        south,
        cellMetres,
        (int) Math.min(Integer.MAX_VALUE, columns),
        (int) Math.min(Integer.MAX_VALUE, rows));
  }

  /** Metres east of the middle of a column. */
  public double x(int column) {
    return west + (column + 0.5) * cellMetres;
  }

  /** Metres north of the middle of a row. */
  public double y(int row) {
    return south + (row + 0.5) * cellMetres;
  }

  int cells() {
    return columns * rows;
  }
}

package org.gridwright.core.hotspot.density;

import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.message.Message;

/** What levels do to the squares between the middles of cells: chords and stretches of the rim. */
final class SquareChords {

  /** Columns and rows to the corners of a square, counter-clockwise from the south-west. */
  private static final int[] EAST = {0, 1, 1, 0};

  private static final int[] NORTH = {0, 0, 1, 1};

  private final DensitySurface surface;
  private final double[] levels;
  private final BandBorders[] borders;
  private final int[] longitudes;
  private final int[] latitudes;

  /**
   * @param borders of the band below all levels, of those between, and of that above all
   */
  SquareChords(DensitySurface surface, DensityPlane plane, double[] levels, BandBorders[] borders) {
    this.surface = surface;
    this.levels = levels;
    this.borders = borders;
    RasterFrame frame = surface.frame();
    longitudes = new int[frame.columns()];
    latitudes = new int[frame.rows()];
    for (int column = 0; column < longitudes.length; column++) {
      longitudes[column] = plane.longitude(frame.x(column));
    }
    for (int row = 0; row < latitudes.length; row++) {
      latitudes[row] = plane.latitude(frame.y(row));
    }
    requireAscending(longitudes, frame);
    requireAscending(latitudes, frame);
  }

  private static void requireAscending(int[] steps, RasterFrame frame) {
    for (int i = 1; i < steps.length; i++) {
      if (steps[i] <= steps[i - 1]) {
        throw new HotspotException(Message.core("hotspot.cell", frame.cellMetres()));
      }
    }
  }

  /** Adds a square, by its south-western corner. */
  void add(int column, int row) {
    if (!isInside(column, row)) {
      return;
    }
    double[] values = new double[4];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int corner = 0; corner < 4; corner++) {
      values[corner] = value(column + EAST[corner], row + NORTH[corner]);
      least = Math.min(least, values[corner]);
      most = Math.max(most, values[corner]);
    }
    for (int level = bandOf(least); level < levels.length && levels[level] <= most; level++) {
      addChords(column, row, values, level);
    }
    for (int side = 0; side < 4; side++) {
      int acrossColumn = column + (side == 1 ? 1 : side == 3 ? -1 : 0);
      int acrossRow = row + (side == 0 ? -1 : side == 2 ? 1 : 0);
      if (!isInside(acrossColumn, acrossRow)) {
        addRim(column, row, values, side);
      }
    }
  }

  private boolean isInside(int column, int row) {
    int columns = surface.frame().columns();
    if (column < 0 || row < 0 || column + 1 >= columns || row + 1 >= surface.frame().rows()) {
      return false;
    }
    int cell = row * columns + column;
    return surface.isDefined(cell)
        && surface.isDefined(cell + 1)
        && surface.isDefined(cell + columns)
        && surface.isDefined(cell + columns + 1);
  }

  private double value(int column, int row) {
    return surface.value(row * surface.frame().columns() + column);
  }

  /** How many levels are not above a value. */
  private int bandOf(double value) {
    int band = 0;
    while (band < levels.length && levels[band] <= value) {
      band++;
    }
    return band;
  }

  private void addChords(int column, int row, double[] values, int level) {
    long[] exits = new long[2];
    long[] entries = new long[2];
    int crossings = 0;
    int start = firstAbove(values, levels[level]);
    for (int i = 0; i < 4; i++) {
      int corner = (start + i) % 4;
      boolean above = values[corner] >= levels[level];
      if (above != values[(corner + 1) % 4] >= levels[level]) {
        long point = crossing(column, row, values, corner, level);
        if (above) {
          exits[crossings++] = point;
        } else {
          entries[crossings - 1] = point;
        }
      }
    }
    double mean = (values[0] + values[1] + values[2] + values[3]) / 4;
    boolean joined = crossings == 2 && mean >= levels[level];
    for (int i = 0; i < crossings; i++) {
      long entry = entries[joined || crossings == 1 ? i : 1 - i];
      borders[level + 1].add(exits[i], entry);
      borders[level].add(entry, exits[i]);
    }
  }

  /** A corner above a level, or on it, after one that is below. */
  private static int firstAbove(double[] values, double level) {
    int corner = 0;
    while (values[corner] < level || values[(corner + 3) % 4] >= level) {
      corner++;
    }
    return corner;
  }

  /** Where a level crosses the side that begins at a corner: the same from both squares. */
  private long crossing(int column, int row, double[] values, int side, int level) {
    int next = (side + 1) % 4;
    boolean ahead = side < 2;
    double from = values[ahead ? side : next];
    double to = values[ahead ? next : side];
    double part = (levels[level] - from) / (to - from);
    int line = side == 1 ? 1 : 0;
    if (side % 2 == 0) {
      int y = latitudes[row + (side == 2 ? 1 : 0)];
      return Packed.of(between(longitudes[column], longitudes[column + 1], part), y);
    }
    return Packed.of(longitudes[column + line], between(latitudes[row], latitudes[row + 1], part));
  }

  private static int between(int from, int to, double part) {
    return (int) Math.round(from + part * ((double) to - from));
  }

  /** The stretches of a side that nothing else borders on. */
  private void addRim(int column, int row, double[] values, int side) {
    int next = (side + 1) % 4;
    long at = corner(column, row, side);
    int band = bandOf(values[side]);
    int last = bandOf(values[next]);
    while (band != last) {
      int level = band < last ? band : band - 1;
      long point = crossing(column, row, values, side, level);
      borders[band].add(at, point);
      at = point;
      band += band < last ? 1 : -1;
    }
    borders[band].add(at, corner(column, row, next));
  }

  private long corner(int column, int row, int corner) {
    return Packed.of(longitudes[column + EAST[corner]], latitudes[row + NORTH[corner]]);
  }
}

package org.gridwright.core.hotspot.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;

/**
 * Bands between levels, as areas that tile the raster exactly. The middles of cells are lattice
 * points in rows and columns; four of them make a square, and a level crosses each of its sides, on
 * which the surface is taken as straight, at one lattice point. Chords between crossings do not
 * cross each other (marching squares; where opposite corners are above a level, the mean of all
 * four decides). A chord is the border of the band above on its left and of the band below on its
 * right, so that no two bands have ground in common and none is lost. Squares with a corner outside
 * the window are left out. Time linear in cells and chords. Pure and thread-safe.
 */
public final class DensityBands {

  private DensityBands() {}

  /**
   * The bands of a surface, from the lowest up; those without ground are left out.
   *
   * @param plane in which the surface's frame is
   * @param levels by square metre, ascending, at least one; a value on a level belongs above it
   * @throws HotspotException where levels do not ascend, or cells are less than a lattice step
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static List<DensityBand> of(
      DensitySurface surface, DensityPlane plane, double[] levels, Progress progress) {
    requireAscending(levels);
    BandBorders[] borders = new BandBorders[levels.length + 1];
    Arrays.setAll(borders, band -> new BandBorders());
    SquareChords chords = new SquareChords(surface, plane, levels, borders);
    int rows = surface.frame().rows() - 1;
    for (int row = 0; row < rows; row++) {
      progress.at(row, rows);
      for (int column = 0; column + 1 < surface.frame().columns(); column++) {
        chords.add(column, row);
      }
    }
    List<DensityBand> bands = new ArrayList<>();
    for (int band = 0; band < borders.length; band++) {
      OptionalDouble from =
          band == 0 ? OptionalDouble.empty() : OptionalDouble.of(levels[band - 1]);
      OptionalDouble to =
          band == levels.length ? OptionalDouble.empty() : OptionalDouble.of(levels[band]);
      borders[band].area().ifPresent(area -> bands.add(new DensityBand(from, to, area)));
    }
    return bands;
  }

  private static void requireAscending(double[] levels) {
    boolean sound = levels.length > 0 && Double.isFinite(levels[0]);
    for (int i = 1; i < levels.length; i++) {
      sound &= levels[i] > levels[i - 1] && Double.isFinite(levels[i]);
    }
    if (!sound) {
      throw new HotspotException(Message.core("hotspot.levels", Arrays.toString(levels)));
    }
  }
}

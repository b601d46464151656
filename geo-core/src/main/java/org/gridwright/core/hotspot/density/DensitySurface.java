package org.gridwright.core.hotspot.density;

import java.util.BitSet;
import java.util.OptionalDouble;

/** A density at the middles of cells. Immutable and thread-safe; 8 bytes a cell. */
public final class DensitySurface {

  private static final double SQUARE_METRES = 1e6;

  private final RasterFrame frame;
  private final double[] values;
  private final BitSet defined;
  private final double errorShare;
  private final int incidents;

  /**
   * Takes the values over, which nobody may change from then on.
   *
   * @param values by square metre, row by row from the south
   * @param errorShare part of the peak by which a value may be wrong; 0 where they are exact
   * @param incidents that it is of
   */
  DensitySurface(
      RasterFrame frame, double[] values, BitSet defined, double errorShare, int incidents) {
    this.frame = frame;
    this.values = values;
    this.defined = defined;
    this.errorShare = errorShare;
    this.incidents = incidents;
  }

  public RasterFrame frame() {
    return frame;
  }

  /** Incidents by square metre in the middle of a cell; empty outside the window. */
  public OptionalDouble at(int column, int row) {
    int cell = row * frame.columns() + column;
    return defined.get(cell) ? OptionalDouble.of(values[cell]) : OptionalDouble.empty();
  }

  /** Incidents by square kilometre in the middle of a cell; empty outside the window. */
  public OptionalDouble perSquareKilometre(int column, int row) {
    OptionalDouble density = at(column, row);
    return density.isPresent() ? OptionalDouble.of(density.getAsDouble() * SQUARE_METRES) : density;
  }

  /** Part of the peak by which a value may be wrong, besides rounding; 0 where it is exact. */
  public double errorShare() {
    return errorShare;
  }

  /** Incidents that it is of: those within the window, where there is one. */
  public int incidents() {
    return incidents;
  }

  /** The greatest value, by square metre; 0 where none is defined. */
  public double peak() {
    return defined.stream().mapToDouble(cell -> values[cell]).max().orElse(0);
  }

  /** The incidents that it adds up to over the raster. */
  public double total() {
    double sum = 0;
    for (int cell = defined.nextSetBit(0); cell >= 0; cell = defined.nextSetBit(cell + 1)) {
      sum += values[cell];
    }
    return sum * frame.cellMetres() * frame.cellMetres();
  }

  boolean isDefined(int cell) {
    return defined.get(cell);
  }

  /** Of a cell that has one. */
  double value(int cell) {
    return values[cell];
  }
}

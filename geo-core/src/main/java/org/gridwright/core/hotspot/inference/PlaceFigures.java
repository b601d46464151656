package org.gridwright.core.hotspot.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * One figure for each place, where it is defined. Defined figures are finite. Immutable and
 * thread-safe; 8 bytes and a bit a place.
 */
public final class PlaceFigures {

  private final double[] values;
  private final BitSet defined;

  private PlaceFigures(double[] values, BitSet defined) {
    this.values = values;
    this.defined = defined;
  }

  /**
   * Figures.
   *
   * @param size number of places
   * @param defined which places have one
   * @param figure asked of these only
   * @throws ArithmeticException when a figure is not finite
   */
  public static PlaceFigures of(int size, IntPredicate defined, IntToDoubleFunction figure) {
    double[] values = new double[size];
    BitSet known = new BitSet(size);
    for (int place = 0; place < size; place++) {
      if (defined.test(place)) {
        values[place] = figure.applyAsDouble(place);
        known.set(place);
        if (!Double.isFinite(values[place])) {
          throw new ArithmeticException("the figure of place " + place + " is not finite");
        }
      }
    }
    return new PlaceFigures(values, known);
  }

  /** Figures of every place. */
  public static PlaceFigures ofAll(double... values) {
    return of(values.length, place -> true, place -> values[place]);
  }

  /** Number of places. */
  public int size() {
    return values.length;
  }

  /** Number of places with a figure. */
  public int definedCount() {
    return defined.cardinality();
  }

  public boolean isDefined(int place) {
    return defined.get(place);
  }

  /** The figure of a place; empty where it is not defined. */
  public OptionalDouble at(int place) {
    return defined.get(place) ? OptionalDouble.of(values[place]) : OptionalDouble.empty();
  }

  /**
   * The figure of a place that has one.
   *
   * @throws IllegalArgumentException for a place without
   */
  public double value(int place) {
    if (!defined.get(place)) {
      throw new IllegalArgumentException("place " + place + " has no such figure");
    }
    return values[place];
  }

  /** The defined figures in the order of their places. */
  public double[] defined() {
    return defined.stream().mapToDouble(place -> values[place]).toArray();
  }

  /** The same places with other figures, computed from these. */
  public PlaceFigures map(DoubleUnaryOperator change) {
    return of(size(), defined::get, place -> change.applyAsDouble(values[place]));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlaceFigures that
        && defined.equals(that.defined)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}

package org.gridwright.core.divide;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.Plan;

/**
 * What to cut, and by which measure.
 *
 * @param depth level of the units that are cut: the finest, or the one above it, whose grids are
 *     then all replaced
 * @param parts by code of a unit, the number of grids to cut it into, 1 to 100,000
 * @param weights what grids are balanced by; where a unit has no weight, by area
 * @param streets lines that borders should follow; the order has no meaning
 * @param tolerance by how much of the mean of its unit a grid may be heavier or lighter, above 0,
 *     such as 0.05
 * @param seed another seed tries other directions of cuts
 */
public record DivideOptions(
    int depth,
    Map<String, Integer> parts,
    WeightedPoints weights,
    List<LatticeLine> streets,
    double tolerance,
    long seed) {

  /**
   * @throws DivideException when a number of grids or the tolerance is out of range
   */
  public DivideOptions {
    TreeMap<String, Integer> sorted = new TreeMap<>(Plan.CODE_ORDER);
    sorted.putAll(parts);
    parts = Collections.unmodifiableMap(sorted);
    streets = List.copyOf(streets);
    parts.forEach(
        (code, count) -> {
          if (count < 1 || count > 100_000) {
            throw new DivideException(
                DivideException.Code.COUNT,
                Message.core("divide.count", UnitCodes.of(code), count));
          }
        });
    requireTolerance(tolerance);
  }

  /** Balanced by area, 5 % tolerance, no streets, seed 1. */
  public static DivideOptions of(int depth, Map<String, Integer> parts) {
    return new DivideOptions(depth, parts, WeightedPoints.NONE, List.of(), 0.05, 1);
  }

  public DivideOptions withWeights(WeightedPoints points) {
    return new DivideOptions(depth, parts, points, streets, tolerance, seed);
  }

  public DivideOptions withStreets(List<LatticeLine> lines) {
    return new DivideOptions(depth, parts, weights, lines, tolerance, seed);
  }

  public DivideOptions withTolerance(double share) {
    return new DivideOptions(depth, parts, weights, streets, share, seed);
  }

  public DivideOptions withSeed(long number) {
    return new DivideOptions(depth, parts, weights, streets, tolerance, number);
  }

  static void requireTolerance(double tolerance) {
    if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
      throw new DivideException(
          DivideException.Code.MEASURE, Message.core("divide.tolerance", tolerance));
    }
  }
}

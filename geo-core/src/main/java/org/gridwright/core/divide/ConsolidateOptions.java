package org.gridwright.core.divide;

import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * Which grids to join to how many.
 *
 * @param grids codes of the grids; only such with the same parent are joined
 * @param count number of grids wanted of all of them
 * @param weights what grids are balanced by; where the grids of a parent have no weight, by area
 * @param tolerance by how much of the mean a grid may be heavier or lighter, above 0; said in the
 *     report where it can not be reached, which with few grids is the rule
 * @param seed another seed tries other ways of joining
 */
public record ConsolidateOptions(
    List<String> grids, int count, WeightedPoints weights, double tolerance, long seed) {

  /**
   * @throws DivideException when the tolerance is out of its range
   */
  public ConsolidateOptions {
    grids = grids.stream().distinct().sorted(Plan.CODE_ORDER).toList();
    DivideOptions.requireTolerance(tolerance);
  }

  /**
   * All grids below a unit, balanced by area, 20 % tolerance, seed 1.
   *
   * @param depth level of the unit
   */
  public static ConsolidateOptions below(Plan plan, int depth, String code, int count) {
    int index = plan.indexOf(depth, code);
    int[] ancestors = plan.ancestorsOfGrids(depth);
    List<String> grids =
        IntStream.range(0, ancestors.length)
            .filter(i -> ancestors[i] == index)
            .mapToObj(i -> plan.grids().get(i))
            .map(Unit::code)
            .toList();
    return new ConsolidateOptions(grids, count, WeightedPoints.NONE, 0.2, 1);
  }

  public ConsolidateOptions withWeights(WeightedPoints points) {
    return new ConsolidateOptions(grids, count, points, tolerance, seed);
  }

  public ConsolidateOptions withTolerance(double share) {
    return new ConsolidateOptions(grids, count, weights, share, seed);
  }

  public ConsolidateOptions withSeed(long number) {
    return new ConsolidateOptions(grids, count, weights, tolerance, number);
  }
}

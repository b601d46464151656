package org.gridwright.api.bench;

import java.util.Locale;

/**
 * A measured figure beside its goal.
 *
 * @param what was measured
 * @param measured in the unit of the goal
 * @param unit of both
 * @param atLeast whether the goal is the least that is wanted, not the most
 */
record CityFigure(String what, double measured, String unit, double goal, boolean atLeast) {

  static CityFigure atLeast(String what, double measured, String unit, double goal) {
    return new CityFigure(what, measured, unit, goal, true);
  }

  static CityFigure atMost(String what, double measured, String unit, double goal) {
    return new CityFigure(what, measured, unit, goal, false);
  }

  /** How well the goal is reached: 1 or more where it is. */
  double ratio() {
    return atLeast ? measured / goal : goal / measured;
  }

  void print() {
    System.out.printf(
        Locale.ROOT,
        "%-68s %10.2f %-9s %s %8.2f %6.2f%n",
        what,
        measured,
        unit,
        atLeast ? "≥" : "≤",
        goal,
        ratio());
  }
}

package org.gridwright.data.assign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.Plan;

/** A placement as text, one value for each appended column. */
public final class PlacementColumns {

  /** Names of the columns. */
  public static final List<String> NAMES =
      List.of("grid", "on_boundary", "contested", "runner_up", "distance_m");

  /** Values for a row without usable coordinates. */
  public static final List<String> EMPTY = List.of("", "", "", "", "");

  private PlacementColumns() {}

  /**
   * The grid's code (empty where nobody owns the point), {@code true} or {@code false}, the codes
   * of contesting grids separated by semicolons, the runner-up's code, and its distance in metres
   * with two decimals.
   */
  public static List<String> of(Plan plan, Placement placement) {
    return List.of(
        placement.owner() == Locator.NOBODY ? "" : code(plan, placement.owner()),
        String.valueOf(placement.onBoundary()),
        placement.contested().stream()
            .map(owner -> code(plan, owner))
            .collect(Collectors.joining(";")),
        placement.runnerUp().map(other -> code(plan, other.owner())).orElse(""),
        placement.runnerUp().map(other -> metres(other.distanceMetres())).orElse(""));
  }

  private static String code(Plan plan, int owner) {
    return plan.grids().get(owner - 1).code();
  }

  private static String metres(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}

package org.gridwright.core.edit;

import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** Finds the units that an edit names. */
final class Units {

  private Units() {}

  /**
   * @throws EditRefusedException {@code unit-unknown}
   */
  static Unit find(Plan plan, int depth, String code) {
    return plan.unit(depth, code)
        .orElseThrow(
            () ->
                EditRefusedException.of(
                    Refusal.UNIT_UNKNOWN, plan.theme().levels().get(depth).name(), code));
  }

  /**
   * @throws EditRefusedException {@code unit-unknown}
   */
  static Unit grid(Plan plan, String code) {
    return find(plan, plan.theme().gridLevel().depth(), code);
  }

  /** The city's word for its grids. */
  static String gridLevel(Plan plan) {
    return plan.theme().gridLevel().name();
  }
}

package org.gridwright.core.hotspot.scan;

import java.util.Locale;

/** Why a scan can find nothing, whatever the incidents are. */
public enum NothingToScan {
  /** There are no incidents. */
  NO_CASES,
  /** There is one place only, and one step. */
  ONE_PLACE,
  /** All are cases. */
  NO_CONTROLS,
  /** Not one place has as little of the population as a window may hold. */
  NO_WINDOW;

  /** The name used in APIs, such as {@code no-cases}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package org.gridwright.core.finding;

import java.util.Locale;

/** Whether a finding keeps a plan from being published. */
public enum Severity {
  /** The plan is published only when this is mended, or accepted with a reason. */
  BLOCKING,
  /** Worth a look; does not keep the plan from being published. */
  WARNING;

  /** The name used in files, APIs and the keys of catalogues, such as {@code blocking}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.gridwright.core.finding;

/** Whether a finding keeps a plan from being published. */
public enum Severity {
  /** The plan is published only when this is mended, or accepted with a reason. */
  BLOCKING,
  /** Worth a look; does not keep the plan from being published. */
  WARNING
}

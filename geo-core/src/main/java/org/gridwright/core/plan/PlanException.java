package org.gridwright.core.plan;

/** A theme, level, unit or plan that breaks a condition of this package; the message names it and the remedy. */
public final class PlanException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  public PlanException(String message) {
    super(message);
  }
}

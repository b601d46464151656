package org.gridwright.core.plan;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/**
 * A theme, level, unit or plan that breaks a condition of this package; the message names it and
 * the remedy.
 */
public final class PlanException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public PlanException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

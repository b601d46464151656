package org.gridwright.core.repair;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** An option of a repair that can not be followed; the message names it and the remedy. */
public final class RepairException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public RepairException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

package org.gridwright.core.finding;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A finding that can not be accepted in this way; the message says why. */
public final class AcceptanceException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public AcceptanceException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

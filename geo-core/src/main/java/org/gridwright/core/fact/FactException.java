package org.gridwright.core.fact;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A declaration of facts that makes no sense; the message says which, and the remedy. */
public final class FactException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public FactException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

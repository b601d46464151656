package org.gridwright.data.exchange;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A text that cannot leave in the encoding that was asked for. */
public final class UnwritableException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  UnwritableException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

package org.gridwright.data.demo;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A demo city that can not be made as asked; the message says what can. */
public final class DemoException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  DemoException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

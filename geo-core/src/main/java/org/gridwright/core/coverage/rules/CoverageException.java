package org.gridwright.core.coverage.rules;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A rule of a coverage check that can not be followed; the message names it and the remedy. */
public final class CoverageException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public CoverageException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

package org.gridwright.core.work;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** Work did not go on to its end, and gave nothing. */
public abstract sealed class StoppedException extends RuntimeException implements Told
    permits CancelledException, DeadlineException {

  private static final long serialVersionUID = 1L;

  private final Message told;

  StoppedException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

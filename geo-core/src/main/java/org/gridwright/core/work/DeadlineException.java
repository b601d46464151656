package org.gridwright.core.work;

import java.time.Duration;
import org.gridwright.core.message.Message;

/** The time that the work was given is over. */
public final class DeadlineException extends StoppedException {

  private static final long serialVersionUID = 1L;

  /**
   * @param limit the time that it was given
   */
  public DeadlineException(Duration limit) {
    super(Message.core("work.deadline", limit.toSeconds()));
  }
}

package org.gridwright.data.work;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;

/** As many jobs wait already as may, or no more are taken because the room is closed. */
public final class JobsFullException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  /**
   * @param waiting how many wait
   */
  public JobsFullException(int waiting) {
    this(DataMessages.of("work.full", waiting));
  }

  private JobsFullException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

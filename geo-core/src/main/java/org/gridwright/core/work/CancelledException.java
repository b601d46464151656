package org.gridwright.core.work;

import org.gridwright.core.message.Message;

/** Nobody wants what the work would have given. */
public final class CancelledException extends StoppedException {

  private static final long serialVersionUID = 1L;

  public CancelledException() {
    super(Message.core("work.cancelled"));
  }
}

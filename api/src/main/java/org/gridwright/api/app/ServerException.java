package org.gridwright.api.app;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** The server cannot run as it is configured; the message says what to change. */
public final class ServerException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public ServerException(Message told) {
    super(told.toString());
    this.told = told;
  }

  public ServerException(Message told, Throwable cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

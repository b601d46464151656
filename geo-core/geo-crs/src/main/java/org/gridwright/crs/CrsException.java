package org.gridwright.crs;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/**
 * A coordinate reference system, datum or coordinate that can not be brought to WGS 84; the message
 * names it and the remedy.
 */
public final class CrsException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public CrsException(Message told) {
    super(told.toString());
    this.told = told;
  }

  CrsException(Message told, Throwable cause) {
    super(told.toString(), cause);
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

package org.gridwright.core.hotspot;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A test that makes no sense, or cannot be made; the message says why, and the remedy. */
public final class HotspotException extends IllegalArgumentException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  public HotspotException(Message told) {
    super(told.toString());
    this.told = told;
  }

  @Override
  public Message told() {
    return told;
  }
}

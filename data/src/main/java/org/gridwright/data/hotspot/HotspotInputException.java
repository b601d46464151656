package org.gridwright.data.hotspot;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;

/** Places that cannot be looked at as was asked; the message says why, and the remedy. */
public final class HotspotInputException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;

  private HotspotInputException(Message told) {
    super(told.toString());
    this.told = told;
  }

  /** With a message of the data catalogue. */
  public static HotspotInputException of(String key, Object... arguments) {
    return new HotspotInputException(DataMessages.of(key, arguments));
  }

  @Override
  public Message told() {
    return told;
  }
}

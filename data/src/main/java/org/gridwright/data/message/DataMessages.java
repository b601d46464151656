package org.gridwright.data.message;

import org.gridwright.core.message.Message;

/** Makes messages of this module's catalogue. */
public final class DataMessages {

  private static final String BUNDLE = "org.gridwright.data.messages";

  private DataMessages() {}

  /**
   * A message of the catalogue {@code org/gridwright/data/messages}.
   *
   * @param arguments texts, or messages that are worded in the same language
   */
  public static Message of(String key, Object... arguments) {
    return Message.of(BUNDLE, key, arguments);
  }
}

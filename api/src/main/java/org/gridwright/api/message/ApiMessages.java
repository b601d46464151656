package org.gridwright.api.message;

import org.gridwright.core.message.Message;

/** Messages of the catalogue {@code org/gridwright/api/messages}. */
public final class ApiMessages {

  private static final String BUNDLE = "org.gridwright.api.messages";

  private ApiMessages() {}

  /** The sentence of a key; {@code arguments} fill {0}, {1}, …. */
  public static Message of(String key, Object... arguments) {
    return Message.of(BUNDLE, key, arguments);
  }
}

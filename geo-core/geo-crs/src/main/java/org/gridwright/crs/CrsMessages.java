package org.gridwright.crs;

import org.gridwright.core.message.Message;

/** Makes messages of this module's catalogue, {@code org/gridwright/crs/messages}. */
final class CrsMessages {

  private static final String BUNDLE = "org.gridwright.crs.messages";

  private CrsMessages() {}

  static Message of(String key, Object... arguments) {
    return Message.of(BUNDLE, key, arguments);
  }
}

package org.gridwright.data.hotspot;

import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/**
 * What a person should know of a result before believing it.
 *
 * @param id the name used in APIs, such as {@code serial-correlation}
 * @param told the same as a sentence
 */
public record MethodNote(String id, Message told) {

  /** With the sentence that the data catalogue has for it. */
  static MethodNote of(String id, Object... arguments) {
    return new MethodNote(id, DataMessages.of("hotspot.note." + id, arguments));
  }
}

package org.gridwright.api.cli.terminal;

import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;

/** Sentences of the command line, in the catalogue of this module. */
public final class CliMessages {

  private CliMessages() {}

  /**
   * A sentence of the command line.
   *
   * @param key key below {@code cli.}
   */
  public static Message of(String key, Object... arguments) {
    return ApiMessages.of("cli." + key, arguments);
  }
}

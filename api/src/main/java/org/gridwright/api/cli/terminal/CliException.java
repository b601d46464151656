package org.gridwright.api.cli.terminal;

import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;

/** A command that stops with a sentence and an exit code. */
public final class CliException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final Message told;
  private final int exitStatus;

  private CliException(Message told, int exitStatus) {
    super(told.toString());
    this.told = told;
    this.exitStatus = exitStatus;
  }

  /** It could not be done. */
  public static CliException failed(String key, Object... arguments) {
    return new CliException(CliMessages.of(key, arguments), ExitStatus.FAILED);
  }

  /** It was asked for in a way that makes no sense. */
  public static CliException usage(String key, Object... arguments) {
    return new CliException(CliMessages.of(key, arguments), ExitStatus.BAD_USAGE);
  }

  @Override
  public Message told() {
    return told;
  }

  public int exitStatus() {
    return exitStatus;
  }
}

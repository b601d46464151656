package org.gridwright.api.cli.terminal;

/** Exit codes of every command; part of the command line's contract. */
public final class ExitStatus {

  public static final int DONE = 0;

  /** The command could not do what was asked; nothing was changed. */
  public static final int FAILED = 1;

  /** The command line itself could not be understood. */
  public static final int BAD_USAGE = 2;

  /** The check ran and found something that blocks publishing. */
  public static final int FINDINGS = 3;

  private ExitStatus() {}
}

package org.gridwright.data.work;

import java.util.Locale;

/** What sort of work a job does. */
public enum JobKind {
  /** Working out a redraw of a draft. */
  REDRAW,
  /** An edit of much of a draft. */
  EDIT,
  /** Comparing two plans, or counting points in two plans anew. */
  COMPARISON,
  /** Working out how findings of a draft are mended. */
  REPAIR,
  /** Checking a plan in full. */
  CHECK,
  /** Looking at a file that was brought in. */
  LOOK,
  /** Importing a file. */
  IMPORT,
  /** Testing which units stand out. */
  HOTSPOTS,
  /** Writing a layer to a file that is taken away. */
  EXPORT,
  /** A command of the command line, with all that it does. */
  COMMAND;

  /** The name used in APIs, such as {@code redraw}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

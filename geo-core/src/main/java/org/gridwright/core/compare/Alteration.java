package org.gridwright.core.compare;

import java.util.Locale;

/** How a unit changed that went on as one unit. */
public enum Alteration {
  REDRAWN,
  RECODED,
  RENAMED,
  REPARENTED,
  /** Something else that is known about it, such as its households. */
  ATTRIBUTES;

  /** Name in JSON and CSV, such as {@code redrawn}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.gridwright.core.hotspot.time;

import java.util.Locale;
import org.gridwright.core.message.Message;

/** Why a trend or a change is not defined. */
public enum NoTrend {
  /** Fewer than three steps. */
  FEW_STEPS,
  /** All values are equal, so that every order of them is the same. */
  ALL_EQUAL,
  /** The correction for serial correlation leaves no variance. */
  NO_VARIANCE_LEFT,
  /** Neither period has an incident. */
  NO_INCIDENTS,
  /** A period in which nobody or nothing was at risk. */
  NO_EXPOSURE;

  /** The name used in APIs, such as {@code few-steps}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason as a sentence. */
  public Message told() {
    return Message.core("hotspot.no-trend." + id());
  }
}

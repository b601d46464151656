package org.gridwright.core.hotspot;

import java.util.Locale;
import org.gridwright.core.message.Message;

/** What a person should know before believing a result. */
public enum TestWarning {
  /** Fewer than 30 places have a chance. */
  FEW_PLACES,
  /**
   * The weighted sums are so skewed that the normal distribution would make half as many false
   * claims again, or more, as it says.
   */
  NORMAL_TAIL,
  /** Counts are tested although something is known to be at risk. */
  COUNTS_NOT_RATES,
  /** More than a quarter of the places have an expectation below 1. */
  THIN_EXPECTATIONS;

  /** Fewer places are few. */
  public static final int FEW = 30;

  /** The name used in APIs, such as {@code normal-tail}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The warning as a sentence. */
  public Message told() {
    return Message.core("hotspot.warning." + id());
  }
}

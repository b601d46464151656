package org.gridwright.core.hotspot.inference;

import java.util.Locale;
import org.gridwright.core.message.Message;

/** Why a figure is not defined. */
public enum NotDefined {
  /** Fewer than three places. */
  FEW_PLACES,
  /** The place has no value. */
  NO_VALUE,
  /** The place has nobody or nothing at risk. */
  NOBODY_AT_RISK,
  /** The place has no neighbour, and is not its own. */
  ISLAND,
  /** However the values are laid out, the figure would be the same. */
  NO_VARIANCE,
  /** Joins are counted from places of value 1 only. */
  NOT_A_CASE,
  /** General G needs values of at least 0 that are not all 0. */
  NEGATIVE_VALUES,
  /** No place has a neighbour. */
  NO_LINKS;

  /** The name used in APIs and files, such as {@code nobody-at-risk}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason as a sentence. */
  public Message told() {
    return Message.core("hotspot.not-defined." + id());
  }
}

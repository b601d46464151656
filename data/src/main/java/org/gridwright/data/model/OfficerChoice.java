package org.gridwright.data.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of an officer whose grid loses ground to others. */
public enum OfficerChoice {
  /** Stays with the unit, under whatever code it has by then. */
  KEEP,
  /** Goes where most of the grid's addresses go. */
  LARGER,
  /** Stays, and answers for the largest part that goes as well. */
  BOTH,
  /** No longer answers for any part. */
  NOBODY;

  /** The stable word. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words of all choices. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(OfficerChoice::id).toList();
  }

  public static Optional<OfficerChoice> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}

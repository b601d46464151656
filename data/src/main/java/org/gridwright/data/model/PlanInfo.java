package org.gridwright.data.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored plan without its units.
 *
 * @param id unique in the store, never reused
 * @param theme the theme's id
 * @param revision counts the theme's published plans from 1 in the order of publishing; 0 while it
 *     is a draft
 * @param status whether it can still change
 * @param effectiveFrom first day in force; null for a draft
 * @param effectiveTo first day no longer in force (exclusive); null for a draft and for the last
 *     plan. Equal to {@code effectiveFrom} where a later plan of the same day replaced it
 * @param author who made it
 * @param reason why, in the author's words
 * @param accepted the reason with which remaining findings were accepted; null where there were
 *     none
 * @param created when it was stored
 */
public record PlanInfo(
    long id,
    String theme,
    long revision,
    Status status,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    Actor author,
    String reason,
    @Nullable String accepted,
    Instant created) {

  /** A draft can change; a published plan never does. */
  public enum Status {
    DRAFT,
    PUBLISHED
  }

  public Optional<String> acceptance() {
    return Optional.ofNullable(accepted);
  }
}

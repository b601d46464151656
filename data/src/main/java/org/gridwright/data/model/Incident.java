package org.gridwright.data.model;

import java.time.LocalDateTime;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened or was reported at a place and time.
 *
 * @param id unique in the store; importing it again replaces the incident
 * @param occurred the city's local time
 * @param category what it is, in the city's words
 * @param channel how it came in, such as {@code phone} or {@code app}; {@code import} where unknown
 * @param status {@code open} or {@code closed}
 * @param reportedZone the unit that the source recorded; null where it recorded none
 * @param given the grid it was given when it came in; null where no plan was in force or no grid
 *     owned the place
 */
public record Incident(
    String id,
    LatticePoint place,
    LocalDateTime occurred,
    String category,
    String channel,
    String status,
    @Nullable ReportedZone reportedZone,
    @Nullable GivenGrid given) {

  /** A unit that a source recorded for an incident. */
  public record ReportedZone(String theme, String level, String code) {}

  /** The grid that an incident was given, by which plan. */
  public record GivenGrid(String theme, long planId, String code) {}

  public Incident withGiven(@Nullable GivenGrid grid) {
    return new Incident(id, place, occurred, category, channel, status, reportedZone, grid);
  }
}

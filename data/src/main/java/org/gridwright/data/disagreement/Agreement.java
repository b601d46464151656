package org.gridwright.data.disagreement;

import java.util.List;

/**
 * How far reported and computed zones agree.
 *
 * @param compared incidents that were compared
 * @param agreeing those whose computed zone is the reported one
 * @param nearlyAgreeing those within the tolerance of the reported zone, agreeing ones included
 * @param toleranceMetres the tolerance, inclusive
 * @param unknownZone incidents whose reported zone the plan does not have
 * @param zones every reported zone with a disagreement, most disagreements first, ties in code
 *     order
 */
public record Agreement(
    long compared,
    long agreeing,
    long nearlyAgreeing,
    double toleranceMetres,
    long unknownZone,
    List<Zone> zones) {

  public Agreement {
    zones = List.copyOf(zones);
  }

  /** Agreeing share of the compared, between 0 and 1; 1 where none was compared. */
  public double share() {
    return compared == 0 ? 1 : (double) agreeing / compared;
  }

  /** Nearly agreeing share of the compared, between 0 and 1; 1 where none was compared. */
  public double nearShare() {
    return compared == 0 ? 1 : (double) nearlyAgreeing / compared;
  }

  /**
   * One reported zone.
   *
   * @param farthestMetres greatest distance of a disagreeing incident to the zone
   */
  public record Zone(String code, long compared, long disagreeing, double farthestMetres) {}
}

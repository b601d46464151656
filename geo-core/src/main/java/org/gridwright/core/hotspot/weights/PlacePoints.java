package org.gridwright.core.hotspot.weights;

/**
 * Where places are: one point each, in the order of their codes, and how far they are from each
 * other in metres. Immutable and thread-safe.
 */
public sealed interface PlacePoints permits GeodesicPoints, PlanarPoints {

  /** Number of places. */
  int size();

  /** Metres between two places. */
  double metres(int i, int j);

  /**
   * Whether two places are at most some metres apart: the end is included, and what differs from it
   * by no more than the rounding of coordinates and of this computing counts as the end.
   */
  boolean isWithin(int i, int j, double metres);

  /** How far computed distances of about so many metres can be off, in metres. */
  double slack(double metres);

  /** First ordinate of a place in the plane of the index. */
  double x(int place);

  /** Second ordinate of a place in the plane of the index. */
  double y(int place);

  /** Within how much of x all places within some metres lie; infinite where that is not known. */
  double reachX(int place, double metres);

  /** Within how much of y all places within some metres lie. */
  double reachY(int place, double metres);
}

package org.gridwright.crs;

import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Where data in GCJ-02 and BD-09 is published: the mainland of China with Hainan, Hong Kong and
 * Macao, drawn by hand to within some tens of kilometres. The rectangle in which the formula of
 * GCJ-02 applies also holds Japan, India and all of Indochina.
 */
final class ChinaOutline {

  private static final double[] OUTLINE = {
    73.4, 39.4, 74.9, 40.5, 76.8, 41.0, 80.2, 42.2, 80.3, 45.0, 82.5, 45.3, 83.0, 47.2, 85.5, 47.3,
    85.7, 48.4, 87.8, 49.2, 90.9, 46.9, 91.0, 45.2, 95.4, 44.3, 96.4, 42.7, 101.6, 42.5, 105.0,
    41.6, 110.4, 42.7, 111.9, 43.7, 111.8, 45.0, 115.7, 45.5, 119.7, 46.6, 118.5, 47.9, 115.5, 47.9,
    116.7, 49.8, 119.3, 50.2, 120.7, 52.0, 120.2, 52.8, 123.6, 53.5, 126.0, 52.6, 127.5, 50.0,
    130.6, 48.9, 131.0, 47.7, 134.8, 48.4, 133.1, 45.1, 131.2, 44.9, 131.2, 43.2, 130.6, 42.4,
    128.1, 42.0, 126.9, 41.7, 124.4, 39.8, 122.8, 36.8, 123.5, 31.0, 122.5, 28.0, 120.0, 24.8,
    118.5, 23.0, 114.5, 21.8, 111.3, 18.0, 108.4, 18.2, 108.0, 21.5, 106.7, 22.0, 105.3, 23.3,
    103.0, 22.6, 101.8, 21.2, 100.1, 21.5, 99.0, 22.1, 97.6, 23.9, 98.7, 25.6, 98.7, 27.6, 97.3,
    28.2, 94.2, 29.2, 91.7, 27.8, 88.8, 27.3, 86.0, 27.9, 81.1, 30.1, 78.7, 31.6, 79.3, 32.6, 78.1,
    35.4, 75.9, 36.6, 74.6, 37.2, 73.4, 39.4
  };

  private ChinaOutline() {}

  /** Whether a place lies in it; degrees, longitude first. */
  static boolean holds(double lon, double lat) {
    RayCrossingCounter counter = new RayCrossingCounter(new Coordinate(lon, lat));
    for (int i = 0; i + 3 < OUTLINE.length; i += 2) {
      counter.countSegment(
          new Coordinate(OUTLINE[i], OUTLINE[i + 1]),
          new Coordinate(OUTLINE[i + 2], OUTLINE[i + 3]));
    }
    return counter.getLocation() != Location.EXTERIOR;
  }
}

package org.gridwright.core.hotspot.weights;

import java.util.function.IntConsumer;

/**
 * Places by square cells of their plane, some two a cell. Built in linear time, looked up in time
 * in proportion to what is found, besides the cells met. Immutable and thread-safe.
 */
final class PlaceIndex {

  private final PlacePoints places;
  private final double minX;
  private final double minY;
  private final double width;
  private final int columns;
  private final int rows;
  private final int[] starts;
  private final int[] members;

  PlaceIndex(PlacePoints places) {
    this.places = places;
    int n = places.size();
    double westmost = Double.POSITIVE_INFINITY;
    double eastmost = Double.NEGATIVE_INFINITY;
    double southmost = Double.POSITIVE_INFINITY;
    double northmost = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      westmost = Math.min(westmost, places.x(i));
      eastmost = Math.max(eastmost, places.x(i));
      southmost = Math.min(southmost, places.y(i));
      northmost = Math.max(northmost, places.y(i));
    }
    minX = westmost;
    minY = southmost;
    double spanX = n == 0 ? 0 : eastmost - westmost;
    double spanY = n == 0 ? 0 : northmost - southmost;
    double square = Math.sqrt(2 * spanX * spanY / Math.max(1, n));
    double line = 2 * Math.max(spanX, spanY) / Math.max(1, n);
    width = Math.max(square, line) > 0 ? Math.max(square, line) : 1;
    columns = (int) (spanX / width) + 1;
    rows = (int) (spanY / width) + 1;
    starts = new int[columns * rows + 1];
    members = new int[n];
    fill(n);
  }

  private void fill(int n) {
    for (int i = 0; i < n; i++) {
      starts[cell(i) + 1]++;
    }
    WeightRows.accumulate(starts);
    int[] fill = starts.clone();
    for (int i = 0; i < n; i++) {
      members[fill[cell(i)]++] = i;
    }
  }

  private int cell(int place) {
    return row(places.y(place)) * columns + column(places.x(place));
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, (x - minX) / width));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, (y - minY) / width));
  }

  /** Visits every other place within some metres, its end included, in no order. */
  void within(int place, double metres, IntConsumer visitor) {
    double reachX = places.reachX(place, metres);
    double reachY = places.reachY(place, metres);
    int west = column(places.x(place) - reachX);
    int east = column(places.x(place) + reachX);
    int north = row(places.y(place) + reachY);
    for (int row = row(places.y(place) - reachY); row <= north; row++) {
      int end = starts[row * columns + east + 1];
      for (int k = starts[row * columns + west]; k < end; k++) {
        if (members[k] != place && places.isWithin(place, members[k], metres)) {
          visitor.accept(members[k]);
        }
      }
    }
  }

  /** A distance within which a place has some two others where places lie evenly; above 0. */
  double likelyMetres() {
    return places instanceof PlanarPoints ? width : width * 0.0112;
  }
}

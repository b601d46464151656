package org.gridwright.core.hotspot.scan;

import java.util.Arrays;

/**
 * The places around a centre, nearest first, as far as a window may reach. Has memory of its own
 * for one centre at a time: one for each thread. A centre with m places in reach costs time linear
 * in m and in the number of places over 32, where places lie evenly; m log m at worst.
 */
final class NearestFirst {

  private static final int BUCKET = 32;

  /** Squares of distances that differ by less than this, as a part, are equal. */
  private static final double EQUAL = 2e-9;

  /** How much more ground is looked at than the windows of the centre before needed. */
  private static final double WIDER = 1.15;

  private final ScanField field;
  private final ScanPlaces places;
  private final long cap;
  private final double farthest;
  private final double[] boxes;
  private final DistanceSort sort;
  private final boolean[] groupEnd;
  private final long[] weightUpTo;
  private double reach;

  NearestFirst(ScanField field, ScanOptions options) {
    this.field = field;
    this.places = field.places();
    double capWeight = options.populationShare() * field.capTotal();
    this.cap = capWeight >= field.capTotal() ? field.capTotal() : (long) Math.floor(capWeight);
    this.farthest = options.radiusMetres() * options.radiusMetres() * (1 + EQUAL);
    this.boxes = boxes(places);
    this.sort = new DistanceSort(field.size());
    this.groupEnd = new boolean[field.size()];
    this.weightUpTo = new long[field.size()];
  }

  /** Least and greatest coordinate along each axis, of each 32 places in a row. */
  private static double[] boxes(ScanPlaces places) {
    int number = (places.size() + BUCKET - 1) / BUCKET;
    double[] boxes = new double[6 * number];
    for (int i = 0; i < number; i++) {
      int last = Math.min(places.size(), (i + 1) * BUCKET);
      for (int axis = 0; axis < 3; axis++) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int place = i * BUCKET; place < last; place++) {
          least = Math.min(least, places.along(axis, place));
          most = Math.max(most, places.along(axis, place));
        }
        boxes[6 * i + 2 * axis] = least;
        boxes[6 * i + 2 * axis + 1] = most;
      }
    }
    return boxes;
  }

  /**
   * Looks around a centre.
   *
   * @return how many places are in the largest window; 0 where not even the centre may be
   */
  int around(int centre) {
    reach = Math.min(farthest, reach > 0 ? reach : Double.POSITIVE_INFINITY);
    while (true) {
      long weight = gather(centre);
      if (weight > cap || sort.size() == field.size() || reach >= farthest) {
        break;
      }
      reach = Math.min(farthest, reach * WIDER);
    }
    sort.sort();
    return group();
  }

  /** Whether a window may end after this many places less one: the next is farther away. */
  boolean endsGroup(int position) {
    return groupEnd[position];
  }

  /** The place at a position, from 0; the centre is at the beginning, among those on its place. */
  int place(int position) {
    return sort.place(position);
  }

  /** The weights, in all steps, of the places up to a position that a window may reach. */
  long weightUpTo(int position) {
    return weightUpTo[position];
  }

  /** Metres from the centre to the place at a position. */
  double metres(int position) {
    return Math.sqrt(sort.squared(position));
  }

  private long gather(int centre) {
    sort.clear();
    long weight = 0;
    for (int box = 0; box < boxes.length; box += 6) {
      if (squaredToBox(centre, box) > reach) {
        continue;
      }
      int first = box / 6 * BUCKET;
      int last = Math.min(field.size(), first + BUCKET);
      for (int place = first; place < last; place++) {
        double squared = places.squared(centre, place);
        if (squared <= reach) {
          sort.add(place, squared);
          weight += field.capWeight(place);
        }
      }
    }
    return weight;
  }

  private double squaredToBox(int centre, int box) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double at = places.along(axis, centre);
      double before = boxes[box + 2 * axis] - at;
      double beyond = at - boxes[box + 2 * axis + 1];
      double off = Math.max(0, Math.max(before, beyond));
      sum += off * off;
    }
    return sum;
  }

  /** Marks where groups at equal distance end, up to the cap. */
  private int group() {
    int within = 0;
    long weight = 0;
    Arrays.fill(groupEnd, 0, sort.size(), false);
    for (int i = 0; i < sort.size(); i++) {
      weight += field.capWeight(sort.place(i));
      weightUpTo[i] = weight;
      boolean last = i + 1 == sort.size();
      if (!last && sort.squared(i + 1) * (1 - EQUAL) <= sort.squared(i)) {
        continue;
      }
      if (weight > cap) {
        reach = last ? reach : Math.min(reach, sort.squared(i + 1) * WIDER);
        break;
      }
      groupEnd[i] = true;
      within = i + 1;
    }
    return within;
  }
}

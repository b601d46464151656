package org.gridwright.data.hotspot;

import java.util.List;

/**
 * How near repeats are looked for.
 *
 * @param metres where bands of distance end, ascending
 * @param days where bands of days end, ascending
 * @param replicas shuffles of the times, from 0
 * @param seed of the shuffles
 */
public record NearRepeatBands(List<Double> metres, List<Double> days, int replicas, long seed) {

  /** As far as they are looked for where nothing is said. */
  public static final NearRepeatBands USUAL =
      new NearRepeatBands(
          List.of(100.0, 200.0, 300.0, 400.0, 500.0), List.of(7.0, 14.0, 21.0, 28.0), 999, 1);

  public NearRepeatBands {
    metres = List.copyOf(metres);
    days = List.copyOf(days);
  }
}

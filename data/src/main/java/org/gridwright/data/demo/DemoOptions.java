package org.gridwright.data.demo;

import org.gridwright.data.message.DataMessages;

/**
 * What demo city to make.
 *
 * @param grids how many grids, {@value #LEAST_GRIDS} to {@value #MOST_GRIDS}
 * @param seed the same numbers and seed make the same city, byte for byte
 * @param addresses about how many addresses
 * @param incidents how many incidents, the planted ones not counted
 */
public record DemoOptions(int grids, long seed, int addresses, int incidents) {

  public static final int LEAST_GRIDS = 15;
  public static final int MOST_GRIDS = 200_000;

  /** Addresses and incidents are in proportion to grids, up to this many. */
  public static final int MOST_RECORDS = 300_000;

  /**
   * Checks the number of grids.
   *
   * @throws DemoException when it is out of range
   */
  public DemoOptions {
    if (grids < LEAST_GRIDS || grids > MOST_GRIDS) {
      throw new DemoException(
          DataMessages.of(
              "demo.grids-range",
              Integer.toString(grids),
              Integer.toString(LEAST_GRIDS),
              Integer.toString(MOST_GRIDS)));
    }
  }

  /** A city with as many addresses and incidents as suit its size. */
  public static DemoOptions of(int grids, long seed) {
    return new DemoOptions(
        grids, seed, Math.min(MOST_RECORDS, 17 * grids), Math.min(MOST_RECORDS, 24 * grids));
  }
}

package org.gridwright.core.locate;

import java.util.OptionalDouble;

/**
 * Finds the owner of points in one plan. Immutable and safe to use from any thread.
 *
 * <p>Owners are numbered from 1: owner {@code k} is {@code plan.grids().get(k - 1)}; {@link
 * #NOBODY} is 0. Coordinates are lattice steps, longitude first. Any pair of ints may be asked;
 * points outside the plan's rectangle have no owner.
 */
public interface Locator {

  /** The owner id of a point that no grid owns. */
  int NOBODY = 0;

  /** The owner of one point. */
  int owner(int x, int y);

  /**
   * Everything there is to say about one point; see {@link Placement}. Slower than {@link #owner}.
   */
  Placement place(int x, int y);

  /**
   * Geodesic metres from a point to the nearest boundary of any grid, its own included; empty for a
   * plan without grids.
   */
  OptionalDouble boundaryMetres(int x, int y);

  /**
   * The owners of many points.
   *
   * @param x longitudes; read at positions [from, to)
   * @param y latitudes; read at positions [from, to)
   * @param owner written at positions [from, to)
   */
  default void owners(int[] x, int[] y, int from, int to, int[] owner) {
    for (int i = from; i < to; i++) {
      owner[i] = owner(x[i], y[i]);
    }
  }

  /**
   * Everything there is to say about many points.
   *
   * @param x longitudes; read at positions [from, to)
   * @param y latitudes; read at positions [from, to)
   * @param out holds the answers from 0 to {@code to - from}, and nothing else, afterwards
   */
  default void place(int[] x, int[] y, int from, int to, PlacementBatch out) {
    out.clear(to - from);
    for (int i = from; i < to; i++) {
      out.add(place(x[i], y[i]));
    }
  }

  /**
   * The same without runners-up, which cost most: what the batch says of these means nothing.
   *
   * @param x longitudes; read at positions [from, to)
   * @param y latitudes; read at positions [from, to)
   * @param out holds the answers from 0 to {@code to - from}, and nothing else, afterwards
   */
  default void contacts(int[] x, int[] y, int from, int to, PlacementBatch out) {
    place(x, y, from, to, out);
  }
}

package org.gridwright.data.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;

/**
 * The points of one block and where they lie, in columns. The one place that asks the locator, so
 * that it can be asked for many points at a time. For one thread at a time.
 */
final class Placements {

  int[] x = new int[0];
  int[] y = new int[0];

  /** Owner ids. */
  int[] owner = new int[0];

  boolean[] onBoundary = new boolean[0];

  /** Owner ids of the grids that hold the point, where there are several. */
  final List<List<Integer>> contested = new ArrayList<>();

  /** Owner ids of the nearest other grids, 0 where there is none. */
  int[] runnerUp = new int[0];

  double[] metres = new double[0];

  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Adds a point; any for a row without one, so that rows and points stay in step. */
  void add(int pointX, int pointY) {
    if (size == x.length) {
      int capacity = Math.max(1024, 2 * size);
      x = Arrays.copyOf(x, capacity);
      y = Arrays.copyOf(y, capacity);
    }
    x[size] = pointX;
    y[size++] = pointY;
  }

  /** Finds the owners. */
  void findOwners(Locator locator) {
    owner = owner.length < size ? new int[x.length] : owner;
    locator.owners(x, y, 0, size, owner);
  }

  /**
   * Finds everything there is to say.
   *
   * @param located which of the points are asked for
   */
  void findDetail(Locator locator, boolean[] located) {
    if (onBoundary.length < size) {
      owner = new int[x.length];
      onBoundary = new boolean[x.length];
      runnerUp = new int[x.length];
      metres = new double[x.length];
    }
    contested.clear();
    for (int i = 0; i < size; i++) {
      contested.add(located[i] ? detail(locator, i) : List.of());
    }
  }

  private List<Integer> detail(Locator locator, int i) {
    Placement placement = locator.place(x[i], y[i]);
    owner[i] = placement.owner();
    onBoundary[i] = placement.onBoundary();
    runnerUp[i] = placement.runnerUp().map(Placement.RunnerUp::owner).orElse(Locator.NOBODY);
    metres[i] = placement.runnerUp().map(Placement.RunnerUp::distanceMetres).orElse(0.0);
    return placement.contested();
  }
}

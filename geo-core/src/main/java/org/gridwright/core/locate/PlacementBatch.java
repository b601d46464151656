package org.gridwright.core.locate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Placements of many points, kept in arrays and reused from batch to batch. Point {@code i} of a
 * batch is the i-th that was asked for, from 0. Not thread-safe: one for each thread.
 */
public final class PlacementBatch {

  private static final int[] NONE = {};

  private int size;
  private int[] owner = NONE;
  private boolean[] onBoundary = {};
  private int[] runnerUp = NONE;
  private double[] runnerUpMetres = {};
  private int[] contestedEnd = NONE;
  private int[] contested = NONE;

  /** Number of points of the last batch. */
  public int size() {
    return size;
  }

  /** Owner id of a point; {@link Locator#NOBODY} where nobody owns it. */
  public int owner(int i) {
    return owner[i];
  }

  /** Whether a point lies on the boundary of at least one grid. */
  public boolean onBoundary(int i) {
    return onBoundary[i];
  }

  /** Number of grids that hold a point where these are two or more; 0 otherwise. */
  public int contestedCount(int i) {
    return contestedEnd[i] - contestedStart(i);
  }

  /** Owner id of the k-th grid, ascending from 0, of those that contest a point. */
  public int contested(int i, int k) {
    return contested[contestedStart(i) + k];
  }

  /** Owner id of the runner-up; {@link Locator#NOBODY} where there is no other grid. */
  public int runnerUp(int i) {
    return runnerUp[i];
  }

  /** Geodesic metres to the runner-up; 0 where it touches the point or there is none. */
  public double runnerUpMetres(int i) {
    return runnerUpMetres[i];
  }

  /** Everything about one point as an object. */
  public Placement get(int i) {
    return new Placement(
        owner[i],
        onBoundary[i],
        contestedCount(i) == 0
            ? List.of()
            : Arrays.stream(contested, contestedStart(i), contestedEnd[i]).boxed().toList(),
        runnerUp[i] == Locator.NOBODY
            ? Optional.empty()
            : Optional.of(new Placement.RunnerUp(runnerUp[i], runnerUpMetres[i])));
  }

  /** Starts a batch that will hold {@code capacity} points at most. */
  void clear(int capacity) {
    size = 0;
    if (owner.length < capacity) {
      owner = new int[capacity];
      onBoundary = new boolean[capacity];
      runnerUp = new int[capacity];
      runnerUpMetres = new double[capacity];
      contestedEnd = new int[capacity];
    }
  }

  /** Appends a point. */
  void add(Placement placement) {
    int start = contestedTotal();
    for (int holder : placement.contested()) {
      start = append(start, holder);
    }
    add(
        placement.owner(),
        placement.onBoundary(),
        start,
        placement.runnerUp().map(Placement.RunnerUp::owner).orElse(Locator.NOBODY),
        placement.runnerUp().map(Placement.RunnerUp::distanceMetres).orElse(0.0));
  }

  /**
   * Appends a point.
   *
   * @param end where the ids of contesting grids end that {@link #append} has written for it
   */
  void add(int ownerId, boolean touches, int end, int other, double otherMetres) {
    owner[size] = ownerId;
    onBoundary[size] = touches;
    contestedEnd[size] = end;
    runnerUp[size] = other;
    runnerUpMetres[size] = otherMetres;
    size++;
  }

  /** Where the ids of contesting grids of all points so far end. */
  int contestedTotal() {
    return size == 0 ? 0 : contestedEnd[size - 1];
  }

  /** Writes the id of a contesting grid at a position and returns the next position. */
  int append(int position, int holder) {
    if (position == contested.length) {
      contested = Arrays.copyOf(contested, Math.max(16, 2 * position));
    }
    contested[position] = holder;
    return position + 1;
  }

  /** The array that {@link #append} writes to. */
  int[] contestedIds() {
    return contested;
  }

  private int contestedStart(int i) {
    return i == 0 ? 0 : contestedEnd[i - 1];
  }
}

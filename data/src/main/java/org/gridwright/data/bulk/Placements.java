package org.gridwright.data.bulk;

import java.util.Arrays;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PlacementBatch;

/**
 * The points of one block and where they lie. The one place that asks the locator, for all points
 * of the block at a time; arrays are kept from block to block. For one thread at a time.
 */
final class Placements {

  private int[] x = new int[0];
  private int[] y = new int[0];
  private int size;

  private Depth depth = Depth.OWNERS;
  private int[] owner = new int[0];
  private final PlacementBatch contacts = new PlacementBatch();

  /** Where {@link #runnersUp} has the answer of a point. */
  private int[] remarkable = new int[0];

  private final PlacementBatch runnersUp = new PlacementBatch();

  void clear() {
    size = 0;
  }

  /** Adds a point and returns its number, from 0. */
  int add(int pointX, int pointY) {
    if (size == x.length) {
      int capacity = Math.max(1024, 2 * size);
      x = Arrays.copyOf(x, capacity);
      y = Arrays.copyOf(y, capacity);
    }
    x[size] = pointX;
    y[size] = pointY;
    return size++;
  }

  /** Finds as much as is asked for of every point added. */
  void find(Locator locator, Depth wanted) {
    depth = wanted;
    switch (wanted) {
      case OWNERS -> {
        owner = owner.length < size ? new int[x.length] : owner;
        locator.owners(x, y, 0, size, owner);
      }
      case CONTACTS -> locator.contacts(x, y, 0, size, contacts);
      case EXCEPTIONS -> {
        locator.contacts(x, y, 0, size, contacts);
        findRemarkable(locator);
      }
      case RUNNERS_UP -> locator.place(x, y, 0, size, contacts);
    }
  }

  /** Brings the remarkable points to the front, which are no longer needed as they were added. */
  private void findRemarkable(Locator locator) {
    remarkable = remarkable.length < size ? new int[x.length] : remarkable;
    int found = 0;
    for (int i = 0; i < size; i++) {
      if (isRemarkable(i)) {
        remarkable[i] = found;
        x[found] = x[i];
        y[found++] = y[i];
      }
    }
    locator.place(x, y, 0, found, runnersUp);
  }

  /** Whether a point lies outside every grid or on a boundary. */
  boolean isRemarkable(int i) {
    return owner(i) == Locator.NOBODY || onBoundary(i);
  }

  /** Owner id. */
  int owner(int i) {
    return depth == Depth.OWNERS ? owner[i] : contacts.owner(i);
  }

  /** Needs {@link Depth#CONTACTS}. */
  boolean onBoundary(int i) {
    return contacts.onBoundary(i);
  }

  /** Number of grids that hold the point where there are several. Needs {@link Depth#CONTACTS}. */
  int contestedCount(int i) {
    return contacts.contestedCount(i);
  }

  /** Owner id of the k-th of them. */
  int contested(int i, int k) {
    return contacts.contested(i, k);
  }

  /** Owner id of the nearest other grid; needs {@link Depth#EXCEPTIONS} or more. */
  int runnerUp(int i) {
    return depth == Depth.EXCEPTIONS ? runnersUp.runnerUp(remarkable[i]) : contacts.runnerUp(i);
  }

  /** Metres to the runner-up. */
  double metres(int i) {
    return depth == Depth.EXCEPTIONS
        ? runnersUp.runnerUpMetres(remarkable[i])
        : contacts.runnerUpMetres(i);
  }
}

package org.gridwright.core.locate;

import java.util.Arrays;
import org.gridwright.core.lattice.Lattice;

/**
 * What a locator says of one point, from as little of its arrays as that takes: one cell, and the
 * edges of a window around the point. So a single look-up in a file reads some blocks of it.
 *
 * <p>The window is right for a point when everything that was found there is nearer than any place
 * outside it can be; else it is made larger, up to the whole plan. The rest is as exact as the
 * {@link PackedLocator} that answers.
 */
public final class LocatorCutout {

  /** Steps from the point to the border of the first window: some 500 m. */
  private static final int FIRST = 50_000;

  /** Past this many steps, 45 degrees, the bound below means nothing. */
  private static final int LAST = 450_000_000;

  /** No two places are farther from each other, in steps. */
  private static final long EVERYWHERE = 1L << 32;

  /** No radius of curvature of the ellipsoid is smaller, in metres; less 2 %. */
  private static final double LEAST_RADIUS = 0.98 * 6_335_000;

  private final LocatorParts parts;
  private final int x;
  private final int y;

  private LocatorCutout(LocatorParts parts, int x, int y) {
    this.parts = parts;
    this.x = x;
    this.y = y;
  }

  /**
   * A locator that answers for one point, in lattice steps, longitude first, what the whole one
   * does. What it says of any other point means nothing.
   *
   * @throws IllegalArgumentException when the parts are no locator's
   * @throws IndexOutOfBoundsException as above
   */
  public static PackedLocator at(LocatorParts parts, int x, int y) {
    parts.checkSquares();
    LocatorCutout cutout = new LocatorCutout(parts, x, y);
    Cells cell = cutout.cell();
    for (int reach = FIRST; reach < LAST && !cutout.meetsItself(reach); reach *= 3) {
      PackedLocator locator = PackedLocator.cutOut(cell, cutout.edges(reach));
      if (cutout.isSettled(locator, reach)) {
        return locator;
      }
    }
    return PackedLocator.cutOut(cell, cutout.edges(EVERYWHERE));
  }

  /** The one cell of the point, as a grid of one cell that holds every point. */
  private Cells cell() {
    int said = parts.sub().get(index());
    if (said >= 0) {
      return new Cells(x, y, 0, 1, 1, new int[1], new int[] {said}, new int[0]);
    }
    long end = parts.blockEnd(~said);
    if (end > parts.blocks().size()) {
      throw new IllegalArgumentException("blocks[" + ~said + "]");
    }
    int[] block = new int[(int) end - ~said];
    parts.blocks().copy(~said, block, 0, block.length);
    return new Cells(x, y, 0, 1, 1, new int[1], new int[] {~0}, block);
  }

  /** As {@link Cells#indexOf}. */
  private int index() {
    long u = x - parts.originX();
    long v = y - parts.originY();
    boolean within =
        u >= 0
            && v >= 0
            && u < (long) parts.columns() << parts.shift()
            && v < (long) parts.rows() << parts.shift();
    int column = within ? (int) u : 0;
    int row = within ? (int) v : 0;
    int packed =
        parts.top().get((row >>> parts.shift()) * parts.columns() + (column >>> parts.shift()));
    int split = packed >>> 28;
    int fine = parts.shift() - split;
    int mask = (1 << parts.shift()) - 1;
    return (packed & Cells.OFFSET_MASK)
        + ((row & mask) >>> fine << split)
        + ((column & mask) >>> fine);
  }

  /** Whether the window reaches the antimeridian, beyond which there may be something near. */
  private boolean meetsItself(int reach) {
    return (long) Math.abs(x) + reach >= 180L * Lattice.STEPS_PER_DEGREE;
  }

  private boolean isSettled(PackedLocator locator, int reach) {
    double metres = metresToBorder(reach);
    Placement placement = locator.place(x, y);
    return placement.runnerUp().isPresent()
        && placement.runnerUp().get().distanceMetres() < metres
        && locator.boundaryMetres(x, y).orElse(metres) < metres;
  }

  /**
   * No place outside the window is nearer. A place beside it is at least as far as the meridian of
   * its border, which on a sphere is {@code asin(sin Δλ cos φ)}.
   */
  private double metresToBorder(int reach) {
    double angle = Math.toRadians(Lattice.degrees(reach));
    double latitude = Math.toRadians(Lattice.degrees(y));
    return LEAST_RADIUS * Math.asin(Math.sin(angle) * Math.max(0, Math.cos(latitude)));
  }

  private EdgeRuns edges(long reach) {
    int[] found = runsWithin(reach);
    int[] start = new int[found.length + 1];
    for (int i = 0; i < found.length; i++) {
      int points = parts.start().get(found[i] + 1) - parts.start().get(found[i]);
      start[i + 1] = Math.addExact(start[i], points);
    }
    int[] xy = new int[2 * start[found.length]];
    int[] first = new int[found.length];
    int[] second = new int[found.length];
    for (int i = 0; i < found.length; i++) {
      int points = start[i + 1] - start[i];
      parts.xy().copy(2 * parts.start().get(found[i]), xy, 2 * start[i], 2 * points);
      first[i] = parts.first().get(found[i]);
      second[i] = parts.second().get(found[i]);
    }
    int[] children = EdgeRunsBuilder.children(found.length);
    int[] boxes = EdgeRunsBuilder.boxes(xy, start, children);
    return new EdgeRuns(parts.owners(), xy, start, first, second, boxes, children);
  }

  /** The runs whose rectangle meets the window, in their order. */
  private int[] runsWithin(long reach) {
    int runs = parts.first().size();
    int[] found = new int[16];
    int count = 0;
    int[] waiting = new int[64];
    int top = 0;
    if (parts.boxes().size() > 0) {
      waiting[top++] = parts.boxes().size() / 4 - 1;
    }
    while (top > 0) {
      int node = waiting[--top];
      if (!meets(node, reach)) {
        continue;
      }
      if (node < runs) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = node;
        continue;
      }
      int from = parts.children().get(node - runs);
      int to = parts.children().get(node - runs + 1);
      if (from < 0 || to > node || to - from > EdgeRuns.FAN) {
        throw new IllegalArgumentException("children[" + (node - runs) + "]");
      }
      waiting = top + EdgeRuns.FAN > waiting.length ? Arrays.copyOf(waiting, 2 * top + 8) : waiting;
      for (int child = to - 1; child >= from; child--) {
        waiting[top++] = child;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean meets(int node, long reach) {
    IntSequence boxes = parts.boxes();
    return boxes.get(4 * node) <= x + reach
        && boxes.get(4 * node + 1) <= y + reach
        && boxes.get(4 * node + 2) >= x - reach
        && boxes.get(4 * node + 3) >= y - reach;
  }
}

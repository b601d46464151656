package org.gridwright.core.locate;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Builds {@link GridBorders} in time linear in the edges, on all threads of the pool that calls.
 */
final class GridBordersBuilder {

  /** A grid with more unsure runs of others in its rectangle has no list. */
  private static final int MOST_OTHERS = 64;

  private final EdgeRuns runs;
  private final Cells cells;
  private final boolean[] unsure;

  /** Whether an unsure run lies under a node of the tree. */
  private final boolean[] doubt;

  /** The runs of grid {@code g}'s border stand at [ownStart[g], ownStart[g + 1]) of these. */
  private final int[] own;

  private final int[] ownStart;
  private int[] entries;
  private int used;

  private GridBordersBuilder(EdgeRuns runs, Cells cells) {
    this.runs = runs;
    this.cells = cells;
    this.unsure = new boolean[runs.runs()];
    this.doubt = new boolean[runs.boxes.length / 4];
    this.ownStart = new int[runs.owners + 2];
    this.own = new int[2 * runs.runs()];
    this.entries = new int[GridBorders.STRIDE * (2 * runs.runs() + MOST_OTHERS)];
  }

  static GridBorders build(EdgeRuns runs, Cells cells) {
    return runs.root() < 0 || runs.xy.length / 2 > GridBorders.MOST_POINTS
        ? GridBorders.none(runs)
        : new GridBordersBuilder(runs, cells).build();
  }

  private GridBorders build() {
    IntStream.range(0, runs.runs()).parallel().forEach(run -> unsure[run] = !isSure(run));
    spreadDoubt();
    listOwn();
    int[] start = new int[runs.owners + 2];
    for (int grid = 1; grid <= runs.owners; grid++) {
      start[grid] = used;
      add(grid);
    }
    start[runs.owners + 1] = used;
    return new GridBorders(runs, start, Arrays.copyOf(entries, used));
  }

  /** Whether two different grids share the run, and a cell vouches for each of its edges. */
  private boolean isSure(int run) {
    int first = runs.first[run];
    int second = runs.second[run];
    if (first == 0 || second == 0 || first == second) {
      return false;
    }
    int[] xy = runs.xy;
    for (int k = runs.start[run] + 1; k < runs.start[run + 1]; k++) {
      if (!cells.isSound(xy[2 * k - 2], xy[2 * k - 1], xy[2 * k], xy[2 * k + 1])) {
        return false;
      }
    }
    return true;
  }

  private void spreadDoubt() {
    System.arraycopy(unsure, 0, doubt, 0, unsure.length);
    for (int node = runs.runs(); node < doubt.length; node++) {
      int inner = node - runs.runs();
      for (int child = runs.children[inner]; child < runs.children[inner + 1]; child++) {
        doubt[node] |= doubt[child];
      }
    }
  }

  private void listOwn() {
    for (int run = 0; run < runs.runs(); run++) {
      ownStart[runs.first[run] + 1]++;
      ownStart[runs.second[run] + 1]++;
    }
    ownStart[1] = 0;
    for (int grid = 1; grid <= runs.owners; grid++) {
      ownStart[grid + 1] += ownStart[grid];
    }
    int[] next = Arrays.copyOf(ownStart, runs.owners + 1);
    for (int run = 0; run < runs.runs(); run++) {
      if (runs.first[run] != 0) {
        own[next[runs.first[run]]++] = run;
      }
      if (runs.second[run] != 0) {
        own[next[runs.second[run]]++] = run;
      }
    }
  }

  private void add(int grid) {
    int before = used;
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    for (int i = ownStart[grid]; i < ownStart[grid + 1]; i++) {
      put(own[i], runs.first[own[i]] ^ runs.second[own[i]] ^ grid, unsure[own[i]]);
      widen(box, own[i]);
    }
    int others = used;
    addOthers(runs.root(), grid, box);
    if (used - others > GridBorders.STRIDE * MOST_OTHERS) {
      used = before;
    }
  }

  private void widen(int[] box, int run) {
    int at = 4 * run;
    box[0] = Math.min(box[0], runs.boxes[at]);
    box[1] = Math.min(box[1], runs.boxes[at + 1]);
    box[2] = Math.max(box[2], runs.boxes[at + 2]);
    box[3] = Math.max(box[3], runs.boxes[at + 3]);
  }

  /** Adds the unsure runs of others whose rectangle meets the grid's. */
  private void addOthers(int node, int grid, int[] box) {
    int at = 4 * node;
    if (!doubt[node]
        || runs.boxes[at] > box[2]
        || runs.boxes[at + 1] > box[3]
        || runs.boxes[at + 2] < box[0]
        || runs.boxes[at + 3] < box[1]) {
      return;
    }
    if (node >= runs.runs()) {
      int inner = node - runs.runs();
      for (int child = runs.children[inner]; child < runs.children[inner + 1]; child++) {
        addOthers(child, grid, box);
      }
    } else if (runs.first[node] != grid && runs.second[node] != grid) {
      put(node, Locator.NOBODY, true);
    }
  }

  private void put(int run, int beyond, boolean unsure) {
    if (used == entries.length) {
      entries = Arrays.copyOf(entries, used + GridBorders.STRIDE * (used / GridBorders.STRIDE / 2));
    }
    int first = runs.start[run];
    entries[used] = GridBorders.side(beyond, unsure);
    entries[used + 1] = GridBorders.chain(first, runs.start[run + 1] - 1 - first);
    System.arraycopy(runs.boxes, 4 * run, entries, used + 2, 4);
    used += GridBorders.STRIDE;
  }
}

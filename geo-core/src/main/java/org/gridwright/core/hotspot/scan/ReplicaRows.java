package org.gridwright.core.hotspot.scan;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The incidents of some replicas, as rows of numbers: a row for each place and step, of the
 * incidents there from the first step on. Two replicas share a number, 16 bits each, unless a place
 * is expected to have too many; so half as much memory is read. Filled once, by threads that have
 * replicas of their own, and then only read.
 *
 * <p>Sums are of one replica each, and stand in slots: those of even number first, then the others.
 */
final class ReplicaRows {

  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;

  private final int steps;
  private final int replicas;

  /** Whether each number is of one replica. */
  private final boolean wide;

  /** Numbers of a row. */
  private final int width;

  private final int[] counts;
  private final AtomicInteger most = new AtomicInteger(1);

  /** Of so many replicas at most that their rows have this many numbers. */
  static int fitting(ScanField field, long numbers) {
    return (int) Math.max(1, numbers / ((long) field.size() * field.steps()));
  }

  ReplicaRows(ScanField field, int replicas) {
    this.steps = field.steps();
    this.replicas = replicas;
    this.wide = greatestExpected(field) * 1.5 + 1000 > MASK;
    this.width = wide ? replicas : (replicas + 1) / 2;
    this.counts = new int[field.size() * steps * width];
  }

  private static double greatestExpected(ScanField field) {
    double greatest = 0;
    for (int place = 0; place < field.size(); place++) {
      greatest = Math.max(greatest, field.likelihood().expected(field.capWeight(place)));
    }
    return greatest;
  }

  int replicas() {
    return replicas;
  }

  /** Slots of a step; where there is one more than replicas, the last one stays empty. */
  int slots() {
    return wide ? width : 2 * width;
  }

  /** Numbers that sums of whole rows take. */
  int scratch() {
    return steps * width;
  }

  /**
   * Sets a replica. Two that follow each other, the first of even number, are set by one thread.
   *
   * @param cells incidents of place i in step t at i × steps + t
   */
  void set(int replica, int[] cells) {
    int shift = wide || replica % 2 == 0 ? 0 : BITS;
    int at = wide ? replica : replica / 2;
    int sum = 0;
    int greatest = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      sum = cells[cell] + (cell % steps == 0 ? 0 : sum);
      greatest = Math.max(greatest, sum);
      counts[cell * width + at] |= sum << shift;
    }
    if (!wide && greatest > MASK) {
      throw new ArithmeticException("a replica has " + greatest + " incidents at a place");
    }
    most.accumulateAndGet(greatest, Math::max);
  }

  /** Incidents of a place in some steps, both ends in it. */
  int cases(int place, int first, int last, int slot) {
    int row = place * steps;
    return cases(row + last, slot) - (first == 0 ? 0 : cases(row + first - 1, slot));
  }

  private int cases(int row, int slot) {
    if (wide) {
      return counts[row * width + slot];
    }
    return slot < width
        ? counts[row * width + slot] & MASK
        : counts[row * width + slot - width] >>> BITS;
  }

  /**
   * Adds the rows of the places at some positions, all steps and replicas of them.
   *
   * @param sums of all steps, slot by slot
   * @param scratch of {@link #scratch} numbers
   */
  void add(NearestFirst nearest, int from, int to, int[] sums, int[] scratch) {
    int together = wide ? to - from : Math.max(1, MASK / most.get());
    for (int position = from; position < to; position += together) {
      Arrays.fill(scratch, 0);
      addRows(nearest, position, Math.min(to, position + together), scratch);
      for (int step = 0; step < steps; step++) {
        addTo(sums, step, scratch);
      }
    }
  }

  private void addTo(int[] sums, int step, int[] scratch) {
    int from = step * width;
    int even = step * slots();
    if (wide) {
      for (int i = 0; i < width; i++) {
        sums[even + i] += scratch[from + i];
      }
      return;
    }
    int odd = even + width;
    for (int i = 0; i < width; i++) {
      sums[even + i] += scratch[from + i] & MASK;
    }
    for (int i = 0; i < width; i++) {
      sums[odd + i] += scratch[from + i] >>> BITS;
    }
  }

  private void addRows(NearestFirst nearest, int from, int to, int[] sums) {
    int position = from;
    for (; position + 8 <= to; position += 8) {
      addEight(nearest, position, sums);
    }
    for (; position + 3 <= to; position += 3) {
      addThree(nearest, position, sums);
    }
    for (; position < to; position++) {
      int row = nearest.place(position) * sums.length;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += counts[row + i];
      }
    }
  }

  /** In a loop that the compiler turns into vectors: an eighth of the reads and writes of sums. */
  private void addEight(NearestFirst nearest, int position, int[] sums) {
    int a = nearest.place(position) * sums.length;
    int b = nearest.place(position + 1) * sums.length;
    int c = nearest.place(position + 2) * sums.length;
    int d = nearest.place(position + 3) * sums.length;
    int e = nearest.place(position + 4) * sums.length;
    int f = nearest.place(position + 5) * sums.length;
    int g = nearest.place(position + 6) * sums.length;
    int h = nearest.place(position + 7) * sums.length;
    for (int i = 0; i < sums.length; i++) {
      sums[i] +=
          counts[a + i]
              + counts[b + i]
              + counts[c + i]
              + counts[d + i]
              + counts[e + i]
              + counts[f + i]
              + counts[g + i]
              + counts[h + i];
    }
  }

  private void addThree(NearestFirst nearest, int position, int[] sums) {
    int a = nearest.place(position) * sums.length;
    int b = nearest.place(position + 1) * sums.length;
    int c = nearest.place(position + 2) * sums.length;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += counts[a + i] + counts[b + i] + counts[c + i];
    }
  }
}

package org.gridwright.core.tile;

import java.util.Arrays;

/** Numbers in a row that grows. Used by one thread. */
final class IntList {

  private int[] values = new int[1024];
  private int size;

  int size() {
    return size;
  }

  int get(int i) {
    return values[i];
  }

  void add(int a, int b, int c, int d) {
    if (size + 4 > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[size] = a;
    values[size + 1] = b;
    values[size + 2] = c;
    values[size + 3] = d;
    size += 4;
  }
}

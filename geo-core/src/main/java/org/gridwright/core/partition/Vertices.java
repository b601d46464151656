package org.gridwright.core.partition;

import java.util.Arrays;
import org.gridwright.core.lattice.EdgeNumbers;

/** Numbers lattice points from 0 in the order they are first met. An open-addressing hash table. */
final class Vertices {

  private int[] x = new int[1024];
  private int[] y = new int[1024];
  private int[] slots = filled(4096);
  private int count;

  /** The number of a point, a new one where it was not met before. */
  int number(int px, int py) {
    int slot = hash(px, py) & (slots.length - 1);
    while (slots[slot] >= 0) {
      int known = slots[slot];
      if (x[known] == px && y[known] == py) {
        return known;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (count == x.length) {
      x = Arrays.copyOf(x, 2 * count);
      y = Arrays.copyOf(y, 2 * count);
    }
    x[count] = px;
    y[count] = py;
    slots[slot] = count;
    if (2 * ++count > slots.length) {
      grow();
    }
    return count - 1;
  }

  int count() {
    return count;
  }

  int x(int vertex) {
    return x[vertex];
  }

  int y(int vertex) {
    return y[vertex];
  }

  private void grow() {
    slots = filled(2 * slots.length);
    for (int vertex = 0; vertex < count; vertex++) {
      int slot = hash(x[vertex], y[vertex]) & (slots.length - 1);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = vertex;
    }
  }

  private static int[] filled(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, -1);
    return slots;
  }

  private static int hash(int x, int y) {
    return (int) EdgeNumbers.hash(x, y);
  }
}

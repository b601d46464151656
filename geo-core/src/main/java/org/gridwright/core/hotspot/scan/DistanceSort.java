package org.gridwright.core.hotspot.scan;

import java.util.Arrays;

/**
 * Places sorted by the square of their distance: into as many slots of equal width as there are
 * places, since as many lie in equal areas where they lie evenly, and then by insertion; slots that
 * are crowded, by a heap. Places at the very same distance keep no particular order.
 */
final class DistanceSort {

  private static final int CROWDED = 48;

  private final int[] gathered;
  private final double[] gatheredSquared;
  private final int[] places;
  private final double[] squared;
  private final int[] slots;
  private int size;
  private double most;

  DistanceSort(int capacity) {
    gathered = new int[capacity];
    gatheredSquared = new double[capacity];
    places = new int[capacity];
    squared = new double[capacity];
    slots = new int[capacity + 2];
  }

  void clear() {
    size = 0;
    most = 0;
  }

  void add(int place, double distanceSquared) {
    gathered[size] = place;
    gatheredSquared[size++] = distanceSquared;
    if (distanceSquared > most) {
      most = distanceSquared;
    }
  }

  int size() {
    return size;
  }

  int place(int position) {
    return places[position];
  }

  double squared(int position) {
    return squared[position];
  }

  void sort() {
    Arrays.fill(slots, 0, size + 2, 0);
    double scale = most > 0 ? size / most : 0;
    for (int i = 0; i < size; i++) {
      slots[(int) Math.min(size, gatheredSquared[i] * scale) + 1]++;
    }
    for (int slot = 1; slot < size + 2; slot++) {
      slots[slot] += slots[slot - 1];
    }
    for (int i = 0; i < size; i++) {
      int at = slots[(int) Math.min(size, gatheredSquared[i] * scale)]++;
      places[at] = gathered[i];
      squared[at] = gatheredSquared[i];
    }
    int from = 0;
    for (int slot = 0; slot <= size; slot++) {
      int to = slots[slot];
      if (to - from > CROWDED) {
        heapSort(from, to);
      } else if (to - from > 1) {
        insertionSort(from, to);
      }
      from = to;
    }
  }

  private void insertionSort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int place = places[i];
      double key = squared[i];
      int at = i;
      for (; at > from && squared[at - 1] > key; at--) {
        squared[at] = squared[at - 1];
        places[at] = places[at - 1];
      }
      squared[at] = key;
      places[at] = place;
    }
  }

  private void heapSort(int from, int to) {
    int length = to - from;
    for (int root = length / 2 - 1; root >= 0; root--) {
      sift(from, root, length);
    }
    for (int last = length - 1; last > 0; last--) {
      swap(from, from + last);
      sift(from, 0, last);
    }
  }

  private void sift(int from, int start, int length) {
    int root = start;
    while (2 * root + 1 < length) {
      int child = 2 * root + 1;
      if (child + 1 < length && squared[from + child + 1] > squared[from + child]) {
        child++;
      }
      if (squared[from + root] >= squared[from + child]) {
        return;
      }
      swap(from + root, from + child);
      root = child;
    }
  }

  private void swap(int a, int b) {
    double key = squared[a];
    squared[a] = squared[b];
    squared[b] = key;
    int place = places[a];
    places[a] = places[b];
    places[b] = place;
  }
}

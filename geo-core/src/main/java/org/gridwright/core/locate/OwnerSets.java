package org.gridwright.core.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Small sets of owner ids while cells are resolved: one being collected, and those kept because
 * they have two or more members. A set of at most one is written as its owner id (0 for none), a
 * kept set as {@code ~index}.
 */
final class OwnerSets {

  private final List<int[]> kept = new ArrayList<>();
  private int[] members = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds an owner id in ascending order; 0 and members are ignored. */
  void add(int owner) {
    int at = Arrays.binarySearch(members, 0, size, owner);
    if (owner == 0 || at >= 0) {
      return;
    }
    if (size == members.length) {
      members = Arrays.copyOf(members, 2 * size);
    }
    int insert = ~at;
    System.arraycopy(members, insert, members, insert + 1, size - insert);
    members[insert] = owner;
    size++;
  }

  void addAll(int set) {
    if (set >= 0) {
      add(set);
    } else {
      for (int owner : kept.get(~set)) {
        add(owner);
      }
    }
  }

  int size() {
    return size;
  }

  int get(int index) {
    return members[index];
  }

  /** The collected set in its written form. */
  int keep() {
    if (size <= 1) {
      return size == 0 ? 0 : members[0];
    }
    int[] set = Arrays.copyOf(members, size);
    for (int i = kept.size() - 1; i >= 0 && i >= kept.size() - 8; i--) {
      if (Arrays.equals(kept.get(i), set)) {
        return ~i;
      }
    }
    kept.add(set);
    return ~(kept.size() - 1);
  }

  boolean contains(int set, int owner) {
    return set >= 0 ? set == owner : Arrays.binarySearch(kept.get(~set), owner) >= 0;
  }
}

package org.gridwright.core.arrangement;

import java.util.Arrays;

/** How often numbered edges occur in each direction. Not thread-safe. */
final class EdgeCounts {

  private int[] uses;
  private int[] balance;

  EdgeCounts(int expected) {
    uses = new int[Math.max(16, expected)];
    balance = new int[uses.length];
  }

  void add(int edge, boolean forward) {
    if (edge >= uses.length) {
      uses = Arrays.copyOf(uses, Math.max(edge + 1, 2 * uses.length));
      balance = Arrays.copyOf(balance, uses.length);
    }
    uses[edge]++;
    balance[edge] += forward ? 1 : -1;
  }

  /** Whether an edge occurs exactly twice, once in each direction. */
  boolean isPair(int edge) {
    return uses[edge] == 2 && balance[edge] == 0;
  }
}

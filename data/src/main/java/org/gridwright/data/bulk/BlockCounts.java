package org.gridwright.data.bulk;

/** Counts of one block, or of all blocks so far. For one thread at a time. */
final class BlockCounts {

  long lines;
  long rows;
  long inGrid;
  long outside;
  long unreadable;
  long firstUnreadable;
  long onBoundary;
  long contested;
  long compared;
  long agreeing;

  void clear() {
    lines = 0;
    rows = 0;
    inGrid = 0;
    outside = 0;
    unreadable = 0;
    firstUnreadable = 0;
    onBoundary = 0;
    contested = 0;
    compared = 0;
    agreeing = 0;
  }

  /** Adds the block that comes next; its lines are counted from 1. */
  void add(BlockCounts next) {
    if (firstUnreadable == 0 && next.firstUnreadable > 0) {
      firstUnreadable = lines + next.firstUnreadable;
    }
    lines += next.lines;
    rows += next.rows;
    inGrid += next.inGrid;
    outside += next.outside;
    unreadable += next.unreadable;
    onBoundary += next.onBoundary;
    contested += next.contested;
    compared += next.compared;
    agreeing += next.agreeing;
  }

  BulkSummary summary(boolean detailed) {
    return new BulkSummary(
        rows,
        inGrid,
        outside,
        unreadable,
        firstUnreadable,
        detailed,
        onBoundary,
        contested,
        compared,
        agreeing);
  }
}

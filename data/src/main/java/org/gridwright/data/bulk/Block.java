package org.gridwright.data.bulk;

import java.util.Arrays;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A run of whole records, and what becomes of it. Handed from the reading thread to a worker to the
 * writing thread, and used again.
 */
final class Block {

  /** The records, at [from, length). One byte behind them is free for a sentinel. */
  byte[] bytes;

  int from;
  int length;

  /** Bytes of the input read when this block was cut. */
  long position;

  final ByteSink out;

  /**
   * What to report: entry {@code i} is about row {@code reportRows[i]} of this block, from 0, and
   * ends at {@code reportEnds[i]}. {@code reportable} counts the rows looked at.
   */
  final ByteSink report = new ByteSink(0);

  int reported;
  int reportable;
  int[] reportRows = new int[0];
  int[] reportEnds = new int[0];

  final RowSlots rows = new RowSlots();
  final BlockCounts counts = new BlockCounts();

  /** Why the run ends before this block's line {@link #refusedLine}, counted from 1. */
  @Nullable Message refusal;

  long refusedLine;

  Block(int capacity) {
    bytes = new byte[capacity + 1];
    out = new ByteSink(capacity + capacity / 2);
  }

  /** Forgets the last use. */
  void clear() {
    from = 0;
    length = 0;
    out.clear();
    report.clear();
    reported = 0;
    reportable = 0;
    counts.clear();
    refusal = null;
    refusedLine = 0;
  }

  /** Bytes that can still be read into it. */
  int room() {
    return bytes.length - 1 - length;
  }

  void grow(int capacity) {
    bytes = Arrays.copyOf(bytes, capacity + 1);
  }

  void refuse(long line, Message why) {
    if (refusal == null) {
      refusal = why;
      refusedLine = line;
    }
  }

  /** Ends a row of the report, begun with {@link #report}. */
  void endReport(int row) {
    if (reported == reportRows.length) {
      reportRows = Arrays.copyOf(reportRows, 2 * reported + 64);
      reportEnds = Arrays.copyOf(reportEnds, 2 * reported + 64);
    }
    reportRows[reported] = row;
    reportEnds[reported++] = report.size();
  }
}

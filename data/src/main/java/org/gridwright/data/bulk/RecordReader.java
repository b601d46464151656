package org.gridwright.data.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Reads a stream in blocks of whole records. For one thread. */
final class RecordReader {

  private final InputStream in;
  private final LongSupplier position;
  private final RecordSplitter splitter;
  private final int longest;
  private final boolean skipLong;
  private byte[] carried = new byte[0];
  private boolean ended;
  private boolean broken;

  /**
   * @param position bytes read of the input
   * @param longest longest record
   * @param skipLong whether a longer line becomes a record of {@code longest + 1} bytes, and the
   *     rest of it is skipped; otherwise it ends the reading
   */
  RecordReader(
      InputStream in,
      LongSupplier position,
      RecordSplitter splitter,
      int longest,
      boolean skipLong) {
    this.in = in;
    this.position = position;
    this.splitter = splitter;
    this.longest = longest;
    this.skipLong = skipLong;
  }

  /** Whether reading ended at a record that is too long or has a quote without its end. */
  boolean broken() {
    return broken;
  }

  /**
   * Reads until the block is full or reading on may have to wait, but at least one record.
   *
   * @return false at the end of the stream
   */
  boolean fill(Block block) throws IOException {
    block.clear();
    if (ended) {
      return false;
    }
    if (block.room() <= carried.length) {
      block.grow(carried.length + longest / 4);
    }
    System.arraycopy(carried, 0, block.bytes, 0, carried.length);
    block.length = carried.length;
    while (true) {
      if (block.room() == 0 || (block.length > 0 && in.available() <= 0)) {
        int end = splitter.lastEnd(block.bytes, block.length);
        if (end > 0) {
          return cut(block, end);
        }
        if (block.length > longest) {
          return endLong(block);
        }
        if (block.room() == 0) {
          block.grow(Math.min(2 * block.length, longest + 1));
        }
      }
      int n = in.read(block.bytes, block.length, block.room());
      if (n < 0) {
        return end(block);
      }
      block.length += n;
    }
  }

  private boolean cut(Block block, int end) {
    carried = Arrays.copyOfRange(block.bytes, end, block.length);
    block.length = end;
    block.position = position.getAsLong();
    splitter.cut(end);
    return true;
  }

  private boolean end(Block block) {
    ended = true;
    int end = splitter.lastEnd(block.bytes, block.length);
    broken = !splitter.canEnd();
    if (broken) {
      block.length = end;
    }
    carried = new byte[0];
    block.position = position.getAsLong();
    return block.length > 0;
  }

  private boolean endLong(Block block) throws IOException {
    if (!skipLong) {
      ended = true;
      broken = true;
      return false;
    }
    carried = restBehindLine();
    splitter.cut(block.length);
    block.length = longest + 1;
    block.position = position.getAsLong();
    return true;
  }

  /** Skips to the end of a line; returns what was read behind it. */
  private byte[] restBehindLine() throws IOException {
    byte[] buffer = new byte[1 << 14];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\n') {
          return Arrays.copyOfRange(buffer, i + 1, n);
        }
      }
    }
    ended = true;
    return new byte[0];
  }
}

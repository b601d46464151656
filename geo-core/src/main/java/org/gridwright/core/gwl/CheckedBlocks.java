package org.gridwright.core.gwl;

import static org.gridwright.core.gwl.GwlFormat.BLOCK;
import static org.gridwright.core.gwl.GwlFormat.BLOCK_BITS;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The blocks of a file, each checked when it is read. What is asked for piece by piece is kept;
 * what is copied in bulk is not. Safe for any thread.
 */
final class CheckedBlocks {

  private final GwlSource source;
  private final GwlFooter footer;
  private final AtomicReferenceArray<ByteBuffer> kept;

  CheckedBlocks(GwlSource source, GwlFooter footer) {
    this.source = source;
    this.footer = footer;
    this.kept = new AtomicReferenceArray<>(footer.blocks());
  }

  int intAt(long position) {
    return kept(position).getInt((int) position & (BLOCK - 1));
  }

  long longAt(long position) {
    return kept(position).getLong((int) position & (BLOCK - 1));
  }

  /** Copies bytes out of blocks that are kept. */
  void bytes(long position, byte[] to) {
    for (int at = 0; at < to.length; ) {
      int from = (int) (position + at) & (BLOCK - 1);
      int count = Math.min(to.length - at, BLOCK - from);
      kept(position + at).get(from, to, at, count);
      at += count;
    }
  }

  /** Copies ints, at a multiple of four, by way of blocks that are not kept. */
  void ints(long position, int[] to, int at, int count) {
    byte[] scratch = new byte[BLOCK];
    for (int done = 0; done < count; ) {
      long here = position + 4L * done;
      int from = (int) here & (BLOCK - 1);
      int some = Math.min(count - done, (BLOCK - from) / 4);
      int number = (int) (here >>> BLOCK_BITS);
      ByteBuffer block = kept.get(number);
      block = block == null ? read(number, scratch) : block;
      block.slice(from, 4 * some).order(block.order()).asIntBuffer().get(to, at + done, some);
      done += some;
    }
  }

  private ByteBuffer kept(long position) {
    int number = (int) (position >>> BLOCK_BITS);
    ByteBuffer block = kept.get(number);
    if (block == null) {
      block = read(number, new byte[BLOCK]);
      kept.set(number, block);
    }
    return block;
  }

  private ByteBuffer read(int number, byte[] to) {
    long position = (long) number << BLOCK_BITS;
    int length = (int) Math.min(BLOCK, footer.content() - position);
    if (source.read(position, to, length) < length) {
      throw GwlException.of("gwl.cut-short", position);
    }
    if (GwlFormat.checksum(to, length) != footer.checksum(number)) {
      throw GwlException.of("gwl.damaged", position, position + length - 1);
    }
    return GwlFormat.wrap(to);
  }
}

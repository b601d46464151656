package org.gridwright.core.gwl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The numbers of the format, each said in docs/format-gwl.md. */
final class GwlFormat {

  static final int VERSION = 1;

  /** First bytes of a file; as of PNG, they tell transfers that change text. */
  static final long HEAD_MAGIC = magic(0x89, 'G', 'W', 'L', '\r', '\n', 0x1a, '\n');

  /** Last bytes of a complete file. */
  static final long FOOT_MAGIC = magic('\n', 0x1a, '\n', '\r', 'L', 'W', 'G', 0x89);

  static final int BLOCK_BITS = 16;
  static final int BLOCK = 1 << BLOCK_BITS;
  static final int HEAD = 64;
  static final int FOOT = 64;
  static final int ENTRY = 32;

  /** Sections begin at multiples of this. */
  static final int ALIGNMENT = 8;

  /** What a plan is: {@link #NUMBER_COUNT} longs. */
  static final int NUMBERS = 1;

  static final int NUMBER_COUNT = 10;

  /** Texts of the plan: digest, theme, title, scheme of codes, names of levels. */
  static final int TEXTS = 2;

  static final int TOP = 16;
  static final int SUB = 17;
  static final int BLOCKS = 18;
  static final int XY = 32;
  static final int START = 33;
  static final int FIRST = 34;
  static final int SECOND = 35;
  static final int BOXES = 36;
  static final int CHILDREN = 37;

  /** By level. */
  static final int CODES = 48;

  static final int NAMES = 50;
  static final int LANGUAGES = 52;
  static final int PARENTS = 54;

  /** Added to the kind of texts for where they end; the kind itself has their bytes. */
  static final int ENDS = 1;

  private GwlFormat() {}

  /** An empty buffer of the order of the format. */
  static ByteBuffer buffer(int bytes) {
    return wrap(new byte[bytes]);
  }

  static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** CRC-32C (Castagnoli; RFC 3720). */
  static int checksum(byte[] bytes, int count) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, count);
    return (int) sum.getValue();
  }

  private static long magic(int... bytes) {
    long value = 0;
    for (int i = 0; i < bytes.length; i++) {
      value |= (long) bytes[i] << (8 * i);
    }
    return value;
  }
}

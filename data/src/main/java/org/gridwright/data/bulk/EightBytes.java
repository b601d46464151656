package org.gridwright.data.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of an array as one number, the first of them lowest, which are looked at at once. A
 * byte that is found is marked by its highest bit; of the marks only the first is sure. Pure.
 *
 * <p>Source: H. S. Warren, Hacker's Delight, section 6-1.
 */
final class EightBytes {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private EightBytes() {}

  /** Those from a position on, which the array must have. */
  static long at(byte[] bytes, int position) {
    return (long) LONGS.get(bytes, position);
  }

  /** The same byte eight times. */
  static long all(int each) {
    return each * ONES;
  }

  /** Marks those that are less than a byte that {@code all} has eight times, from 0 to 127. */
  static long below(long word, long all) {
    return (word - all) & ~word & HIGHS;
  }

  /** Marks those that are the byte that {@code all} has eight times. */
  static long equal(long word, long all) {
    return below(word ^ all, ONES);
  }

  /** How many bytes lie before the first that is marked; 8 where none is. */
  static int before(long marks) {
    return Long.numberOfTrailingZeros(marks) >> 3;
  }
}

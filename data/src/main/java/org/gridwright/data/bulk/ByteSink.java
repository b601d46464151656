package org.gridwright.data.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being collected. For one thread at a time. */
final class ByteSink {

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int size;

  ByteSink(int capacity) {
    bytes = new byte[capacity];
  }

  void clear() {
    size = 0;
  }

  /** The array that holds the bytes at [0, size); valid until the next one is put. */
  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  void put(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  void put(byte[] from) {
    put(from, 0, from.length);
  }

  /** Puts the bytes at [start, end). */
  void put(byte[] from, int start, int end) {
    int length = end - start;
    reserve(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }

  void put(boolean value) {
    put(value ? TRUE : FALSE);
  }

  /** Puts a measure with one decimal, halves rounded up. */
  void putTenths(double value) {
    putTenths(value, '.');
  }

  /** As {@link #putTenths(double)}, with another decimal mark. */
  void putTenths(double value, char decimal) {
    long tenths = Math.round(value * 10);
    putDecimal(tenths / 10);
    put(decimal);
    put((int) ('0' + tenths % 10));
  }

  /** Puts the digits of a number that is not negative. */
  void putDecimal(long value) {
    reserve(20);
    int digits = 1;
    for (long left = value / 10; left > 0; left /= 10) {
      digits++;
    }
    long left = value;
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
    size += digits;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
    }
  }
}

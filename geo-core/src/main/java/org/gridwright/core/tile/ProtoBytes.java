package org.gridwright.core.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fields of a Protocol Buffers message, one after the other. Used by one thread. */
final class ProtoBytes {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;

  private byte[] bytes = new byte[256];
  private int size;

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** Begins anew, with the room that it has. */
  void clear() {
    size = 0;
  }

  /** A number of a field. */
  void number(int field, long value) {
    varint((field << 3) | VARINT);
    varint(value);
  }

  void text(int field, String value) {
    bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(int field, byte[] value) {
    varint((field << 3) | LENGTH);
    varint(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  /** A message, or packed numbers, of a field. */
  void message(int field, ProtoBytes value) {
    varint((field << 3) | LENGTH);
    varint(value.size);
    append(value);
  }

  /** A decimal number of a field, in eight bytes. */
  void decimal(int field, double value) {
    varint((field << 3) | EIGHT_BYTES);
    room(8);
    long bits = Double.doubleToLongBits(value);
    for (int i = 0; i < 8; i++) {
      bytes[size++] = (byte) (bits >>> (8 * i));
    }
  }

  /** Fields that were written elsewhere. */
  void append(ProtoBytes fields) {
    room(fields.size);
    System.arraycopy(fields.bytes, 0, bytes, size, fields.size);
    size += fields.size;
  }

  /** A number without a field, seven bits to a byte, the low ones first. */
  void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number that is near to zero, above or below. */
  void zigzag(int value) {
    varint(((value << 1) ^ (value >> 31)) & 0xFFFFFFFFL);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}

package org.gridwright.core.gwl;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A file of plans as an array. */
record BytesInMemory(byte[] bytes) implements GwlSource {

  static BytesInMemory of(GwlContent... plans) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GwlWriter writer = new GwlWriter((some, count) -> out.write(some, 0, count));
    Arrays.stream(plans).forEach(writer::add);
    writer.finish();
    return new BytesInMemory(out.toByteArray());
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int read(long position, byte[] to, int count) {
    if (position < 0 || position >= bytes.length) {
      return 0;
    }
    int some = (int) Math.min(count, bytes.length - position);
    System.arraycopy(bytes, (int) position, to, 0, some);
    return some;
  }
}

package org.gridwright.api.http.locate;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Flushes an output whenever reading on may have to wait, so that a client that sends a row and
 * waits for its answer gets it.
 */
final class IdleFlushInput extends FilterInputStream {

  private final OutputStream out;

  IdleFlushInput(InputStream in, OutputStream out) {
    super(in);
    this.out = out;
  }

  @Override
  public int read() throws IOException {
    flushWhenIdle();
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    flushWhenIdle();
    return super.read(buffer, offset, length);
  }

  private void flushWhenIdle() throws IOException {
    if (in.available() <= 0) {
      out.flush();
    }
  }
}

package org.gridwright.data.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** A text without its first lines, which end with LF, CRLF or CR. */
final class LineSkippingReader extends FilterReader {

  private long left;

  LineSkippingReader(Reader in, long lines) {
    super(new PushbackReader(in));
    this.left = lines;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    skipLines();
    return in.read(buffer, offset, length);
  }

  @Override
  public int read() throws IOException {
    skipLines();
    return in.read();
  }

  private void skipLines() throws IOException {
    int c = 0;
    while (left > 0 && c >= 0) {
      c = in.read();
      if (c == '\r') {
        c = in.read();
        if (c >= 0 && c != '\n') {
          ((PushbackReader) in).unread(c);
        }
        left--;
      } else if (c == '\n') {
        left--;
      }
    }
    left = 0;
  }
}

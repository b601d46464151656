package org.gridwright.data.bulk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.RecodedInput;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextDialect;
import org.gridwright.data.exchange.TextEncoding;
import org.gridwright.data.exchange.TextOptions;

/**
 * A CSV that is being opened: its beginning is looked at for encoding and dialect, and given back.
 * No more is read for that than up to the end of the header, where reading on may have to wait.
 */
final class Opening {

  private static final int SAMPLE = 1 << 16;

  final Source source;
  final TextDialect dialect;

  /** The encoding of {@link #rows}. */
  final Charset encoding;

  /** Whether the input has a byte order mark. */
  final boolean marked;

  /** Lines before the header, in that encoding. */
  final byte[] before;

  /** From the line of the header on. */
  final InputStream rows;

  private Opening(
      Source source,
      TextDialect dialect,
      Charset encoding,
      boolean marked,
      byte[] before,
      InputStream rows) {
    this.source = source;
    this.dialect = dialect;
    this.encoding = encoding;
    this.marked = marked;
    this.before = before;
    this.rows = rows;
  }

  static Opening of(InputStream in, Source source, TextOptions told, boolean cut, BulkLimits limits)
      throws IOException {
    byte[] buffer = new byte[Math.min(SAMPLE, limits.blockBytes())];
    Sample sample = sample(in, buffer);
    int length = sample.length;
    byte[] head = Arrays.copyOf(buffer, length);
    TextEncoding found = TextEncoding.of(head, told, source);
    Charset charset = found.charset();
    String text = new String(head, found.mark(), length - found.mark(), charset);
    TextDialect dialect = TextDialect.of(text, sample.whole, charset, told, source);
    InputStream plain =
        new SequenceInputStream(
            new ByteArrayInputStream(head, found.mark(), length - found.mark()), in);
    boolean kept =
        charset.equals(StandardCharsets.UTF_8)
            || (cut && AsciiEncodings.holds(charset, dialect.separator()));
    Charset encoding = kept ? charset : StandardCharsets.UTF_8;
    PushbackInputStream rows =
        new PushbackInputStream(
            kept ? plain : new RecodedInput(plain, source, charset, told.remedies()));
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    skipLines(rows, dialect.headerLine() - 1, before, source, limits.maxRecord());
    return new Opening(source, dialect, encoding, found.mark() > 0, before.toByteArray(), rows);
  }

  /** So many bytes, and whether these are all. */
  private record Sample(int length, boolean whole) {}

  private static Sample sample(InputStream in, byte[] buffer) throws IOException {
    int length = 0;
    while (length < buffer.length) {
      int n = in.read(buffer, length, buffer.length - length);
      if (n < 0) {
        return new Sample(length, true);
      }
      length += n;
      if (in.available() <= 0 && holdsHeader(buffer, length)) {
        break;
      }
    }
    return new Sample(length, false);
  }

  /** Whether a line with a separator has ended that is no {@code sep=} line. */
  private static boolean holdsHeader(byte[] bytes, int length) {
    boolean separated = false;
    boolean assigns = false;
    for (int i = 0; i < length; i++) {
      switch (bytes[i]) {
        case ',', ';', '\t', '|' -> separated = true;
        case '=' -> assigns = !separated;
        case '\n', '\r' -> {
          if (separated && !assigns) {
            return true;
          }
          separated = false;
          assigns = false;
        }
        default -> {}
      }
    }
    return false;
  }

  private static void skipLines(
      PushbackInputStream in, long lines, ByteArrayOutputStream to, Source source, int most)
      throws IOException {
    for (long left = lines; left > 0; ) {
      int c = in.read();
      if (c < 0) {
        throw InputException.at(source, "input.empty");
      }
      to.write(c);
      if (c == '\r') {
        int next = in.read();
        if (next == '\n') {
          to.write(next);
        } else if (next >= 0) {
          in.unread(next);
        }
      }
      left -= c == '\n' || c == '\r' ? 1 : 0;
      if (to.size() > most) {
        throw InputException.at(Source.line(source.file(), 1), "input.csv-record", most);
      }
    }
  }
}

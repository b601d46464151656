package org.gridwright.data.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and refuses what is malformed, with the line it stands in, where the JDK's reader
 * replaces it or forgets where it was.
 */
final class StrictReader extends Reader {

  private final InputStream in;
  private final Source source;
  private final Remedies remedies;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private long line = 1;
  private boolean ended;
  private boolean malformed;
  private final char[] pair = new char[2];
  private boolean halfPair;

  StrictReader(InputStream in, Source source, Charset encoding, Remedies remedies) {
    this.in = in;
    this.source = source;
    this.remedies = remedies;
    this.decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (halfPair && length > 0) {
      halfPair = false;
      buffer[offset] = pair[1];
      return 1;
    }
    if (length == 1) {
      return readOne(buffer, offset);
    }
    CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
    while (chars.position() == offset && length > 0) {
      if (malformed) {
        throw notText();
      }
      if (!fill() && !bytes.hasRemaining()) {
        return -1;
      }
      CoderResult result = decoder.decode(bytes, chars, ended);
      malformed = result.isError();
    }
    int read = chars.position() - offset;
    countLines(buffer, offset, read);
    return read;
  }

  /** Room for one character may be too little for what comes next. */
  private int readOne(char[] buffer, int offset) throws IOException {
    int n = read(pair, 0, 2);
    if (n > 0) {
      buffer[offset] = pair[0];
      halfPair = n == 2;
    }
    return Math.min(n, 1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private InputException notText() {
    return notText(Source.line(source.file(), line), decoder.charset(), remedies);
  }

  /** The sentence for text that is not in its encoding. */
  static InputException notText(Source place, Charset encoding, Remedies remedies) {
    return new InputException(place, TextEncoding.notText(encoding, remedies));
  }

  /** Reads on where too little is left; false at the end of the input. */
  private boolean fill() throws IOException {
    if (ended || bytes.remaining() > 8) {
      return !ended;
    }
    bytes.compact();
    int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = n < 0;
    bytes.position(bytes.position() + Math.max(0, n)).flip();
    return !ended;
  }

  private void countLines(char[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
  }
}

package org.gridwright.data.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** A text in another encoding as UTF-8, read strictly. For one thread. */
public final class RecodedInput extends InputStream {

  private static final int CHARACTERS = 1 << 13;

  private final InputStream in;
  private final Reader text;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final CharBuffer chars = CharBuffer.allocate(CHARACTERS).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(4 * CHARACTERS).flip();
  private boolean ended;

  /**
   * @param in without a mark
   * @param encoding of {@code in}; reading throws {@link InputException} where the text is not in
   *     it
   */
  public RecodedInput(InputStream in, Source source, Charset encoding, Remedies remedies) {
    this.in = in;
    this.text = new StrictReader(in, source, encoding, remedies);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.remaining());
    bytes.get(to, offset, n);
    return n;
  }

  @Override
  public int available() throws IOException {
    return bytes.hasRemaining() ? bytes.remaining() : in.available();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private boolean fill() throws IOException {
    while (!bytes.hasRemaining() && !ended) {
      chars.compact();
      int n = text.read(chars.array(), chars.position(), chars.remaining());
      ended = n < 0;
      chars.position(chars.position() + Math.max(0, n)).flip();
      bytes.clear();
      encoder.encode(chars, bytes, ended);
      bytes.flip();
    }
    return bytes.hasRemaining();
  }
}

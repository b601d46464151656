package org.gridwright.data.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Writes text that comes in one encoding in another. What comes and is not text is replaced; what
 * the other encoding cannot write is refused. For one thread; {@link #finish} ends the text.
 */
public final class RecodedOutput extends OutputStream {

  private static final int CHARACTERS = 1 << 13;

  private final OutputStream out;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder;
  private final ByteBuffer pending = ByteBuffer.allocate(64);
  private final CharBuffer chars = CharBuffer.allocate(CHARACTERS);
  private final ByteBuffer bytes = ByteBuffer.allocate(8 * CHARACTERS);

  /**
   * @param out is flushed, not closed
   */
  public RecodedOutput(OutputStream out, Charset from, Charset to) {
    this.out = out;
    this.decoder =
        from.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.encoder = to.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /**
   * @throws InputException when the encoding cannot write a character
   */
  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    ByteBuffer input = ByteBuffer.allocate(pending.position() + length);
    input.put(pending.flip()).put(from, offset, length).flip();
    pending.clear();
    decode(input, false);
    pending.put(input);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Writes what is left; the stream below stays open. */
  public void finish() throws IOException {
    decode(pending.flip(), true);
    pending.clear();
    flush();
  }

  private void decode(ByteBuffer input, boolean end) throws IOException {
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      result = decoder.decode(input, chars, end);
      chars.flip();
      encode(end && !result.isOverflow());
      chars.compact();
    }
  }

  private void encode(boolean end) throws IOException {
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      bytes.clear();
      result = encoder.encode(chars, bytes, end);
      out.write(bytes.array(), 0, bytes.position());
      if (result.isUnmappable() && chars.get(chars.position()) == '\uFEFF') {
        chars.get(); // a mark, which this encoding has not
        result = CoderResult.OVERFLOW;
      } else if (result.isUnmappable()) {
        throw CsvOutput.unwritable(chars, encoder.charset());
      }
    }
  }
}

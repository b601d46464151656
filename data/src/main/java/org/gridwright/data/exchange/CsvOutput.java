package org.gridwright.data.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/**
 * How a CSV leaves.
 *
 * @param encoding of its text
 * @param mark whether a byte order mark stands before it, by which spreadsheets know the encoding;
 *     only for Unicode
 * @param raw whether texts that a spreadsheet would run as formulas stay as they are; {@link
 *     FormulaGuard} guards them otherwise
 */
public record CsvOutput(Charset encoding, boolean mark, boolean raw) {

  /** UTF-8 without a mark, guarded. */
  public static final CsvOutput DEFAULT = new CsvOutput(StandardCharsets.UTF_8, false, false);

  /** The mark as text. */
  public static final String MARK = "\uFEFF";

  /**
   * @throws UnwritableException when the encoding has no mark, or cannot be written
   */
  public CsvOutput {
    if (!encoding.canEncode()) {
      throw new UnwritableException(DataMessages.of("output.encoding", encoding.name()));
    }
    if (mark && !encoding.name().startsWith("UTF-")) {
      throw new UnwritableException(DataMessages.of("output.no-mark", encoding.name()));
    }
  }

  /** The charset of a content type. */
  public String charset() {
    return encoding.name();
  }

  /**
   * A stream for text in UTF-8, which leaves as it is to, without a mark; {@code out} stays open
   * where the stream is closed, which ends the text.
   */
  public OutputStream recoding(OutputStream out, Charset from) {
    if (encoding.equals(from)) {
      return new FilterOutputStream(out) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
          flush();
        }
      };
    }
    RecodedOutput recoded = new RecodedOutput(out, from, encoding);
    return new FilterOutputStream(recoded) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        recoded.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        recoded.finish();
      }
    };
  }

  /** A text as a cell of this file. */
  public String cell(String text) {
    return raw ? text : FormulaGuard.guarded(text);
  }

  static UnwritableException unwritable(CharBuffer at, Charset encoding) {
    Message what =
        DataMessages.of(
            "output.unwritable",
            new String(Character.toChars(Character.codePointAt(at, 0))),
            encoding.name());
    return new UnwritableException(what);
  }
}

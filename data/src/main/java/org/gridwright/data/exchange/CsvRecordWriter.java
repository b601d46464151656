package org.gridwright.data.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes CSV records (RFC 4180: commas, CRLF, quotes where needed) in UTF-8. For one thread. */
public final class CsvRecordWriter implements AutoCloseable {

  private final CsvWriter writer;

  /**
   * @param out closed by {@link #close}; leave that out to keep it open, and {@link #flush} instead
   */
  public CsvRecordWriter(OutputStream out) {
    this.writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
  }

  private CsvRecordWriter(CsvWriter writer) {
    this.writer = writer;
  }

  /**
   * A writer whose fields are all texts: below the header each is quoted, so that what looks like a
   * number keeps its leading zeros where quotes say that it is none.
   */
  public static CsvRecordWriter ofTexts(OutputStream out) {
    return new CsvRecordWriter(
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(new QuotedBelowHeader())
            .build(out, StandardCharsets.UTF_8));
  }

  /**
   * Writes one record.
   *
   * @throws UncheckedIOException when the stream does
   */
  public void write(Iterable<String> values) {
    writer.writeRecord(values);
  }

  public void write(String... values) {
    writer.writeRecord(values);
  }

  public void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Quotes every field but those of the first record. */
  private static final class QuotedBelowHeader implements QuoteStrategy {

    @Override
    public boolean quoteValue(int lineNo, int fieldIdx, String value) {
      return lineNo > 1;
    }
  }
}

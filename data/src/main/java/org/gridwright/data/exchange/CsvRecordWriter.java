package org.gridwright.data.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes CSV records (RFC 4180: commas, CRLF, quotes where needed) as a {@link CsvOutput} says, by
 * default in UTF-8 and with formulas guarded. For one thread.
 */
public final class CsvRecordWriter implements AutoCloseable {

  private final CsvOutput output;
  private final OutputStream out;
  private final CsvWriter writer;
  private boolean marked;

  /**
   * @param out ended by {@link #close}, and left open; {@link #flush} shows what was written so far
   */
  public CsvRecordWriter(OutputStream out, CsvOutput output) {
    this(out, output, CsvWriter.builder());
  }

  private CsvRecordWriter(OutputStream out, CsvOutput output, CsvWriter.CsvWriterBuilder builder) {
    this.output = output;
    this.out = output.recoding(out, StandardCharsets.UTF_8);
    this.writer = builder.lineDelimiter(LineDelimiter.CRLF).build(this.out, StandardCharsets.UTF_8);
  }

  /**
   * A writer whose fields are all texts: below the header each is quoted, so that what looks like a
   * number keeps its leading zeros where quotes say that it is none.
   */
  public static CsvRecordWriter ofTexts(OutputStream out, CsvOutput output) {
    return new CsvRecordWriter(
        out, output, CsvWriter.builder().quoteStrategy(new QuotedBelowHeader()));
  }

  /**
   * Writes one record.
   *
   * @throws UncheckedIOException when the stream does
   * @throws UnwritableException when the encoding cannot write a text
   */
  public void write(Iterable<String> values) {
    if (output.mark() && !marked) {
      marked = true;
      writeMark();
    }
    List<String> cells = new ArrayList<>();
    values.forEach(value -> cells.add(output.cell(value)));
    writer.writeRecord(cells);
  }

  public void write(String... values) {
    write(List.of(values));
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

  private void writeMark() {
    try {
      out.write(CsvOutput.MARK.getBytes(StandardCharsets.UTF_8));
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

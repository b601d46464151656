package org.gridwright.data.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
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
}

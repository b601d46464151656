package org.gridwright.data.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.gridwright.data.exchange.InputFile.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180; LF or CRLF; quoted fields may hold line breaks) with a header row,
 * one record after the other. Empty lines are skipped. For one thread; close it at the end.
 */
public final class CsvTable implements Iterator<CsvTable.Row>, AutoCloseable {

  /** Longest record in characters. */
  public static final int MAX_RECORD = 1 << 22;

  private static final int MAX_FIELDS = 10_000;

  private final InputFile file;
  private final Bytes bytes;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;
  private long lastLine;

  private CsvTable(InputFile file, Charset encoding) {
    this.file = file;
    this.bytes = file.open();
    this.reader =
        CsvReader.builder()
            .maxBufferSize(MAX_RECORD)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .build(
                CsvRecordHandler.of(
                    limits ->
                        limits
                            .maxFields(MAX_FIELDS)
                            .maxFieldSize(MAX_RECORD)
                            .maxRecordSize(MAX_RECORD)),
                new StrictReader(bytes.stream(), file, encoding));
    this.records = reader.iterator();
    boolean opened = false;
    try {
      this.header = readHeader();
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  /**
   * Opens a CSV file, plain or compressed with gzip, and reads its header.
   *
   * @throws InputException when the file is absent, empty, or not CSV
   */
  public static CsvTable open(InputFile file, Charset encoding) {
    return new CsvTable(file, encoding);
  }

  /** Field names in the order of the file, blanks around them dropped. */
  public List<String> header() {
    return header;
  }

  /**
   * Position of a field.
   *
   * @throws InputException when there is none of that name; the message lists those there are
   */
  public int column(String field) {
    int column = header.indexOf(field);
    if (column < 0) {
      throw FieldNames.unknown(file.source(), field, header);
    }
    return column;
  }

  @Override
  public boolean hasNext() {
    return guarded(records::hasNext);
  }

  /**
   * @throws InputException when the record is malformed or has not as many fields as the header
   */
  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    CsvRecord current = guarded(records::next);
    lastLine = current.getStartingLineNumber();
    if (current.getFieldCount() != header.size()) {
      throw InputException.at(
          Source.line(file.name(), lastLine),
          "input.csv-field-count",
          current.getFieldCount(),
          header.size());
    }
    return new Row(file.name(), lastLine, current.getFields());
  }

  /** Bytes of the file read so far. */
  public long bytesRead() {
    return bytes.read();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw InputFile.failure(e, file.source());
    }
  }

  /**
   * One record.
   *
   * @param file the file's name
   * @param line the line it starts in, from 1
   * @param values as many as the header has names
   */
  public record Row(String file, long line, List<String> values) {

    public Source source() {
      return Source.line(file, line);
    }
  }

  private List<String> readHeader() {
    if (!hasNext()) {
      throw InputException.at(file.source(), "input.empty");
    }
    CsvRecord first = guarded(records::next);
    lastLine = first.getStartingLineNumber();
    List<String> names = first.getFields().stream().map(String::strip).toList();
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw InputException.at(
            Source.line(file.name(), lastLine), "input.csv-header-twice", names.get(i));
      }
    }
    return names;
  }

  private <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (CsvParseException | UncheckedIOException e) {
      throw translated(e);
    }
  }

  private InputException translated(RuntimeException failure) {
    Source place = Source.line(file.name(), lastLine + 1);
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputException told) {
        return told;
      }
      if (cause instanceof IOException io) {
        return InputFile.failure(io, place);
      }
    }
    return InputException.because(failure, place, "input.csv-record", MAX_RECORD);
  }
}

package org.gridwright.data.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.gridwright.data.exchange.InputFile.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (LF or CRLF; quoted fields may hold line breaks) with a header row, in the
 * {@link TextDialect} that was said or found, one record after the other. Empty lines are skipped,
 * and so are records of nothing but separators and fields behind the last column that are empty.
 * Texts that {@link FormulaGuard} guarded are read as they were. For one thread; close it at the
 * end.
 */
public final class CsvTable implements Iterator<CsvTable.Row>, AutoCloseable {

  /** Longest record in characters. */
  public static final int MAX_RECORD = 1 << 22;

  private static final int MAX_FIELDS = 10_000;

  private final InputFile file;
  private final TextDialect dialect;
  private final Bytes bytes;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;
  private long lastLine;
  private @Nullable CsvRecord ahead;

  private CsvTable(InputFile file, TextOptions told) {
    this.file = file;
    this.dialect = TextDialect.of(file, told);
    InputFile.Text text = file.openText(told);
    this.bytes = text.bytes();
    LineSkippingReader lines =
        new LineSkippingReader(text.reader(file, told), dialect.headerLine() - 1);
    this.reader =
        CsvReader.builder()
            .fieldSeparator(dialect.separator())
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
                lines);
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
   * @throws InputException when the file is absent, empty, not CSV, or fits two dialects
   */
  public static CsvTable open(InputFile file, TextOptions told) {
    return new CsvTable(file, told);
  }

  /** How the file is written, and what of it was found. */
  public TextDialect dialect() {
    return dialect;
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
    while (ahead == null && guarded(records::hasNext)) {
      CsvRecord record = guarded(records::next);
      lastLine = record.getStartingLineNumber() + dialect.headerLine() - 1;
      ahead = record.getFields().stream().allMatch(String::isEmpty) ? null : record;
    }
    return ahead != null;
  }

  /**
   * @throws InputException when the record is malformed or has not as many fields as the header
   */
  @Override
  public Row next() {
    CsvRecord current = hasNext() ? ahead : null;
    if (current == null) {
      throw new NoSuchElementException();
    }
    ahead = null;
    List<String> values = current.getFields();
    int width = header.size();
    if (values.size() < width
        || !values.subList(width, values.size()).stream().allMatch(String::isBlank)) {
      throw new InputException(
          Source.line(file.name(), lastLine), dialect.fieldCount(values.size(), width));
    }
    return new Row(
        file.name(),
        lastLine,
        values.subList(0, width).stream().map(FormulaGuard::removed).toList());
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
    CsvRecord first = ahead;
    ahead = null;
    List<String> names = named(first == null ? List.of() : first.getFields());
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw InputException.at(
            Source.line(file.name(), lastLine), "input.csv-header-twice", names.get(i));
      }
    }
    return names;
  }

  /** Without the empty names that separators at the end of the line make. */
  private static List<String> named(List<String> fields) {
    List<String> names = fields.stream().map(FormulaGuard::removed).map(String::strip).toList();
    int width = names.size();
    while (width > 0 && names.get(width - 1).isEmpty()) {
      width--;
    }
    return names.size() - width > 1 ? names.subList(0, width) : names;
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

package org.gridwright.data.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.gridwright.data.exchange.FieldNames;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextDialect;
import org.gridwright.data.exchange.TextEncoding;
import org.gridwright.data.exchange.TextOptions;

/**
 * A CSV whose header is read and whose rows are still to come, in the {@link TextDialect} that was
 * said or that its first rows show. Rows are bytes in {@link #encoding}: that of the input, or
 * UTF-8 where its bytes cannot be cut. For one run.
 */
public final class CsvSource {

  private final Source source;
  private final TextDialect dialect;
  private final Charset encoding;
  private final boolean marked;
  private final byte[] before;
  private final RecordReader reader;
  private final Block first;
  private final byte[] headerRecord;
  private final byte[] lineEnd;
  private final long headerLines;
  private final List<String> header;

  private CsvSource(Opening opening, RecordReader reader, Block first) {
    this.source = opening.source;
    this.dialect = opening.dialect;
    this.encoding = opening.encoding;
    this.marked = opening.marked;
    this.before = opening.before;
    this.reader = reader;
    this.first = first;
    first.from = 0;
    first.bytes[first.length] = '\n';
    CsvScanner scanner = new CsvScanner(dialect.separator(), Integer.MAX_VALUE);
    int next = scanner.scan(first.bytes, first.from, first.length);
    long lines = dialect.headerLine() - 1 + scanner.lines;
    while (scanner.recordEnd == first.from && next < first.length) {
      first.from = next;
      next = scanner.scan(first.bytes, first.from, first.length);
      lines += scanner.lines;
    }
    this.headerLines = lines;
    this.headerRecord = Arrays.copyOfRange(first.bytes, first.from, scanner.recordEnd);
    this.lineEnd =
        next > scanner.recordEnd
            ? Arrays.copyOfRange(first.bytes, scanner.recordEnd, next)
            : new byte[] {'\n'};
    first.from = next;
    this.header = header();
  }

  /**
   * Reads the header: the first record that is not an empty line, from the line on where the
   * dialect has it.
   *
   * @param in plain, with its byte order mark if it has one
   * @param position bytes read of the input, for the progress
   * @param cut whether rows may stay in the encoding of the input; otherwise they are UTF-8
   * @throws InputException when there is no header, it is not text in its encoding, or the first
   *     rows fit two dialects
   */
  public static CsvSource open(
      InputStream in,
      LongSupplier position,
      Source source,
      TextOptions told,
      boolean cut,
      BulkLimits limits)
      throws IOException {
    Opening opening = Opening.of(in, source, told, cut, limits);
    RecordReader reader =
        new RecordReader(
            opening.rows,
            position,
            new CsvSplitter(opening.dialect.separator()),
            limits.maxRecord(),
            false);
    Block first = new Block(limits.blockBytes());
    while (reader.fill(first)) {
      if (!isBlank(first)) {
        return new CsvSource(opening, reader, first);
      }
    }
    throw reader.broken()
        ? InputException.at(
            Source.line(source.file(), opening.dialect.headerLine()),
            "input.csv-record",
            limits.maxRecord())
        : InputException.at(source, "input.empty");
  }

  /** Field names in order, blanks around them dropped. */
  public List<String> names() {
    return header;
  }

  /** Position of the first field of that name; -1 where there is none. */
  public int indexOf(String name) {
    return header.indexOf(name);
  }

  /**
   * Position of a field.
   *
   * @throws InputException when there is none of that name, or several
   */
  public int column(String field) {
    int column = header.indexOf(field);
    if (column < 0) {
      throw FieldNames.unknown(source, field, header);
    }
    if (header.lastIndexOf(field) > column) {
      throw InputException.at(
          Source.line(source.file(), headerLines), "input.csv-header-twice", field);
    }
    return column;
  }

  Source source() {
    return source;
  }

  /** How the input is written, and what of it was found. */
  public TextDialect dialect() {
    return dialect;
  }

  /** The encoding of the rows that are handed out. */
  public Charset encoding() {
    return encoding;
  }

  RecordReader reader() {
    return reader;
  }

  /** Rows that were read together with the header. */
  Block first() {
    return first;
  }

  /** Whether the input has a byte order mark. */
  public boolean marked() {
    return marked;
  }

  /** The lines before the header. */
  byte[] before() {
    return before;
  }

  byte[] headerRecord() {
    return headerRecord;
  }

  byte[] lineEnd() {
    return lineEnd;
  }

  /** Lines up to the header's end. */
  long headerLines() {
    return headerLines;
  }

  private static boolean isBlank(Block block) {
    for (int i = 0; i < block.length; i++) {
      if (block.bytes[i] != '\n' && block.bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private List<String> header() {
    byte[] head = headerRecord;
    for (byte b : head) {
      if (b == 0) {
        throw InputException.at(source, "bulk.not-text");
      }
    }
    try {
      encoding.newDecoder().decode(ByteBuffer.wrap(head));
    } catch (CharacterCodingException notText) {
      throw new InputException(
          Source.line(source.file(), headerLines),
          TextEncoding.notText(encoding, dialect.remedies()));
    }
    return List.copyOf(CsvScanner.texts(head, 0, head.length, dialect.separator(), encoding));
  }
}

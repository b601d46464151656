package org.gridwright.data.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.gridwright.data.exchange.FieldNames;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;

/** A CSV whose header is read and whose rows are still to come. For one run. */
public final class CsvSource {

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Source source;
  private final Charset encoding;
  private final RecordReader reader;
  private final Block first;
  private final boolean marked;
  private final byte[] headerRecord;
  private final byte[] lineEnd;
  private final long headerLines;
  private final List<String> header;

  private CsvSource(Source source, Charset encoding, RecordReader reader, Block first) {
    this.source = source;
    this.encoding = encoding;
    this.reader = reader;
    this.first = first;
    this.marked = first.length >= 3 && Arrays.equals(first.bytes, 0, 3, MARK, 0, 3);
    first.from = marked ? 3 : 0;
    first.bytes[first.length] = '\n';
    CsvScanner scanner = new CsvScanner(Integer.MAX_VALUE);
    int next = scanner.scan(first.bytes, first.from, first.length);
    long lines = scanner.lines;
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
   * Reads the header: the first record that is not an empty line.
   *
   * @param in plain, with its byte order mark if it has one
   * @param position bytes read of the input, for the progress
   * @throws InputException when there is no header, it is not text in that encoding, or the
   *     encoding cannot be read without decoding all of it
   */
  public static CsvSource open(
      InputStream in, LongSupplier position, Source source, Charset encoding, BulkLimits limits)
      throws IOException {
    if (!AsciiEncodings.holds(encoding)) {
      throw new InputException(source, AsciiEncodings.refusal(encoding));
    }
    RecordReader reader =
        new RecordReader(in, position, new CsvSplitter(), limits.maxRecord(), false);
    Block first = new Block(limits.blockBytes());
    while (reader.fill(first)) {
      if (!isBlank(first)) {
        return new CsvSource(source, encoding, reader, first);
      }
    }
    throw reader.broken()
        ? InputException.at(Source.line(source.file(), 1), "input.csv-record", limits.maxRecord())
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

  Charset encoding() {
    return encoding;
  }

  RecordReader reader() {
    return reader;
  }

  /** Rows that were read together with the header. */
  Block first() {
    return first;
  }

  boolean marked() {
    return marked;
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
    int start = block.length >= 3 && Arrays.equals(block.bytes, 0, 3, MARK, 0, 3) ? 3 : 0;
    for (int i = start; i < block.length; i++) {
      if (block.bytes[i] != '\n' && block.bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private List<String> header() {
    byte[] head = headerRecord;
    boolean wide = head.length >= 2 && ((head[0] & head[1] & 0xfe) == 0xfe && head[0] != head[1]);
    for (byte b : head) {
      wide |= b == 0;
    }
    if (wide) {
      throw InputException.at(source, "bulk.utf-16");
    }
    try {
      encoding.newDecoder().decode(ByteBuffer.wrap(head));
    } catch (CharacterCodingException notText) {
      String key = encoding.equals(StandardCharsets.UTF_8) ? "input.not-utf8" : "input.not-encoded";
      throw InputException.at(Source.line(source.file(), headerLines), key, encoding.name());
    }
    return List.copyOf(CsvScanner.texts(head, 0, head.length, encoding));
  }
}

package org.gridwright.data.bulk;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.data.exchange.FormulaGuard;

/**
 * Reads one record of CSV after the other, by the grammar of {@link CsvSplitter}, and notes where
 * the wanted fields lie. For one thread.
 */
final class CsvScanner {

  /** CR and what is less is below it. */
  private static final long CONTROLS = EightBytes.all('\r' + 1);

  /** Columns to note, and where the field of {@code wanted[k]} lies: [from[k], to[k]). */
  private final int[] wanted;

  final int[] from;
  final int[] to;

  private final int width;
  private final byte separator;
  private final long separators;

  /** Fields of the record. */
  int fields;

  /** End of the last field that the header has a name for. */
  int contentEnd;

  /** End of the record without its line end. */
  int recordEnd;

  /** Lines of the record, counting its own end. */
  int lines;

  /** Whether some field may be one that a spreadsheet runs as a formula. */
  boolean formula;

  /**
   * @param separator between fields, in ASCII
   * @param width fields of the header
   * @param wanted positions of columns; -1 for none
   */
  CsvScanner(char separator, int width, int... wanted) {
    this.separator = (byte) separator;
    this.separators = EightBytes.all(separator);
    this.width = width;
    this.wanted = wanted;
    this.from = new int[wanted.length];
    this.to = new int[wanted.length];
  }

  /**
   * Scans the record at {@code start}; returns where the next one starts.
   *
   * @param length end of the last record; behind it, {@code bytes[length]} is LF
   */
  int scan(byte[] bytes, int start, int length) {
    Arrays.fill(from, start);
    Arrays.fill(to, start);
    fields = 0;
    lines = 1;
    formula = false;
    contentEnd = -1;
    int i = start;
    while (true) {
      int fieldStart = i;
      if (bytes[i] == '"') {
        i = behindQuotes(bytes, i + 1, length);
      }
      while (!endsField(bytes[i])) {
        i = i + Long.BYTES <= length ? beforeEnd(bytes, i) : i + 1;
      }
      note(fieldStart, i);
      formula |= FormulaBytes.maybe(bytes, fieldStart, i);
      if (bytes[i] != separator) {
        break;
      }
      i++;
    }
    recordEnd = i;
    contentEnd = contentEnd < 0 ? i : contentEnd;
    boolean pair = bytes[i] == '\r' && i + 1 < length && bytes[i + 1] == '\n';
    return Math.min(length, i + (pair ? 2 : 1));
  }

  private boolean endsField(byte b) {
    return b == separator || b == '\n' || b == '\r';
  }

  /**
   * A position behind {@code i}, at most eight bytes, before which no field ends; where none ends
   * at {@code i}.
   */
  private int beforeEnd(byte[] bytes, int i) {
    long word = EightBytes.at(bytes, i);
    long ends = EightBytes.below(word, CONTROLS) | EightBytes.equal(word, separators);
    return i + Math.max(1, EightBytes.before(ends));
  }

  private void note(int start, int end) {
    for (int k = 0; k < wanted.length; k++) {
      if (wanted[k] == fields) {
        from[k] = start;
        to[k] = end;
      }
    }
    if (++fields == width) {
      contentEnd = end;
    }
  }

  private int behindQuotes(byte[] bytes, int start, int length) {
    int i = start;
    while (i < length) {
      byte b = bytes[i++];
      if (b == '"') {
        if (bytes[i] != '"' || i == length) {
          return i;
        }
        i++;
      } else if (b == '\n' || (b == '\r' && bytes[i] != '\n')) {
        lines++;
      }
    }
    return length;
  }

  /** The fields of the record at [start, end), decoded, blanks around them dropped. */
  static List<String> texts(byte[] bytes, int start, int end, char separator, Charset encoding) {
    List<String> texts = new ArrayList<>();
    byte[] record = Arrays.copyOfRange(bytes, start, end + 1);
    record[end - start] = '\n';
    for (int column = 0; ; column++) {
      CsvScanner scanner = new CsvScanner(separator, Integer.MAX_VALUE, column);
      scanner.scan(record, 0, end - start);
      if (column == scanner.fields) {
        return texts;
      }
      texts.add(text(record, scanner.from[0], scanner.to[0], encoding));
    }
  }

  /** The field at [from, to), decoded, without a guard and blanks around it. */
  static String text(byte[] bytes, int from, int to, Charset encoding) {
    return FormulaGuard.removed(content(bytes, from, to, encoding)).strip();
  }

  /** The field at [from, to), decoded. */
  static String content(byte[] bytes, int from, int to, Charset encoding) {
    String text = new String(bytes, from, to - from, encoding);
    if (text.startsWith("\"")) {
      int close = text.lastIndexOf('"');
      String inside = text.substring(1, Math.max(1, close)).replace("\"\"", "\"");
      text = inside + text.substring(close + 1);
    }
    return text;
  }
}

package org.gridwright.data.bulk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gridwright.data.exchange.FormulaGuard;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextDialect;
import org.gridwright.data.exchange.TextEncoding;

/** Text of CSV fields to bytes and back, in one encoding. Safe for any thread. */
final class CsvText {

  private final Charset encoding;
  private final boolean strict;
  private final TextDialect dialect;

  private CsvText(Charset encoding, boolean strict, TextDialect dialect) {
    this.encoding = encoding;
    this.strict = strict;
    this.dialect = dialect;
  }

  /**
   * For the codes of grids. Where one of them is not ASCII, the rows must be in the encoding too,
   * lest the file end up in two encodings.
   *
   * @throws InputException when the encoding cannot write a code
   */
  static CsvText of(List<String> codes, Charset encoding, TextDialect dialect, Source source) {
    CharsetEncoder encoder = encoding.newEncoder();
    boolean plain = true;
    for (String code : codes) {
      boolean ascii = code.chars().allMatch(c -> c < 0x80);
      plain &= ascii;
      if (!ascii && !encoder.canEncode(code)) {
        throw InputException.at(source, "bulk.code-unwritable", code, encoding.name());
      }
    }
    return new CsvText(encoding, !plain, dialect);
  }

  /** For UTF-8 that is taken as it comes. */
  static CsvText lenientUtf8(TextDialect dialect) {
    return new CsvText(StandardCharsets.UTF_8, false, dialect);
  }

  /** A text as a field, in quotes where it needs them. */
  byte[] field(String text) {
    boolean quotes =
        text.chars().anyMatch(c -> c == dialect.separator() || c == '"' || c == '\n' || c == '\r')
            || !text.equals(text.strip());
    return (quotes ? '"' + text.replace("\"", "\"\"") + '"' : text).getBytes(encoding);
  }

  /** A text as a field that no spreadsheet runs. */
  byte[] guarded(String text) {
    return field(FormulaGuard.guarded(text));
  }

  /** The fields at [start, end), those guarded that need it, the others as they came. */
  void putGuarded(ByteSink out, byte[] bytes, int start, int end) {
    byte[] record = Arrays.copyOfRange(bytes, start, end + 1);
    int length = end - start;
    record[length] = '\n';
    for (int column = 0, fields = 1; column < fields; column++) {
      CsvScanner scanner = new CsvScanner(dialect.separator(), Integer.MAX_VALUE, column);
      scanner.scan(record, 0, length);
      fields = scanner.fields;
      int from = scanner.from[0];
      int to = scanner.to[0];
      if (column > 0) {
        out.put(dialect.separator());
      }
      if (FormulaBytes.maybe(record, from, to)) {
        out.put(guardedField(record, from, to));
      } else {
        out.put(record, from, to);
      }
    }
  }

  /** The field at [from, to) as one that no spreadsheet runs; as it came where it is none. */
  private byte[] guardedField(byte[] bytes, int from, int to) {
    String content = CsvScanner.content(bytes, from, to, encoding);
    String number = dialect.pointed(content);
    String guarded = FormulaGuard.guarded(content);
    return guarded.equals(content) || (number != null && isSafe(number))
        ? Arrays.copyOfRange(bytes, from, to)
        : field(guarded);
  }

  private static boolean isSafe(String text) {
    return FormulaGuard.guarded(text).equals(text);
  }

  TextDialect dialect() {
    return dialect;
  }

  /** The text of the field at [from, to), blanks around it dropped. */
  String decoded(byte[] bytes, int from, int to) {
    return CsvScanner.text(bytes, from, to, encoding);
  }

  /** Refuses the block where it must be text and is not. */
  void check(Block block) {
    if (!strict) {
      return;
    }
    CharsetDecoder decoder = encoding.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(block.bytes, block.from, block.length - block.from);
    CharBuffer chars = CharBuffer.allocate(1 << 13);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      chars.clear();
      result = decoder.decode(bytes, chars, true);
    }
    if (result.isError()) {
      long line = 1;
      for (int i = block.from; i < bytes.position(); i++) {
        line += block.bytes[i] == '\n' ? 1 : 0;
      }
      block.refuse(line, TextEncoding.notText(encoding, dialect.remedies()));
    }
  }

  /** The longitude in the field at [from, to), which may be in quotes. */
  int longitude(byte[] bytes, int from, int to) {
    return isQuoted(bytes, from, to)
        ? Ordinates.longitude(bytes, from + 1, to - 1, dialect.decimal())
        : Ordinates.longitude(bytes, from, to, dialect.decimal());
  }

  /** The latitude in the field at [from, to), which may be in quotes. */
  int latitude(byte[] bytes, int from, int to) {
    return isQuoted(bytes, from, to)
        ? Ordinates.latitude(bytes, from + 1, to - 1, dialect.decimal())
        : Ordinates.latitude(bytes, from, to, dialect.decimal());
  }

  /** Whether nothing but blanks stands in the field at [from, to). */
  static boolean isEmpty(byte[] bytes, int from, int to) {
    boolean quoted = isQuoted(bytes, from, to);
    for (int i = quoted ? from + 1 : from; i < (quoted ? to - 1 : to); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean isQuoted(byte[] bytes, int from, int to) {
    return to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"';
  }
}

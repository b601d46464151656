package org.gridwright.data.bulk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.message.DataMessages;

/** Text of CSV fields to bytes and back, in one encoding. Safe for any thread. */
final class CsvText {

  private final Charset encoding;
  private final boolean strict;

  private CsvText(Charset encoding, boolean strict) {
    this.encoding = encoding;
    this.strict = strict;
  }

  /**
   * For the codes of a plan. Where one of them is not ASCII, the rows must be in the encoding too,
   * lest the file end up in two encodings.
   *
   * @throws InputException when the encoding cannot write a code
   */
  static CsvText of(Plan plan, Charset encoding, Source source) {
    CharsetEncoder encoder = encoding.newEncoder();
    boolean plain = true;
    for (Unit grid : plan.grids()) {
      boolean ascii = grid.code().chars().allMatch(c -> c < 0x80);
      plain &= ascii;
      if (!ascii && !encoder.canEncode(grid.code())) {
        throw InputException.at(source, "bulk.code-unwritable", grid.code(), encoding.name());
      }
    }
    return new CsvText(encoding, !plain);
  }

  /** For UTF-8 that is taken as it comes. */
  static CsvText lenientUtf8() {
    return new CsvText(StandardCharsets.UTF_8, false);
  }

  /** A text as a field, in quotes where it needs them. */
  byte[] field(String text) {
    boolean quotes =
        text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || !text.equals(text.strip());
    return (quotes ? '"' + text.replace("\"", "\"\"") + '"' : text).getBytes(encoding);
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
      String key = encoding.equals(StandardCharsets.UTF_8) ? "input.not-utf8" : "input.not-encoded";
      block.refuse(line, DataMessages.of(key, encoding.name()));
    }
  }

  /** The longitude in the field at [from, to), which may be in quotes. */
  static int longitude(byte[] bytes, int from, int to) {
    return isQuoted(bytes, from, to)
        ? Ordinates.longitude(bytes, from + 1, to - 1)
        : Ordinates.longitude(bytes, from, to);
  }

  /** The latitude in the field at [from, to), which may be in quotes. */
  static int latitude(byte[] bytes, int from, int to) {
    return isQuoted(bytes, from, to)
        ? Ordinates.latitude(bytes, from + 1, to - 1)
        : Ordinates.latitude(bytes, from, to);
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

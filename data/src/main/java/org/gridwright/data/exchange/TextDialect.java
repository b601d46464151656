package org.gridwright.data.exchange;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV is written: what was said, what a {@code sep=} line says, and what its first rows say.
 * The one place that decides it. What is not as by RFC 4180 and was not said is told by {@link
 * #notes}; where rows fit two dialects, the file is refused until one is said.
 *
 * @param encoding of the text
 * @param separator between fields
 * @param decimal between the whole and the fraction of a number: a point or a comma
 * @param headerLine the line with the names of fields, from 1
 * @param leftOut the lines before the header that say something, but for a {@code sep=} line
 * @param found what was found, not said: any of {@code separator}, {@code decimal}, {@code
 *     headerLine}
 * @param remedies how it is said otherwise
 */
public record TextDialect(
    Charset encoding,
    char separator,
    char decimal,
    long headerLine,
    List<String> leftOut,
    List<String> found,
    Remedies remedies) {

  /** So many characters of a text are looked at. */
  static final int SAMPLE = 1 << 16;

  public TextDialect {
    leftOut = List.copyOf(leftOut);
    found = List.copyOf(found);
  }

  /**
   * The dialect of a file.
   *
   * @throws InputException when the file is empty, not text, or fits two dialects
   */
  public static TextDialect of(InputFile file, TextOptions told) {
    InputFile.Text text = file.openText(told);
    try (Reader reader = text.reader(file, told)) {
      char[] sample = new char[SAMPLE];
      int length = 0;
      int n = 0;
      while (n >= 0 && length < SAMPLE) {
        length += n;
        n = reader.read(sample, length, SAMPLE - length);
      }
      return of(new String(sample, 0, length), n < 0, text.charset(), told, file.source());
    } catch (IOException e) {
      throw InputFile.failure(e, file.source());
    }
  }

  /**
   * The dialect of a text by its beginning.
   *
   * @param whole whether the text ends with the sample
   */
  public static TextDialect of(
      String sample, boolean whole, Charset encoding, TextOptions told, Source source) {
    return new DialectGuess(sample, whole, told, source).dialect(encoding);
  }

  /** What was found and not said, for whoever has to see whether it is right. */
  public List<Message> notes() {
    List<Message> notes = new ArrayList<>();
    if (found.contains("separator")) {
      notes.add(
          DataMessages.of(
              "dialect.separator", name(separator), remedies.setting("separator", "…")));
    }
    if (found.contains("decimal")) {
      notes.add(DataMessages.of("dialect.decimal", remedies.setting("decimal", ".")));
    }
    if (found.contains("headerLine")) {
      notes.add(
          DataMessages.of(
              "dialect.header-line",
              headerLine,
              String.join(" / ", leftOut),
              remedies.setting("header-line", "…")));
    }
    return notes;
  }

  /** What to say of a record with another number of fields than the header has. */
  public Message fieldCount(int fields, int width) {
    return DataMessages.of(
        "input.csv-field-count",
        fields,
        width,
        name(separator),
        remedies.setting("separator", "…"));
  }

  /** A separator by what people call it. */
  static Message name(char separator) {
    return switch (separator) {
      case ',' -> DataMessages.of("dialect.comma");
      case ';' -> DataMessages.of("dialect.semicolon");
      case '\t' -> DataMessages.of("dialect.tab");
      default -> DataMessages.of("dialect.other", String.valueOf(separator));
    };
  }

  /**
   * A number in this dialect as one with a point, for the grammar of all numbers.
   *
   * @return null where the text is none: with the other mark, or with marks between thousands
   */
  public @Nullable String pointed(String text) {
    if (decimal == '.') {
      return text.indexOf(',') < 0 ? text : null;
    }
    return text.indexOf('.') < 0 ? text.replace(',', '.') : null;
  }
}

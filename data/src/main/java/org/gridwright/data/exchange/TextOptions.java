package org.gridwright.data.exchange;

import java.nio.charset.Charset;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of text is told beside the text. What it is not told it finds out, and tells; what
 * it can not find out it asks for.
 *
 * @param encoding null for that of the text's mark, or UTF-8; a mark goes before what is said here
 * @param separator between the fields of CSV; null to find it
 * @param decimal the mark between a number's whole and its fraction in CSV, a point or a comma;
 *     null to find it
 * @param headerLine the line of CSV with the names of fields, from 1; empty to find it
 * @param remedies how these things are said
 */
public record TextOptions(
    @Nullable Charset encoding,
    @Nullable Character separator,
    @Nullable Character decimal,
    OptionalLong headerLine,
    Remedies remedies) {

  /** Nothing told. */
  public static final TextOptions DEFAULT = of(Remedies.OPTIONS);

  /** Nothing told, by whoever can tell it that way. */
  public static TextOptions of(Remedies remedies) {
    return new TextOptions(null, null, null, OptionalLong.empty(), remedies);
  }

  /** Whether a character can stand between fields: ASCII, and part of no number, name or quote. */
  public static boolean separates(char character) {
    return character == '\t'
        || (character > ' '
            && character < 0x7f
            && "\"'.+-_".indexOf(character) < 0
            && !Character.isLetterOrDigit(character));
  }

  /** The same but for the encoding. */
  public TextOptions in(@Nullable Charset charset) {
    return new TextOptions(charset, separator, decimal, headerLine, remedies);
  }
}

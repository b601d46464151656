package org.gridwright.api.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.model.Actor;
import org.jspecify.annotations.Nullable;

/** Who makes a change, as long as there are no accounts. */
public final class Author {

  /** The header with the name in percent-encoded UTF-8. */
  public static final String HEADER = "Gridwright-Author";

  /** Greatest length of a name in characters. */
  public static final int MAX_LENGTH = 100;

  private Author() {}

  /**
   * Who the request's header names; anonymous without one.
   *
   * @throws ProblemException 400 when it is not percent-encoded UTF-8, is too long, or holds
   *     characters that cannot be seen
   */
  public static Actor of(Context ctx) {
    String header = ctx.header(HEADER);
    return header == null || header.isBlank()
        ? Actor.ANONYMOUS
        : Actor.named(decoded(header.strip()));
  }

  static String decoded(String header) {
    String name = percentDecoded(header).map(String::strip).orElse(null);
    if (name == null
        || name.isEmpty()
        || name.codePointCount(0, name.length()) > MAX_LENGTH
        || name.codePoints().anyMatch(Author::isUnseen)) {
      throw ProblemException.badParameter(
          HEADER, ApiMessages.of("http.author", HEADER, MAX_LENGTH));
    }
    return name;
  }

  private static boolean isUnseen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static Optional<String> percentDecoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      int value = text.charAt(i);
      if (value == '%') {
        value = octet(text, i + 1);
        i += 2;
      } else if (value > 0x7e) {
        value = -1;
      }
      if (value < 0) {
        return Optional.empty();
      }
      bytes.write(value);
    }
    return Optional.ofNullable(utf8(bytes.toByteArray()));
  }

  /** The octet of two hexadecimal digits, or -1. */
  private static int octet(String text, int at) {
    int high = at + 1 < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    int low = high < 0 ? -1 : Character.digit(text.charAt(at + 1), 16);
    return low < 0 ? -1 : 16 * high + low;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }
}

package org.gridwright.data.bulk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Encodings whose CSV can be cut without decoding it: each ASCII character is its own byte, and no
 * other character contains the bytes of separator, quote, CR or LF.
 *
 * <p>UTF-8 and the single-byte supersets of ASCII have no byte below 0x80 in other characters. In
 * GBK, trail bytes are 0x40–0xFE; GB 18030 adds 0x30–0x39, Big5 and Shift_JIS stay above 0x3F: all
 * above comma, quote, CR and LF; a bar (0x7C) is among them. UTF-16, EBCDIC and the ISO 2022 family
 * fail. What fails is read as text and handled in UTF-8.
 */
final class AsciiEncodings {

  private AsciiEncodings() {}

  /**
   * Tries every character of the basic plane; those beyond take four bytes above 0x2F in GB 18030.
   */
  static boolean holds(Charset encoding, char separator) {
    if (encoding.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    if (!encoding.canEncode()) {
      return false;
    }
    CharsetEncoder encoder = encoding.newEncoder();
    CharBuffer one = CharBuffer.allocate(2);
    for (int character = 0; character <= Character.MAX_VALUE; character++) {
      if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
        one.clear().put(Character.toChars(character)).flip();
        if (!holds(encoder, one, character, separator)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean holds(
      CharsetEncoder encoder, CharBuffer one, int character, char separator) {
    if (character >= 0x80 && !encoder.canEncode(one.duplicate())) {
      return true;
    }
    try {
      ByteBuffer bytes = encoder.encode(one);
      if (character < 0x80) {
        return bytes.remaining() == 1 && bytes.get() == character;
      }
      while (bytes.hasRemaining()) {
        int b = bytes.get();
        if (b == separator || b == '"' || b == '\r' || b == '\n') {
          return false;
        }
      }
      return true;
    } catch (CharacterCodingException unmappable) {
      return false;
    }
  }
}

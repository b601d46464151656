package org.gridwright.data.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the numbers {@code lon} and {@code lat} of a JSON object (RFC 8259) in one pass over its
 * bytes that also proves the object well-formed. Whatever is out of the ordinary is left to a full
 * parser: escapes in names, equal names (or names of equal hash) in one object, a member named like
 * an appended one, more than 64 names, nesting beyond 32. For one thread.
 */
final class JsonRow {

  private static final int DOUBT = -1;
  private static final int MAX_NAMES = 64;
  private static final int MAX_DEPTH = 32;
  private static final byte[] LON = ascii("lon");
  private static final byte[] LAT = ascii("lat");
  private static final byte[][] APPENDED =
      PlacedColumn.labels().stream().map(JsonRow::ascii).toArray(byte[][]::new);

  private final int[] names = new int[MAX_NAMES];
  private byte[] bytes = {};
  private int nameCount;
  private int scope;

  /** Longitude and latitude in lattice steps. */
  int x;

  int y;

  /**
   * Reads the object at {@code start}.
   *
   * @param end end of the line; {@code line[end]} is LF
   * @return position of the closing brace; -1 where a full parser must decide
   */
  int scan(byte[] line, int start, int end) {
    bytes = line;
    nameCount = 0;
    scope = 0;
    x = Ordinates.NONE;
    y = Ordinates.NONE;
    int open = skipBlanks(start);
    if (bytes[open] != '{') {
      return DOUBT;
    }
    int behind = object(open, 1);
    return behind == DOUBT
            || x == Ordinates.NONE
            || y == Ordinates.NONE
            || skipBlanks(behind) != end
        ? DOUBT
        : behind - 1;
  }

  private int skipBlanks(int from) {
    int i = from;
    while (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r') {
      i++;
    }
    return i;
  }

  private int value(int i, int depth) {
    return switch (bytes[i]) {
      case '"' -> string(i);
      case '{' -> depth == MAX_DEPTH ? DOUBT : object(i, depth + 1);
      case '[' -> depth == MAX_DEPTH ? DOUBT : array(i, depth + 1);
      case 't' -> literal(i, "true");
      case 'f' -> literal(i, "false");
      case 'n' -> literal(i, "null");
      default -> number(i);
    };
  }

  private int object(int open, int depth) {
    int own = ++scope;
    int i = skipBlanks(open + 1);
    if (bytes[i] == '}') {
      return i + 1;
    }
    while (true) {
      int nameEnd = bytes[i] == '"' ? string(i) : DOUBT;
      if (nameEnd == DOUBT || !isNew(i + 1, nameEnd - 1, own)) {
        return DOUBT;
      }
      int colon = skipBlanks(nameEnd);
      if (bytes[colon] != ':') {
        return DOUBT;
      }
      int from = skipBlanks(colon + 1);
      int to = value(from, depth);
      if (to == DOUBT || (depth == 1 && !take(i + 1, nameEnd - 1, from, to))) {
        return DOUBT;
      }
      i = skipBlanks(to);
      if (bytes[i] == '}') {
        return i + 1;
      }
      if (bytes[i] != ',') {
        return DOUBT;
      }
      i = skipBlanks(i + 1);
    }
  }

  private int array(int open, int depth) {
    int i = skipBlanks(open + 1);
    if (bytes[i] == ']') {
      return i + 1;
    }
    while (true) {
      int to = value(i, depth);
      if (to == DOUBT) {
        return DOUBT;
      }
      i = skipBlanks(to);
      if (bytes[i] == ']') {
        return i + 1;
      }
      if (bytes[i] != ',') {
        return DOUBT;
      }
      i = skipBlanks(i + 1);
    }
  }

  /** Notes a member of the row; false where the full parser must look at it. */
  private boolean take(int nameFrom, int nameTo, int from, int to) {
    boolean number = bytes[from] == '-' || (bytes[from] >= '0' && bytes[from] <= '9');
    if (is(LON, nameFrom, nameTo)) {
      x = number ? Ordinates.longitude(bytes, from, to) : Ordinates.NONE;
    } else if (is(LAT, nameFrom, nameTo)) {
      y = number ? Ordinates.latitude(bytes, from, to) : Ordinates.NONE;
    } else {
      for (byte[] appended : APPENDED) {
        if (is(appended, nameFrom, nameTo)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean is(byte[] name, int from, int to) {
    return Arrays.equals(name, 0, name.length, bytes, from, to);
  }

  private boolean isNew(int from, int to, int object) {
    int hash = object * 0x9E3779B9;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return false;
      }
      hash = 31 * hash + bytes[i];
    }
    for (int k = 0; k < nameCount; k++) {
      if (names[k] == hash) {
        return false;
      }
    }
    if (nameCount == MAX_NAMES) {
      return false;
    }
    names[nameCount++] = hash;
    return true;
  }

  private int string(int open) {
    int i = open + 1;
    while (true) {
      byte b = bytes[i];
      if (b == '"') {
        return i + 1;
      } else if (b == '\\') {
        i = escape(i + 1);
      } else if (b < 0) {
        i = beyondAscii(i);
      } else {
        i = b < ' ' ? DOUBT : i + 1;
      }
      if (i == DOUBT) {
        return DOUBT;
      }
    }
  }

  private int escape(int i) {
    if (bytes[i] == 'u') {
      for (int k = 1; k <= 4; k++) {
        if (Character.digit(bytes[i + k], 16) < 0) {
          return DOUBT;
        }
      }
      return i + 5;
    }
    return bytes[i] > ' ' && "\"\\/bfnrt".indexOf(bytes[i]) >= 0 ? i + 1 : DOUBT;
  }

  /** Behind one character of two to four bytes of UTF-8. */
  private int beyondAscii(int i) {
    int lead = bytes[i] & 0xff;
    int second = bytes[i + 1] & 0xff;
    if (lead >= 0xc2 && lead <= 0xdf) {
      return follows(i, 1) ? i + 2 : DOUBT;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      boolean sound = (lead != 0xe0 || second >= 0xa0) && (lead != 0xed || second < 0xa0);
      return sound && follows(i, 2) ? i + 3 : DOUBT;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      boolean sound = (lead != 0xf0 || second >= 0x90) && (lead != 0xf4 || second < 0x90);
      return sound && follows(i, 3) ? i + 4 : DOUBT;
    }
    return DOUBT;
  }

  private boolean follows(int i, int count) {
    for (int k = 1; k <= count; k++) {
      if ((bytes[i + k] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private int literal(int from, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return DOUBT;
      }
    }
    return from + word.length();
  }

  private int number(int from) {
    int i = bytes[from] == '-' ? from + 1 : from;
    int behind = digits(i);
    if (behind == i || (bytes[i] == '0' && behind > i + 1)) {
      return DOUBT;
    }
    i = behind;
    if (bytes[i] == '.') {
      behind = digits(i + 1);
      if (behind == i + 1) {
        return DOUBT;
      }
      i = behind;
    }
    if (bytes[i] == 'e' || bytes[i] == 'E') {
      int first = bytes[i + 1] == '+' || bytes[i + 1] == '-' ? i + 2 : i + 1;
      behind = digits(first);
      i = behind == first ? DOUBT : behind;
    }
    return i;
  }

  private int digits(int from) {
    int i = from;
    while (bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

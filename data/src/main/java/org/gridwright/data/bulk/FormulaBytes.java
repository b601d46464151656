package org.gridwright.data.bulk;

/**
 * Whether a field may be one that a spreadsheet runs as a formula, by its first bytes. Says so of
 * all that {@link org.gridwright.data.exchange.FormulaGuard} guards, in every encoding that is cut
 * as bytes, and of some more, but not of plain numbers.
 */
final class FormulaBytes {

  private static final boolean[] FIRST = new boolean[256];

  static {
    for (char c : "=+-@\t\r\n'".toCharArray()) {
      FIRST[c] = true;
    }
    FIRST[0xef] = true; // the wide forms in UTF-8
    FIRST[0xa3] = true; // in GBK and GB 18030
    FIRST[0xa1] = true; // in Big5
    FIRST[0x81] = true; // in Shift_JIS
  }

  private FormulaBytes() {}

  /** Looks at the field at [from, to), which may be in quotes. */
  static boolean maybe(byte[] bytes, int from, int to) {
    if (from == to) {
      return false;
    }
    int at = bytes[from] == '"' && to - from > 1 ? from + 1 : from;
    if (!FIRST[bytes[at] & 0xff]) {
      return false;
    }
    return (bytes[at] != '-' && bytes[at] != '+') || !isPlain(bytes, at + 1, to);
  }

  /** Whether only digits and marks of numbers follow. */
  private static boolean isPlain(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if ((b < '0' || b > '9') && b != '.') {
        return false;
      }
    }
    return to > from;
  }
}

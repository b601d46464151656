package org.gridwright.data.bulk;

import java.util.Arrays;

/**
 * Records of CSV (RFC 4180): they end with LF, CRLF or CR outside quotes. A quote counts where a
 * field begins with it, and is doubled inside. So quotes are looked for, eight bytes at a time, and
 * of what lies outside them only the end is looked at closely.
 */
final class CsvSplitter implements RecordSplitter {

  private static final int FIELD_START = 0;
  private static final int UNQUOTED = 1;
  private static final int QUOTED = 2;
  private static final int QUOTE_IN_QUOTED = 3;

  private static final long QUOTES = EightBytes.all('"');

  private final byte separator;
  private int state = FIELD_START;
  private int seen;
  private int end;

  /** What lies outside quotes of the bytes of one call: from, to, one after the other. */
  private int[] stretches = new int[64];

  private int outside;

  /**
   * @param separator between fields, in ASCII
   */
  CsvSplitter(char separator) {
    this.separator = (byte) separator;
  }

  @Override
  public int lastEnd(byte[] bytes, int length) {
    if (seen == length) {
      return end;
    }
    if (seen > 0 && state == FIELD_START && bytes[seen - 1] == '\r' && bytes[seen] != '\n') {
      end = seen;
    }
    outside = 0;
    step(bytes, length);
    findLastEnd(bytes, length);
    seen = length;
    return end;
  }

  /** Goes from quote to quote, and writes down what lies outside quotes. */
  private void step(byte[] bytes, int length) {
    int i = seen;
    while (i < length) {
      if (state == QUOTED) {
        i = nextQuote(bytes, i, length) + 1;
        state = i <= length ? QUOTE_IN_QUOTED : QUOTED;
      } else if (state == QUOTE_IN_QUOTED && bytes[i] == '"') {
        state = QUOTED;
        i++;
      } else {
        int quote = nextQuote(bytes, i, length);
        addOutside(i, quote);
        boolean opens = quote > i ? endsField(bytes[quote - 1]) : state == FIELD_START;
        state = !opens ? UNQUOTED : quote == length ? FIELD_START : QUOTED;
        i = quote + 1;
      }
    }
  }

  private void addOutside(int from, int to) {
    if (outside == stretches.length) {
      stretches = Arrays.copyOf(stretches, 2 * outside);
    }
    stretches[outside++] = from;
    stretches[outside++] = to;
  }

  private void findLastEnd(byte[] bytes, int length) {
    for (int k = outside - 2; k >= 0; k -= 2) {
      for (int i = stretches[k + 1] - 1; i >= stretches[k]; i--) {
        if (bytes[i] == '\n' || (bytes[i] == '\r' && i + 1 < length)) {
          end = i + 1;
          return;
        }
      }
    }
  }

  /** Position of the next quote in [from, to); {@code to} where there is none. */
  private static int nextQuote(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long quotes = EightBytes.equal(EightBytes.at(bytes, i), QUOTES);
      if (quotes != 0) {
        return i + EightBytes.before(quotes);
      }
    }
    while (i < to && bytes[i] != '"') {
      i++;
    }
    return i;
  }

  private boolean endsField(byte b) {
    return b == separator || b == '\n' || b == '\r';
  }

  @Override
  public void cut(int cut) {
    seen -= cut;
    end = 0;
  }

  @Override
  public boolean canEnd() {
    return state != QUOTED;
  }
}

package org.gridwright.data.bulk;

/**
 * Records of CSV (RFC 4180): they end with LF, CRLF or CR outside quotes. A quote counts where a
 * field begins with it, and is doubled inside. Where a stretch has no quotes, only its end is
 * looked at closely.
 */
final class CsvSplitter implements RecordSplitter {

  private static final int FIELD_START = 0;
  private static final int UNQUOTED = 1;
  private static final int QUOTED = 2;
  private static final int QUOTE_IN_QUOTED = 3;

  private final byte separator;
  private final int greatest;
  private int state = FIELD_START;
  private int seen;
  private int end;

  /**
   * @param separator between fields, in ASCII
   */
  CsvSplitter(char separator) {
    this.separator = (byte) separator;
    this.greatest = Math.max(separator, '"');
  }

  @Override
  public int lastEnd(byte[] bytes, int length) {
    if (seen == length) {
      return end;
    }
    if (seen > 0 && state == FIELD_START && bytes[seen - 1] == '\r' && bytes[seen] != '\n') {
      end = seen;
    }
    if (state <= UNQUOTED && !hasQuote(bytes, length)) {
      findLastEnd(bytes, length);
      state = endsField(bytes[length - 1]) ? FIELD_START : UNQUOTED;
    } else {
      step(bytes, length);
    }
    seen = length;
    return end;
  }

  private boolean hasQuote(byte[] bytes, int length) {
    for (int i = seen; i < length; i++) {
      if (bytes[i] == '"') {
        return true;
      }
    }
    return false;
  }

  private void findLastEnd(byte[] bytes, int length) {
    for (int i = length - 1; i >= seen; i--) {
      if (bytes[i] == '\n' || (bytes[i] == '\r' && i + 1 < length)) {
        end = i + 1;
        return;
      }
    }
  }

  private void step(byte[] bytes, int length) {
    int now = state;
    int i = seen;
    while (i < length) {
      byte b = bytes[i++];
      if (now == QUOTED) {
        while (b != '"' && i < length) {
          b = bytes[i++];
        }
        now = b == '"' ? QUOTE_IN_QUOTED : QUOTED;
      } else if ((b & 0xff) > greatest) {
        while (i < length && (bytes[i] & 0xff) > greatest) {
          i++;
        }
        now = UNQUOTED;
      } else if (b == '"') {
        now = now == UNQUOTED ? UNQUOTED : QUOTED;
      } else if (endsField(b)) {
        now = FIELD_START;
        if (b == '\n' || (b == '\r' && i < length && bytes[i] != '\n')) {
          end = i;
        }
      } else {
        now = UNQUOTED;
      }
    }
    state = now;
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

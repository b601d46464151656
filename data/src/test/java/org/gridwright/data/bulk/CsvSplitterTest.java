package org.gridwright.data.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** That records end where a reader of one character after the other says that they end. */
class CsvSplitterTest {

  private static final String SIGNS = "\"\"\",,\r\n\n ab";

  @Test
  void endsAreThoseOfAReaderOfOneCharacterAfterTheOther() {
    Random random = new Random(3);
    for (int round = 0; round < 20_000; round++) {
      byte[] text = text(random, random.nextInt(1, 60));
      CsvSplitter splitter = new CsvSplitter(',');
      for (int length = 0; length < text.length; ) {
        length = Math.min(text.length, length + random.nextInt(1, 25));
        assertThat(splitter.lastEnd(text, length))
            .as("%s", shown(text, length))
            .isEqualTo(lastEnd(text, length));
        assertThat(splitter.canEnd()).isEqualTo(!isOpen(text, length));
      }
    }
  }

  @Test
  void whatWasCutOffIsForgotten() {
    byte[] rows = "a,\"b\nc\"\nd,e\r\nf".getBytes(StandardCharsets.US_ASCII);
    CsvSplitter splitter = new CsvSplitter(',');
    assertThat(splitter.lastEnd(rows, 10)).isEqualTo(8);
    splitter.cut(8);
    byte[] rest = Arrays.copyOfRange(rows, 8, rows.length);
    assertThat(splitter.lastEnd(rest, rest.length)).isEqualTo(5);
  }

  /** Where the last record ends in the first bytes of a text; 0 where none does. */
  private static int lastEnd(byte[] text, int length) {
    int last = 0;
    boolean quoted = false;
    boolean fieldStart = true;
    for (int i = 0; i < length; i++) {
      char c = (char) text[i];
      if (quoted) {
        if (c == '"' && i + 1 < length && text[i + 1] == '"') {
          i++;
        } else {
          quoted = c != '"';
        }
      } else if (c == '"' && fieldStart) {
        quoted = true;
        fieldStart = false;
      } else {
        fieldStart = c == ',' || c == '\n' || c == '\r';
        boolean alone = c == '\r' && i + 1 < length && text[i + 1] != '\n';
        last = c == '\n' || alone ? i + 1 : last;
      }
    }
    return last;
  }

  private static boolean isOpen(byte[] text, int length) {
    byte[] closed = Arrays.copyOf(text, length + 2);
    closed[length] = 'x';
    closed[length + 1] = '\n';
    return lastEnd(closed, length + 2) != length + 2;
  }

  private static byte[] text(Random random, int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
    }
    return text;
  }

  private static String shown(byte[] text, int length) {
    return new String(text, 0, length, StandardCharsets.US_ASCII).replace("\r", "\\r");
  }
}

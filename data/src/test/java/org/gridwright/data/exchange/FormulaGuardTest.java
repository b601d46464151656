package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell is run by a spreadsheet, and every text comes back as it was. */
class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1+cmd",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\r=x",
        "\nx",
        "＝1",
        "－x",
        "'=x",
        "''-x",
        "-",
        "+86 139 1234"
      })
  void whatASpreadsheetWouldRunGetsAnApostrophe(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    assertThat(FormulaGuard.removed("'" + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-12.5", "+3", "-0.5e-3", "-.5", "a=b", "'tis", "'", "", "第一网格", "1-2", " =x"})
  void numbersAndOtherTextsStayAsTheyAre(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    assertThat(FormulaGuard.removed(text)).isEqualTo(text);
  }

  @Test
  void everyTextComesBack() {
    Random random = new Random(7);
    String signs = "='+-@\t\r1.a ＝";
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(6); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String cell = FormulaGuard.guarded(text.toString());
      assertThat(FormulaGuard.removed(cell)).isEqualTo(text.toString());
      assertThat(cell).doesNotMatch("(?s)[=@\t\r＝].*");
    }
  }
}

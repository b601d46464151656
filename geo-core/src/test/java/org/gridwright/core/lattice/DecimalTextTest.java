package org.gridwright.core.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0", "+1", "1.", ".5", "-.5", "114.305", "1.14305e2", "1E-3", "007.50"})
  void decimalsAreNumbers(String text) {
    assertThat(DecimalText.parse(text)).isEqualTo(new BigDecimal(text).doubleValue());
    assertThat(DecimalText.parse(" " + text + "\t")).isEqualTo(DecimalText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "-",
        ".",
        "e5",
        "1e",
        "--1",
        "1.2.3",
        "1 2",
        "1,5",
        "114.305f",
        "30.605d",
        "30D",
        "0x1.c9385p6",
        "0x10",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "１"
      })
  void whatOnlyAProgrammingLanguageReadsIsNone(String text) {
    assertThatThrownBy(() -> DecimalText.parse(text)).isInstanceOf(NumberFormatException.class);
  }
}

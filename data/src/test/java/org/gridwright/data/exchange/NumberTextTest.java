package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "5.0, 5",
    "5.50, 5.5",
    "0.50, 0.5",
    "-0.0, 0",
    "100.0, 100",
    "4.20106e14, 420106000000000",
    "4.20106E+14, 420106000000000",
    "1e-5, 0.00001",
    "1.0E-5, 0.00001",
    "1e300, 1e300",
    "NaN, NaN",
  })
  void sameNumbersAreTheSameText(String written, String text) {
    assertThat(NumberText.of(written)).isEqualTo(text);
  }
}

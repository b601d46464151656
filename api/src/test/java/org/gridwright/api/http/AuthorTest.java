package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name in the header {@code Gridwright-Author}. */
class AuthorTest {

  @ParameterizedTest
  @CsvSource({"Li%20Wei, Li Wei", "%E6%9D%8E%E4%BC%9F, 李伟", "O'Brien+Co, O'Brien+Co", "%20x%20, x"})
  void isPercentEncodedUtf8(String header, String name) {
    assertThat(Author.decoded(header)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%zz",
        "%e6%9d",
        "%C0%AF",
        "a%0Ab",
        "a%00",
        "a%E2%80%AEb",
        "%20",
        "caf\u00e9",
        "%EF%BF%BF"
      })
  void isRefusedWhereItCannotBeReadOrSeen(String header) {
    assertThatThrownBy(() -> Author.decoded(header))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Gridwright-Author");
  }

  @Test
  void hasAtMostAHundredCharacters() {
    assertThat(Author.decoded("%F0%A0%80%80".repeat(100))).hasSize(200);
    assertThatThrownBy(() -> Author.decoded("x".repeat(101))).isInstanceOf(ProblemException.class);
  }
}

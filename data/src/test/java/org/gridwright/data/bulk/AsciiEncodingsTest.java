package org.gridwright.data.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiEncodingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "GBK",
        "GB18030",
        "GB2312",
        "Big5",
        "EUC-JP",
        "ISO-8859-1",
        "windows-1252"
      })
  void canBeCutWithoutDecoding(String name) {
    assertThat(AsciiEncodings.holds(Charset.forName(name), ',')).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-2022-JP", "IBM037"})
  void mustBeConverted(String name) {
    assertThat(AsciiEncodings.holds(Charset.forName(name), ',')).isFalse();
  }

  /** Those beyond the basic plane, which {@code holds} does not try. */
  @Test
  void gb18030BeyondTheBasicPlaneHasNoStructuralBytes() {
    StringBuilder text = new StringBuilder();
    for (int c = 0x10000; c <= Character.MAX_CODE_POINT; c++) {
      text.appendCodePoint(c);
    }
    byte least = 0x7f;
    for (byte b : text.toString().getBytes(Charset.forName("GB18030"))) {
      least = b >= 0 && b < least ? b : least;
    }
    assertThat(least).isEqualTo((byte) 0x30);
  }
}

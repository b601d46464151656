package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

  record Sizes(double area, @Nullable Double share, List<Double> all) {}

  @Test
  void numbersAreWrittenWithoutExponents() {
    assertThat(Json.MAPPER.writeValueAsString(new Sizes(2.58370003E7, 1e-7, List.of(1e20, -2.5))))
        .isEqualTo(
            "{\"area\":25837000.3,\"share\":0.00000010,\"all\":[100000000000000000000,-2.5]}");
  }
}

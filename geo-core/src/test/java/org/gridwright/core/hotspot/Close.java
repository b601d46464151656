package org.gridwright.core.hotspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;

/** Compares figures with reference values, to 1e-9 of their size. */
public final class Close {

  private static final double RELATIVE = 1e-9;

  private Close() {}

  /** Both are defined and close, or neither is. */
  public static void assertClose(String what, OptionalDouble actual, OptionalDouble expected) {
    assertThat(actual.isPresent()).as(what).isEqualTo(expected.isPresent());
    if (expected.isPresent()) {
      assertClose(what, actual.getAsDouble(), expected.getAsDouble());
    }
  }

  /** Close to a number; near 0, to 1e-12. */
  public static void assertClose(String what, double actual, double expected) {
    assertThat(actual)
        .as(what)
        .isCloseTo(expected, within(Math.max(1e-12, RELATIVE * Math.abs(expected))));
  }
}

package org.gridwright.data.demo.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Held against the platform's own, bit for bit. */
class ExactTrigTest {

  private static final int MANY = 1_000_000;

  /** Where the polynomials change, and what has no ordinary answer. */
  private static final double[] BORDERS = {
    0,
    -0.0,
    0x1p-28,
    0x1p-27,
    0x1p-26,
    0.3,
    0.4375,
    0.6875,
    0.78125,
    Math.PI / 4,
    1,
    1.1875,
    1.5,
    2.4375,
    3,
    0x1p27,
    0x1p28,
    0x1p29,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY
  };

  @Test
  void anglesHaveTheSineAndCosineOfTheStandard() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < MANY; i++) {
      requireSame(random.nextDouble(-1, 1));
      requireSame(random.nextDouble(-1, 1) * Math.scalb(1.0, -random.nextInt(40)));
    }
    for (double border : BORDERS) {
      requireSame(border);
      requireSame(-border);
      requireSame(Math.nextUp(border));
      requireSame(Math.nextDown(border));
    }
  }

  @Test
  void directionsHaveTheArcTangentOfTheStandard() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < MANY; i++) {
      requireSame(random.nextDouble(-1, 1), random.nextDouble(-1, 1));
      requireSame(
          random.nextDouble(-1, 1), random.nextDouble(-1, 1) * Math.scalb(1.0, random.nextInt(70)));
    }
    for (double y : BORDERS) {
      for (double x : BORDERS) {
        requireSame(y, x);
        requireSame(-y, x);
        requireSame(y, -x);
        requireSame(-y, -x);
        requireSame(Math.nextUp(y), Math.nextDown(x));
      }
    }
  }

  private static void requireSame(double angle) {
    if (differ(ExactTrig.sin(angle), StrictMath.sin(angle))
        || differ(ExactTrig.cos(angle), StrictMath.cos(angle))) {
      assertThat(ExactTrig.sin(angle)).as("sin " + angle).isEqualTo(StrictMath.sin(angle));
      assertThat(ExactTrig.cos(angle)).as("cos " + angle).isEqualTo(StrictMath.cos(angle));
    }
  }

  private static void requireSame(double y, double x) {
    if (differ(ExactTrig.atan2(y, x), StrictMath.atan2(y, x))) {
      assertThat(ExactTrig.atan2(y, x)).as(y + ", " + x).isEqualTo(StrictMath.atan2(y, x));
    }
  }

  private static boolean differ(double one, double other) {
    return Double.doubleToLongBits(one) != Double.doubleToLongBits(other);
  }
}

package org.gridwright.data.demo.ground;

/**
 * Sine, cosine and arc tangent of {@link StrictMath}, bit for bit, without its call of native code,
 * which on JDK 17 costs several times what the polynomial does. Only what the grain of streets asks
 * for is here; what lies elsewhere is handed on. Stateless.
 *
 * <p>The polynomials are those of fdlibm 5.3 (k_sin.c, k_cos.c, s_atan.c, e_atan2.c), which {@link
 * StrictMath} is specified by. Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that
 * this notice is preserved.
 */
final class ExactTrig {

  /** Up to here, in the high word of a double, an angle is not taken to another octant. */
  private static final int QUARTER_PI = 0x3fe921fb;

  private static final int TINY = 0x3e400000;

  private static final double PI_LOW = 1.2246467991473532e-16;

  private ExactTrig() {}

  static double sin(double x) {
    int high = high(x);
    if (high > QUARTER_PI || high < TINY) {
      return StrictMath.sin(x);
    }
    double z = x * x;
    double v = z * x;
    double r =
        0.00833333333332249
            + z
                * (-0.0001984126982985795
                    + z
                        * (2.7557313707070068e-06
                            + z * (-2.5050760253406863e-08 + z * 1.58969099521155e-10)));
    return x + v * (-0.16666666666666632 + z * r);
  }

  static double cos(double x) {
    int high = high(x);
    if (high > QUARTER_PI || high < TINY) {
      return StrictMath.cos(x);
    }
    double z = x * x;
    double r =
        z
            * (0.0416666666666666
                + z
                    * (-0.001388888888887411
                        + z
                            * (2.480158728947673e-05
                                + z
                                    * (-2.7557314351390663e-07
                                        + z
                                            * (2.087572321298175e-09
                                                + z * -1.1359647557788195e-11)))));
    if (high < 0x3fd33333) {
      return 1 - (0.5 * z - z * r);
    }
    double quarter =
        high > 0x3fe90000 ? 0.28125 : Double.longBitsToDouble((long) (high - 0x00200000) << 32);
    double half = 0.5 * z - quarter;
    return (1 - quarter) - (half - z * r);
  }

  static double atan2(double y, double x) {
    double ratio = Math.abs(y / x);
    if (!(ratio > 0x1p-28 && ratio < 0x1p28)) {
      return StrictMath.atan2(y, x);
    }
    double z = atan(ratio);
    if (x > 0) {
      return y > 0 ? z : -z;
    }
    return y > 0 ? Math.PI - (z - PI_LOW) : (z - PI_LOW) - Math.PI;
  }

  /** Of a positive number that is neither tiny nor huge. */
  private static double atan(double x) {
    int high = high(x);
    if (high < 0x3fdc0000) {
      return x - x * series(x);
    }
    if (high < 0x3fe60000) {
      return turned((2 * x - 1) / (2 + x), 0.4636476090008061, 2.2698777452961687e-17);
    }
    if (high < 0x3ff30000) {
      return turned((x - 1) / (x + 1), 0.7853981633974483, 3.061616997868383e-17);
    }
    if (high < 0x40038000) {
      return turned((x - 1.5) / (1 + 1.5 * x), 0.982793723247329, 1.3903311031230998e-17);
    }
    return turned(-1 / x, 1.5707963267948966, 6.123233995736766e-17);
  }

  private static double turned(double x, double byHigh, double byLow) {
    return byHigh - ((x * series(x) - byLow) - x);
  }

  private static double series(double x) {
    double z = x * x;
    double w = z * z;
    double odd =
        z
            * (0.3333333333333293
                + w
                    * (0.14285714272503466
                        + w
                            * (0.09090887133436507
                                + w
                                    * (0.06661073137387531
                                        + w * (0.049768779946159324 + w * 0.016285820115365782)))));
    double even =
        w
            * (-0.19999999999876483
                + w
                    * (-0.11111110405462356
                        + w
                            * (-0.0769187620504483
                                + w * (-0.058335701337905735 + w * -0.036531572744216916))));
    return odd + even;
  }

  /** The high word without the sign. */
  private static int high(double x) {
    return (int) (Double.doubleToRawLongBits(x) >>> 32) & 0x7fffffff;
  }
}

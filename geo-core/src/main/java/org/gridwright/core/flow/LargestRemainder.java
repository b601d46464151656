package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divides a number into parts that add up to it, in proportion to weights: the method of the
 * largest remainder, also called Hamilton's. Exact.
 */
final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * The parts of a number, each rounded towards zero or away from it by less than one unit of the
   * last decimal place. Negative numbers are divided by their size.
   *
   * @param digits decimal places of the parts, at least those of the number
   * @param weights 0 or more, at least one of them more; among equal remainders the first wins
   */
  static BigDecimal[] parts(BigDecimal number, int digits, long[] weights) {
    BigInteger units = number.setScale(digits).unscaledValue().abs();
    BigInteger total =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger[] parts = new BigInteger[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    BigInteger left = units;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] divided =
          units.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(total);
      parts[i] = divided[0];
      remainders[i] = divided[1];
      left = left.subtract(divided[0]);
    }
    int[] byRemainder =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < left.intValueExact(); i++) {
      parts[byRemainder[i]] = parts[byRemainder[i]].add(BigInteger.ONE);
    }
    boolean negative = number.signum() < 0;
    return Arrays.stream(parts)
        .map(part -> new BigDecimal(negative ? part.negate() : part, digits))
        .toArray(BigDecimal[]::new);
  }
}

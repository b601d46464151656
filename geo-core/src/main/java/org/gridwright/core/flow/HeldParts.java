package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.Replaced;
import org.gridwright.core.fact.Share;
import org.gridwright.core.plan.Unit;

/**
 * How one counted ground is divided among the grids that hold it, for one attribute. What later
 * counts took of it is left out, the number as well as the ground.
 */
final class HeldParts {

  /** Ground without places changes hands only above a thousandth of it. */
  private static final long NEGLIGIBLE = 1_000;

  private final Map<String, Integer> slotOf = new HashMap<>();
  private final long[] measures;
  private final BigDecimal[] parts;
  private final long total;
  private final boolean wholly;

  /**
   * How a ground is divided.
   *
   * @param holders grids that hold it, in code order
   * @param later what later counts took from its counts
   */
  HeldParts(
      CountedGround ground, FactDeclaration declared, List<Unit> holders, List<Replaced> later) {
    long[] shares = new long[holders.size()];
    long[] left = new long[holders.size()];
    for (int i = 0; i < shares.length; i++) {
      Held held = held(holders.get(i), ground);
      Share gone = held.replaced().getOrDefault(declared.attribute(), Share.NONE);
      shares[i] = considerable(measure(ground, declared, held.share()), ground, declared);
      left[i] =
          considerable(
              measure(ground, declared, held.share()) - measure(ground, declared, gone),
              ground,
              declared);
      slotOf.put(holders.get(i).code(), i);
    }
    Optional<BigDecimal> number =
        counted(ground, declared).value().map(it -> less(it, later, declared));
    boolean none = sum(left) == 0 && number.filter(it -> it.signum() != 0).isPresent();
    this.measures = none ? shares : left;
    this.total = sum(measures);
    this.wholly = Arrays.equals(shares, left);
    this.parts =
        number.isEmpty() || total == 0
            ? new BigDecimal[0]
            : LargestRemainder.parts(
                number.get(), Math.max(declared.digits(), number.get().scale()), measures);
  }

  /** What a grid is told of the count; empty where that is unknown or it has nothing of it. */
  Optional<BigDecimal> part(String code) {
    int slot = slot(code);
    return parts.length == 0 || measures[slot] == 0 ? Optional.empty() : Optional.of(parts[slot]);
  }

  /** How much of the ground a grid has, as far as it was not counted anew. */
  long measure(String code) {
    return measures[slot(code)];
  }

  /** The same as a share of all such ground, 0 to 1. */
  double share(String code) {
    return total == 0 ? 0 : (double) measures[slot(code)] / total;
  }

  /** Whether all of the ground is one grid's, and none of it was counted anew. */
  boolean isWhole(String code) {
    return wholly && measures[slot(code)] == total;
  }

  /** The sum of what is told to all grids. */
  BigDecimal told() {
    return Arrays.stream(parts).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private int slot(String code) {
    return Objects.requireNonNull(slotOf.get(code));
  }

  private static BigDecimal less(
      BigDecimal number, List<Replaced> later, FactDeclaration declared) {
    BigDecimal left = number;
    for (Replaced each : later) {
      left = left.subtract(each.withdrawn().getOrDefault(declared.attribute(), BigDecimal.ZERO));
    }
    return left;
  }

  private static long considerable(long measure, CountedGround ground, FactDeclaration declared) {
    boolean negligible =
        isByArea(ground, declared) && measure < ground.whole().squareMillimetres() / NEGLIGIBLE;
    return negligible ? 0 : measure;
  }

  private static long sum(long[] measures) {
    return Arrays.stream(measures).sum();
  }

  private static Counted counted(CountedGround ground, FactDeclaration declared) {
    return ground.counts().getOrDefault(declared.attribute(), Counted.UNKNOWN);
  }

  private static boolean isByArea(CountedGround ground, FactDeclaration declared) {
    return !ground.hasWeight() || declared.weight().equals(FactDeclaration.AREA);
  }

  private static long measure(CountedGround ground, FactDeclaration declared, Share share) {
    return isByArea(ground, declared) ? share.squareMillimetres() : share.weight();
  }

  private static Held held(Unit unit, CountedGround ground) {
    return unit.facts().held().stream()
        .filter(it -> it.ground().equals(ground))
        .findFirst()
        .orElseThrow();
  }
}

package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.Share;
import org.gridwright.core.plan.Unit;

/**
 * How one counted ground is divided among the grids that hold it, for one attribute. Grids come in
 * code order; ground that was counted anew keeps its part of the old count, which is told to
 * nobody.
 */
final class HeldParts {

  /** Ground without places changes hands only above a thousandth of it. */
  private static final long NEGLIGIBLE = 1_000;

  private final List<String> codes = new ArrayList<>();
  private final long[] measures;
  private final boolean[] told;
  private final BigDecimal[] parts;
  private final long total;
  private final Map<String, Integer> slotOf = new HashMap<>();

  /**
   * @param holders grids that hold the ground, in code order
   */
  HeldParts(CountedGround ground, FactDeclaration declared, List<Unit> holders) {
    List<Long> all = new ArrayList<>();
    List<Boolean> mine = new ArrayList<>();
    for (Unit holder : holders) {
      Held held = held(holder, ground).orElseThrow();
      long whole = measure(ground, declared, held.share());
      long old =
          measure(ground, declared, held.replaced().getOrDefault(declared.attribute(), Share.NONE));
      slotOf.put(holder.code(), all.size());
      add(ground, declared, whole - old, true, holder, all, mine);
      add(ground, declared, old, false, holder, all, mine);
    }
    this.measures = all.stream().mapToLong(Long::longValue).toArray();
    this.told = new boolean[measures.length];
    for (int i = 0; i < told.length; i++) {
      told[i] = mine.get(i);
    }
    long sum = 0;
    for (long measure : measures) {
      sum += measure;
    }
    this.total = sum;
    this.parts = parts(ground, declared);
  }

  private void add(
      CountedGround ground,
      FactDeclaration declared,
      long measure,
      boolean told,
      Unit holder,
      List<Long> measures,
      List<Boolean> mine) {
    boolean byArea = isByArea(ground, declared);
    boolean negligible = byArea && measure < ground.whole().squareMillimetres() / NEGLIGIBLE;
    codes.add(holder.code());
    measures.add(negligible ? 0 : measure);
    mine.add(told);
  }

  private BigDecimal[] parts(CountedGround ground, FactDeclaration declared) {
    Optional<BigDecimal> value =
        Optional.ofNullable(ground.counts().get(declared.attribute())).flatMap(it -> it.value());
    if (value.isEmpty() || total == 0) {
      return new BigDecimal[0];
    }
    int digits = Math.max(declared.digits(), value.get().scale());
    return LargestRemainder.parts(value.get(), digits, measures);
  }

  /** What a grid is told of the count; empty where the count is unknown or nothing is told. */
  Optional<BigDecimal> part(String code) {
    int slot = slot(code);
    return parts.length == 0 || measures[slot] == 0 ? Optional.empty() : Optional.of(parts[slot]);
  }

  /** How much of the ground a grid has, as far as it was not counted anew. */
  long measure(String code) {
    return measures[slot(code)];
  }

  /** The same as a share of the whole ground, 0 to 1. */
  double share(String code) {
    return total == 0 ? 0 : (double) measures[slot(code)] / total;
  }

  /** Whether all of the ground is one grid's. */
  boolean isWhole(String code) {
    return measures[slot(code)] == total;
  }

  /** The sum of what is told to all grids. */
  BigDecimal told() {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < parts.length; i++) {
      sum = told[i] ? sum.add(parts[i]) : sum;
    }
    return sum;
  }

  private int slot(String code) {
    return Objects.requireNonNull(slotOf.get(code));
  }

  private static boolean isByArea(CountedGround ground, FactDeclaration declared) {
    return !ground.hasWeight() || declared.weight().equals(FactDeclaration.AREA);
  }

  private static long measure(CountedGround ground, FactDeclaration declared, Share share) {
    return isByArea(ground, declared) ? share.squareMillimetres() : share.weight();
  }

  static Optional<Held> held(Unit unit, CountedGround ground) {
    return unit.facts().held().stream().filter(it -> it.ground().equals(ground)).findFirst();
  }
}

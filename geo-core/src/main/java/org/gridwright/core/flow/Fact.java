package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a number of one unit.
 *
 * @param attribute key of the attribute
 * @param known the number, rounded; null where none of its ground was counted
 * @param estimated whether it is spread from counts of other ground, instead of counted
 * @param incomplete whether some of its ground was never counted, though other units were
 * @param since day of the oldest count that it comes from; null where nobody said
 * @param sources the counts that it comes from, by code of the unit that was counted; empty where
 *     it is the unit's own
 */
public record Fact(
    String attribute,
    @Nullable BigDecimal known,
    boolean estimated,
    boolean incomplete,
    @Nullable LocalDate since,
    List<Source> sources) {

  /** Just this was counted on just this ground. */
  public static final String COUNTED = "counted";

  /** It is spread from counts of other ground. */
  public static final String ESTIMATED = "estimated";

  /** Some of the ground was never counted. */
  public static final String INCOMPLETE = "incomplete";

  private static final List<String> WEAKER = List.of(COUNTED, ESTIMATED, INCOMPLETE);

  /**
   * A count that a number comes from.
   *
   * @param code of the unit that was counted
   * @param counted what was counted; null where it is unknown
   * @param since day of the count; null where nobody said
   * @param part of that, what goes to this unit; null where it is unknown, or a mean
   * @param share of the counted ground's weight that lies in the unit, 0 to 1
   */
  public record Source(
      String code,
      @Nullable BigDecimal counted,
      @Nullable LocalDate since,
      @Nullable BigDecimal part,
      double share) {}

  public Fact {
    sources = List.copyOf(sources);
  }

  /** How it is known: {@link #COUNTED}, {@link #ESTIMATED} or {@link #INCOMPLETE}. */
  public String basis() {
    if (incomplete) {
      return INCOMPLETE;
    }
    return estimated ? ESTIMATED : COUNTED;
  }

  /** How a sum is known of which one part is known in one way, and the rest in another. */
  public static String weaker(String basis, String other) {
    return WEAKER.indexOf(basis) >= WEAKER.indexOf(other) ? basis : other;
  }

  public Optional<BigDecimal> value() {
    return Optional.ofNullable(known);
  }
}

package org.gridwright.api.http.compare;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Crosswalk.Amount;
import org.gridwright.core.compare.Overlap;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.compare.Common;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table a request wants, in which order.
 *
 * @param text part of a code or name of either unit, in small letters; empty for all
 * @param fate the only one wanted; null for all
 * @param sort what the largest or smallest are wanted of; null for the order of codes
 * @param descending whether the largest come first
 * @param offset how many rows are left out before the first
 * @param limit how many rows are wanted at most
 */
record Page(
    String text,
    @Nullable String fate,
    @Nullable String sort,
    boolean descending,
    int offset,
    int limit) {

  /** What every page knows; changes have a {@code fate} besides, other rows a {@code sort}. */
  static final KnownParameters KNOWN = KnownParameters.of("q", "offset", "limit");

  /** All rows in order of codes. */
  static final Page ALL = new Page("", null, null, false, 0, Integer.MAX_VALUE);

  private static final Map<String, ToDoubleFunction<Common>> KEYS =
      Map.of(
          "area", row -> row.squareMetres().value(),
          "areaShare", row -> row.squareMetres().shareOfFrom(),
          "areaShareOfWith", row -> row.squareMetres().shareOfTo(),
          "addresses", row -> row.addresses().value(),
          "openIncidents", row -> row.openIncidents().value(),
          "households", row -> value(row.households()));

  private static final Comparator<Common> BY_CODE =
      Comparator.comparingInt(Common::from).thenComparingInt(Common::to);

  /**
   * Some rows.
   *
   * @param total how many there are, wanted or not
   */
  record Excerpt<T>(int total, List<T> rows) {}

  static Page parse(Parameters parameters) {
    String sort = parameters.text("sort").orElse("code");
    boolean descending = sort.startsWith("-");
    String key = descending ? sort.substring(1) : sort;
    if (!key.equals("code") && !KEYS.containsKey(key)) {
      throw ProblemException.badParameter(
          "sort",
          ApiMessages.of(
              "http.member-choice",
              "sort",
              "code, " + String.join(", ", KEYS.keySet().stream().sorted().toList())));
    }
    return new Page(
        parameters.text("q").orElse("").toLowerCase(Locale.ROOT),
        parameters.text("fate").orElse(null),
        key.equals("code") ? null : key,
        descending,
        parameters.number("offset", 0, Integer.MAX_VALUE, 0),
        parameters.number("limit", 0, Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  /** The same rows, but so many at most. */
  Page first(int most) {
    return new Page(text, fate, sort, descending, offset, most);
  }

  /** The rows wanted. */
  Excerpt<Common> rows(Comparison comparison, Stream<Common> all) {
    return cut(ordered(matching(comparison, all).toList()));
  }

  /** The part wanted of rows that are all wanted. */
  <T> Excerpt<T> cut(List<T> matching) {
    int start = Math.min(offset, matching.size());
    int end = start + Math.min(limit, matching.size() - start);
    return new Excerpt<>(matching.size(), matching.subList(start, end));
  }

  /** Each unit's names are looked at once, however many rows it is in. */
  private Stream<Common> matching(Comparison comparison, Stream<Common> all) {
    if (text.isEmpty()) {
      return all;
    }
    BitSet from = matching(comparison.from());
    BitSet to = matching(comparison.to());
    return all.filter(row -> has(from, row.from()) || has(to, row.to()));
  }

  private BitSet matching(List<Unit> units) {
    return IntStream.range(0, units.size())
        .filter(unit -> UnitText.contains(units.get(unit), text))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  private static boolean has(BitSet units, int unit) {
    return unit != Overlap.NOBODY && units.get(unit);
  }

  /** Rows that are equal stay in order of codes. */
  private List<Common> ordered(List<Common> rows) {
    if (sort == null) {
      return descending ? rows.stream().sorted(BY_CODE.reversed()).toList() : rows;
    }
    Comparator<Common> order = Comparator.comparingDouble(KEYS.getOrDefault(sort, row -> 0));
    return rows.stream().sorted(descending ? order.reversed() : order).toList();
  }

  private static double value(@Nullable Amount amount) {
    return amount == null ? 0 : amount.value();
  }
}

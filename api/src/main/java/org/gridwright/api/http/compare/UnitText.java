package org.gridwright.api.http.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.api.http.answer.Bounds;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.core.compare.Overlap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** What rows of a table say of their units, where nobody has neither code nor name. */
final class UnitText {

  private UnitText() {}

  static @Nullable Unit unit(List<Unit> units, int index) {
    return index == Overlap.NOBODY ? null : units.get(index);
  }

  static @Nullable String code(@Nullable Unit unit) {
    return unit == null ? null : unit.code();
  }

  static @Nullable String name(@Nullable Unit unit) {
    return unit == null ? null : unit.name();
  }

  static Map<String, String> names(@Nullable Unit unit) {
    return unit == null ? Map.of() : UnitNames.of(unit);
  }

  /** Whether the code or one of the names contains a text of small letters. */
  static boolean contains(@Nullable Unit unit, String text) {
    return unit != null
        && (small(unit.code()).contains(text)
            || small(unit.name()).contains(text)
            || UnitNames.of(unit).values().stream().anyMatch(name -> small(name).contains(text)));
  }

  /** The rectangle in which both lie, or that of the one there is. */
  static @Nullable List<Double> bounds(@Nullable Unit one, @Nullable Unit other) {
    LatticeEnvelope first = envelope(one);
    LatticeEnvelope second = envelope(other);
    LatticeEnvelope common =
        new LatticeEnvelope(
            Math.max(first.minX(), second.minX()),
            Math.max(first.minY(), second.minY()),
            Math.min(first.maxX(), second.maxX()),
            Math.min(first.maxY(), second.maxY()));
    return Bounds.of(
        first.isEmpty() || second.isEmpty() || common.isEmpty() ? first.union(second) : common);
  }

  static LatticeEnvelope envelope(@Nullable Unit unit) {
    return unit == null || unit.area() == null ? LatticeEnvelope.EMPTY : unit.area().envelope();
  }

  private static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}

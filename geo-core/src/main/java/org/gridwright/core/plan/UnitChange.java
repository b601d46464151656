package org.gridwright.core.plan;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one unit. Depth and code stay; a new code is the removal of one unit and the
 * addition of another, and {@link Lineage} says that they belong together.
 *
 * @param before null for a unit that is added
 * @param after null for a unit that is removed
 */
public record UnitChange(@Nullable Unit before, @Nullable Unit after) {

  /**
   * @throws IllegalArgumentException when both are null, or differ in depth or code
   */
  public UnitChange {
    if (before == null && after == null) {
      throw new IllegalArgumentException("a change needs a unit before or after it");
    }
    if (before != null
        && after != null
        && !(before.depth() == after.depth() && before.code().equals(after.code()))) {
      throw new IllegalArgumentException("'" + before.code() + "' cannot become another unit");
    }
  }

  public static UnitChange added(Unit unit) {
    return new UnitChange(null, unit);
  }

  public static UnitChange removed(Unit unit) {
    return new UnitChange(unit, null);
  }

  public int depth() {
    return any().depth();
  }

  public String code() {
    return any().code();
  }

  public UnitChange reversed() {
    return new UnitChange(after, before);
  }

  /** This and what becomes of the same unit next; empty where it comes and goes. */
  Optional<UnitChange> then(UnitChange next) {
    return before == null && next.after == null
        ? Optional.empty()
        : Optional.of(new UnitChange(before, next.after));
  }

  private Unit any() {
    return Objects.requireNonNull(before == null ? after : before);
  }
}

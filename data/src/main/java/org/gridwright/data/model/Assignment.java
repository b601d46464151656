package org.gridwright.data.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That an officer answers for a grid.
 *
 * @param officer id of the officer
 * @param gridCode code of the grid, at the finest level of the theme
 * @param role such as {@code full-time}; {@link #PLAIN} where nobody said
 * @param from first day; null for always
 * @param to first day no more; null while no end is known
 */
public record Assignment(
    String officer,
    String theme,
    String gridCode,
    String role,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** The role of an assignment of which no other is known. */
  public static final String PLAIN = "officer";

  /**
   * @throws IllegalArgumentException when it ends before it begins
   */
  public Assignment {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("an assignment from " + from + " cannot end on " + to);
    }
  }

  /** Whether it holds on a day. */
  public boolean holds(LocalDate day) {
    return begins(day) && !over(day);
  }

  /** Whether it has begun by a day. */
  public boolean begins(LocalDate day) {
    return from == null || !from.isAfter(day);
  }

  /** Whether it has ended by a day. */
  public boolean over(LocalDate day) {
    return to != null && !to.isAfter(day);
  }

  /** The same with another end. */
  public Assignment until(@Nullable LocalDate end) {
    return new Assignment(officer, theme, gridCode, role, from, end);
  }

  /** The same for another grid, from a day on. */
  public Assignment at(String grid, @Nullable LocalDate begin) {
    return new Assignment(officer, theme, grid, role, begin, to);
  }
}

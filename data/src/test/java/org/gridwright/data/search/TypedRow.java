package org.gridwright.data.search;

import java.util.List;
import java.util.function.Predicate;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table: questions of one kind, and what answers them.
 *
 * @param now per cent right of the search before this one, on the same questions
 * @param goal per cent that are to be right
 */
record TypedRow(String name, double now, double goal, List<Typed> questions) {

  /**
   * A question.
   *
   * @param near null for nowhere
   * @param right whether hits, best first, are right
   */
  record Typed(String text, @Nullable LatticePoint near, Predicate<List<AddressHit>> right) {}

  /** A question whose first hit must be one of some texts. */
  static Typed first(String text, Predicate<String> right) {
    return new Typed(text, null, hits -> !hits.isEmpty() && right.test(hits.get(0).text()));
  }
}

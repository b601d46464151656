package org.gridwright.data.search;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param text anything; a text without letters and digits finds nothing
 * @param limit how many are wanted at most
 * @param near places near it come before others that are as good; null for nowhere
 * @param within where places must lie
 * @param unitNames names of the units that a place is in, in all languages
 */
public record PlaceQuestion(
    String text,
    int limit,
    @Nullable LatticePoint near,
    Predicate<LatticePoint> within,
    Function<LatticePoint, List<String>> unitNames) {

  /** A text alone, anywhere. */
  public static PlaceQuestion of(String text, int limit) {
    return new PlaceQuestion(text, limit, null, any -> true, any -> List.of());
  }
}

package org.gridwright.data.search;

import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/**
 * A place that was found.
 *
 * @param id of its address; null for a place that is none, such as a corner
 * @param differs where it is not what was typed
 * @param uncertaintyMetres how far the place may be from the one meant; 0 where it is known
 * @param score in (0, 1]; 1 where everything that was typed is there as it was typed
 */
public record AddressHit(
    @Nullable String id,
    String text,
    LatticePoint place,
    Match match,
    List<HitDifference> differs,
    double uncertaintyMetres,
    double score) {

  /** What a hit is. */
  public enum Match {
    EXACT,
    NEAREST_NUMBER,
    STREET,
    CORNER
  }

  public AddressHit {
    differs = List.copyOf(differs);
  }
}

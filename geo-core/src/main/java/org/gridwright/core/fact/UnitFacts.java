package org.gridwright.core.fact;

import java.util.Comparator;
import java.util.List;

/**
 * What a unit holds of counts on ground that is not, or not only, its own any more. A unit whose
 * ground is that on which its numbers were counted holds nothing: its attributes say them.
 *
 * @param held in the order of the grounds' ids
 */
public record UnitFacts(List<Held> held) {

  /** A unit whose attributes say everything. */
  public static final UnitFacts NONE = new UnitFacts(List.of());

  public UnitFacts {
    held = held.stream().sorted(Comparator.comparing((Held each) -> each.ground().id())).toList();
  }

  public boolean isNone() {
    return held.isEmpty();
  }
}

package org.gridwright.core.compare;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Units that belong together across two plans.
 *
 * @param fate of all of them
 * @param from indexes of earlier units, ascending; empty where the later one is new
 * @param to indexes of later units, ascending; empty where the earlier one is retired
 * @param alterations how a unit changed, where one went on as one; otherwise empty
 */
public record Family(Fate fate, List<Integer> from, List<Integer> to, Set<Alteration> alterations) {

  public Family {
    from = List.copyOf(from);
    to = List.copyOf(to);
    EnumSet<Alteration> ordered = EnumSet.noneOf(Alteration.class);
    ordered.addAll(alterations);
    alterations = Collections.unmodifiableSet(ordered);
  }
}

package org.gridwright.data.store;

import java.util.List;
import java.util.Optional;

/**
 * What became of addresses since an earlier state.
 *
 * @param mark of the state now; no two states of any store have the same
 * @param ids of those that were put, changed or taken away since; empty where they were too many,
 *     or nobody knows
 */
public record AddressChanges(String mark, Optional<List<String>> ids) {

  public AddressChanges {
    ids = ids.map(List::copyOf);
  }

  /** Whether nothing changed. */
  public boolean isNone() {
    return ids.isPresent() && ids.get().isEmpty();
  }
}

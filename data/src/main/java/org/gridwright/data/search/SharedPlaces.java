package org.gridwright.data.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticePoint;

/**
 * Places that addresses of very many streets are said to be at: where those were put that could not
 * be placed. Nothing is nearest to them.
 */
final class SharedPlaces {

  private static final int MOST_STREETS = 30;

  private final Map<LatticePoint, Seen> seen = new HashMap<>();

  /** The street seen last at a place, and how often it was another one. */
  private record Seen(String street, int changes) {}

  void take(LatticePoint place, String street) {
    Seen before = seen.get(place);
    if (before == null || !before.street.equals(street)) {
      seen.put(place, new Seen(street, before == null ? 0 : before.changes + 1));
    }
  }

  Set<LatticePoint> places() {
    return seen.entrySet().stream()
        .filter(each -> each.getValue().changes >= MOST_STREETS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}

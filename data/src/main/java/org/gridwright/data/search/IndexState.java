package org.gridwright.data.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.Version;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.data.search.words.StreetWords;

/**
 * What is written with each state of an index, beside its documents.
 *
 * @param mark of the addresses that it was made of
 * @param nextStreet what the next new street is called
 * @param nextOrder the order of the next new address
 * @param towns that stand behind streets without a sign between
 * @param nowhere places that say nothing of where a house is
 */
record IndexState(
    String mark, int nextStreet, int nextOrder, Set<String> towns, Set<LatticePoint> nowhere) {

  /**
   * How addresses are split and what an index has: to be another one whenever either changes, so
   * that indexes of other versions are made anew.
   */
  private static final int FORMAT = 3;

  private static final String BETWEEN = "\n";

  IndexState {
    towns = Set.copyOf(towns);
    nowhere = Set.copyOf(nowhere);
  }

  IndexState of(String newMark, int street, int order) {
    return new IndexState(newMark, street, order, towns, nowhere);
  }

  private static String format() {
    return FORMAT + "/" + Version.LATEST + "/" + StreetWords.known().digest();
  }

  Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put("format", format());
    map.put("mark", mark);
    map.put("nextStreet", Integer.toString(nextStreet));
    map.put("nextOrder", Integer.toString(nextOrder));
    map.put("towns", String.join(BETWEEN, towns));
    map.put(
        "nowhere",
        nowhere.stream()
            .map(place -> Long.toString(Packed.of(place.x(), place.y())))
            .collect(Collectors.joining(BETWEEN)));
    return map;
  }

  /** What was written by {@link #toMap}; empty for an index of another version. */
  static Optional<IndexState> of(Map<String, String> map) {
    if (!format().equals(map.get("format"))) {
      return Optional.empty();
    }
    Set<LatticePoint> nowhere = new LinkedHashSet<>();
    for (String packed : lines(map, "nowhere")) {
      long point = Long.parseLong(packed);
      nowhere.add(new LatticePoint(Packed.x(point), Packed.y(point)));
    }
    return Optional.of(
        new IndexState(
            map.getOrDefault("mark", ""),
            Integer.parseInt(map.getOrDefault("nextStreet", "0")),
            Integer.parseInt(map.getOrDefault("nextOrder", "0")),
            lines(map, "towns"),
            nowhere));
  }

  private static Set<String> lines(Map<String, String> map, String key) {
    String text = map.getOrDefault(key, "");
    return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(BETWEEN, -1)));
  }
}

package org.gridwright.data.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridwright.data.search.words.StreetWords;

/**
 * Learns which towns stand behind streets without a sign between: last words that many streets have
 * in common, and that nearly always stand behind a kind of street.
 */
final class EndsOfStreets {

  private static final int LEAST_STREETS = 12;
  private static final double NEARLY_ALWAYS = 0.8;

  private final Map<String, int[]> ends = new HashMap<>();

  void take(String key) {
    List<String> words = KnownTowns.words(key);
    for (int from = words.size() - 1;
        from > 1 && from >= words.size() - KnownTowns.MOST_WORDS;
        from--) {
      String end = String.join(" ", words.subList(from, words.size()));
      int[] counts = ends.computeIfAbsent(end, none -> new int[2]);
      counts[0]++;
      counts[1] += StreetWords.known().ends(words.get(from - 1)) ? 1 : 0;
    }
  }

  KnownTowns towns() {
    return new KnownTowns(
        ends.entrySet().stream()
            .filter(each -> isTown(each.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean isTown(int[] counts) {
    return counts[0] >= LEAST_STREETS && counts[1] >= NEARLY_ALWAYS * counts[0];
  }
}

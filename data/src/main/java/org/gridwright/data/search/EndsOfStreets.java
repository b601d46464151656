package org.gridwright.data.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.data.search.words.StreetWords;

/**
 * Towns that stand behind streets without a sign between: last words that many streets have in
 * common, and that nearly always stand behind a kind of street, such as "Hyde Park" in "Austin St
 * Hyde Park".
 */
final class EndsOfStreets {

  private static final int MOST_WORDS = 4;
  private static final int LEAST_STREETS = 12;
  private static final double NEARLY_ALWAYS = 0.8;
  private static final String FIELD = "\u0001";

  private final Map<String, int[]> ends = new HashMap<>();

  void take(String key) {
    List<String> words = words(key);
    for (int from = words.size() - 1; from > 1 && from >= words.size() - MOST_WORDS; from--) {
      String end = String.join(" ", words.subList(from, words.size()));
      int[] counts = ends.computeIfAbsent(end, none -> new int[2]);
      counts[0]++;
      counts[1] += StreetWords.known().ends(words.get(from - 1)) ? 1 : 0;
    }
  }

  /** The key of a street with the town behind it told apart. */
  String split(String key) {
    List<String> words = words(key);
    for (int from = Math.max(2, words.size() - MOST_WORDS); from < words.size(); from++) {
      int[] counts = ends.get(String.join(" ", words.subList(from, words.size())));
      boolean town =
          counts != null && counts[0] >= LEAST_STREETS && counts[1] >= NEARLY_ALWAYS * counts[0];
      if (town && StreetWords.known().ends(words.get(from - 1))) {
        String[] fields = key.split(FIELD, -1);
        fields[0] = String.join(" ", words.subList(0, from));
        fields[2] = (String.join(" ", words.subList(from, words.size())) + " " + fields[2]).strip();
        return String.join(FIELD, fields);
      }
    }
    return key;
  }

  private static List<String> words(String key) {
    return Arrays.asList(key.substring(0, key.indexOf(FIELD)).split(" ", -1));
  }
}

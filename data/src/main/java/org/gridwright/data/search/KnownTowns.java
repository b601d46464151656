package org.gridwright.data.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridwright.data.search.words.StreetWords;

/**
 * Towns that stand behind streets without a sign between, such as "Hyde Park" in "Austin St Hyde
 * Park".
 *
 * @param names words joined with blanks
 */
record KnownTowns(Set<String> names) {

  static final int MOST_WORDS = 4;

  /** The key of a street with the town behind it told apart. */
  String split(String key) {
    List<String> words = words(key);
    for (int from = Math.max(2, words.size() - MOST_WORDS); from < words.size(); from++) {
      String end = String.join(" ", words.subList(from, words.size()));
      if (names.contains(end) && StreetWords.known().ends(words.get(from - 1))) {
        String[] fields = key.split(StreetEntry.FIELD, -1);
        fields[0] = String.join(" ", words.subList(0, from));
        fields[2] = (end + " " + fields[2]).strip();
        return String.join(StreetEntry.FIELD, fields);
      }
    }
    return key;
  }

  /** The words of a street, of its key. */
  static List<String> words(String key) {
    return Arrays.asList(key.substring(0, key.indexOf(StreetEntry.FIELD)).split(" ", -1));
  }
}

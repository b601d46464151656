package org.gridwright.data.exchange;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to say about a field that a file does not have. */
public final class FieldNames {

  private static final int MOST_LISTED = 40;

  private FieldNames() {}

  /** Names the fields there are, and the nearest of them. */
  public static InputException unknown(Source source, String field, Collection<String> present) {
    if (present.isEmpty()) {
      return InputException.at(source, "input.field-unknown-none", field);
    }
    List<String> listed = present.stream().limit(MOST_LISTED).toList();
    String names = String.join(", ", listed) + (present.size() > MOST_LISTED ? ", …" : "");
    return nearest(field, present)
        .map(near -> InputException.at(source, "input.field-unknown-near", field, near, names))
        .orElseGet(() -> InputException.at(source, "input.field-unknown", field, names));
  }

  /** The name that differs least, without regard to case; empty where none is alike. */
  static Optional<String> nearest(String field, Collection<String> present) {
    int allowed = Math.max(1, field.length() / 3);
    return present.stream()
        .filter(name -> distance(field, name) <= allowed)
        .min(Comparator.comparingInt((String name) -> distance(field, name)));
  }

  /** Levenshtein's distance (1965) without regard to case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}

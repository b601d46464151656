package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/**
 * How much of a text has to be typed until the right address is first and stays first, as a share
 * of the text; beside it the share at which no other address begins so, before which no search can
 * be sure.
 */
record TypedSoFar(List<Double> found, List<Double> unique) {

  static TypedSoFar of(BuiltIndex index, List<TypedAddress> addresses, int size)
      throws IOException {
    TreeSet<String> texts = new TreeSet<>();
    addresses.forEach(each -> texts.add(each.text().toLowerCase(Locale.ROOT)));
    Random random = new Random(13);
    List<Double> found = new ArrayList<>();
    List<Double> unique = new ArrayList<>();
    while (found.size() < size) {
      String text = addresses.get(random.nextInt(addresses.size())).text();
      found.add(found(index, text) / (double) text.length());
      unique.add(unique(texts, text.toLowerCase(Locale.ROOT)) / (double) text.length());
    }
    found.sort(null);
    unique.sort(null);
    return new TypedSoFar(found, unique);
  }

  /** Letters until it is first and stays so. */
  private static int found(BuiltIndex index, String text) throws IOException {
    int length = text.length();
    while (length > 1 && isFirst(index, text.substring(0, length - 1), text)) {
      length--;
    }
    return length;
  }

  private static boolean isFirst(BuiltIndex index, String typed, String text) throws IOException {
    List<AddressHit> hits = index.find(PlaceQuestion.of(typed, 10)).hits();
    return !hits.isEmpty() && hits.get(0).text().equals(text);
  }

  private static int unique(TreeSet<String> texts, String text) {
    String before = texts.lower(text);
    String behind = texts.higher(text);
    int shared =
        Math.max(
            before == null ? 0 : shared(text, before), behind == null ? 0 : shared(text, behind));
    return Math.min(text.length(), shared + 1);
  }

  private static int shared(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }

  /** The share that so many of the texts do not exceed. */
  static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }

  String told() {
    return String.format(
        Locale.ROOT,
        "found at %.2f / %.2f of the text (goal .45 / .70); unique at %.2f / %.2f",
        at(found, 0.5),
        at(found, 0.9),
        at(unique, 0.5),
        at(unique, 0.9));
  }
}

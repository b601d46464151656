package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;

/** Prints how often the right address comes first: {@code scripts/bench search [questions]}. */
final class SearchTable {

  private SearchTable() {}

  /**
   * Prints the table.
   *
   * @param args how many questions of each kind, and words that names of rows must have
   */
  public static void main(String[] args) throws IOException {
    int size = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    List<String> words = args.length > 1 ? Arrays.asList(args).subList(1, args.length) : List.of();
    System.out.printf(
        "%-50s %6s %6s %6s %8s %8s%n", "question", "now", "goal", "right", "median", "p95");
    var france = TypedData.france();
    if (france.isPresent() && wanted("France", words)) {
      print(
          france.get().stream().map(TypedAddress::address),
          new FrenchRows(france.get(), size).rows(),
          words,
          any -> List.of());
      asTyped(france.get(), size, words);
    }
    var boston = TypedData.boston();
    if (boston.isPresent() && wanted("Boston", words)) {
      BostonRows rows = new BostonRows(boston.get(), size);
      print(
          rows.indexed().stream().map(TypedAddress::address), rows.rows(), words, any -> List.of());
    }
    if (wanted("demo", words)) {
      ChineseRows rows = new ChineseRows(1037, size);
      print(rows.addresses().stream(), rows.rows(), words, rows::names);
    }
  }

  private static void asTyped(List<TypedAddress> france, int size, List<String> words)
      throws IOException {
    String row = "France: as typed, median and 90th percentile";
    if (wanted(row, words)) {
      try (BuiltIndex index = BuiltIndex.of(france.stream().map(TypedAddress::address), "1")) {
        int few = Math.max(1, size / 5);
        System.out.println(row + ": " + TypedSoFar.of(index, france, few).told());
      }
    }
  }

  static boolean wanted(String name, List<String> words) {
    return words.stream().allMatch("-v"::equals)
        || words.stream().anyMatch(word -> name.contains(word) || word.contains(name));
  }

  static void print(
      Stream<Address> addresses,
      List<TypedRow> rows,
      List<String> words,
      Function<LatticePoint, List<String>> names)
      throws IOException {
    long start = System.nanoTime();
    BuiltIndex index = BuiltIndex.of(addresses, "1");
    System.out.printf(
        "  (%d addresses indexed in %d ms)%n",
        index.size(), (System.nanoTime() - start) / 1_000_000);
    for (TypedRow row : rows) {
      if (wanted(row.name(), words)) {
        Score score = ask(index, row, names, words.contains("-v"));
        System.out.printf(
            Locale.ROOT,
            "%-50s %6.1f %6.1f %6.1f %8.2f %8.2f%n",
            row.name(),
            row.now(),
            row.goal(),
            score.percent(),
            score.at(0.5),
            score.at(0.95));
      }
    }
    index.close();
  }

  /** How many were right, and how long each took, in milliseconds. */
  record Score(double percent, List<Double> millis) {

    double at(double share) {
      List<Double> sorted = new ArrayList<>(millis);
      sorted.sort(null);
      return sorted.get((int) (share * (sorted.size() - 1)));
    }
  }

  static Score ask(
      BuiltIndex index, TypedRow row, Function<LatticePoint, List<String>> names, boolean tell)
      throws IOException {
    int right = 0;
    List<Double> millis = new ArrayList<>();
    for (TypedRow.Typed each : row.questions()) {
      long start = System.nanoTime();
      PlaceQuestion question = new PlaceQuestion(each.text(), 10, each.near(), any -> true, names);
      Found found = index.find(question);
      millis.add((System.nanoTime() - start) / 1e6);
      if (each.right().test(found.hits())) {
        right++;
      } else if (tell) {
        System.out.println(
            "    "
                + each.text()
                + "  ->  "
                + (found.hits().isEmpty() ? "nothing" : found.hits().get(0)));
      }
    }
    return new Score(100.0 * right / row.questions().size(), millis);
  }
}

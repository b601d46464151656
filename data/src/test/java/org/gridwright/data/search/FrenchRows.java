package org.gridwright.data.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.gridwright.core.lattice.LatticePoint;

/** Questions about French addresses. */
final class FrenchRows {

  private static final Map<String, String> SHORT =
      Map.of(
          "Rue",
          "R.",
          "Avenue",
          "Av.",
          "Boulevard",
          "Bd",
          "Place",
          "Pl.",
          "Chemin",
          "Ch.",
          "Route",
          "Rte",
          "Impasse",
          "Imp.",
          "Allée",
          "All.",
          "Faubourg",
          "Fbg",
          "Saint",
          "St");
  private static final Map<String, String> SHORTER = Map.of("BIS", "b", "TER", "t", "QUATER", "q");
  private static final Map<String, String> LONGER = Map.of("B", "bis", "T", "ter", "Q", "quater");

  private final List<TypedAddress> addresses;
  private final int size;
  private final List<TypedRow> rows = new ArrayList<>();

  FrenchRows(List<TypedAddress> addresses, int size) {
    this.addresses = addresses;
    this.size = size;
  }

  List<TypedRow> rows() {
    row("whole", 99.8, 99.95, (a, r) -> a.text());
    row("upper case", 99.8, 99.95, (a, r) -> a.text().toUpperCase(Locale.ROOT));
    row("no accents", 99.8, 99.95, (a, r) -> bare(a.text()));
    row("other order", 99.8, 99.95, (a, r) -> order(a, r));
    row("one error", 99.6, 99.7, (a, r) -> erring(a, r, 1));
    row("two errors", 96.8, 98, (a, r) -> erring(a, r, 2));
    row("first letter", 81.1, 99.3, (a, r) -> with(a, Typing.firstLetter(a.street(), r)));
    row("abbreviated", 98.6, 99.7, (a, r) -> with(a, abbreviated(a.street())));
    suffixes();
    row("space missing", 67.4, 97, (a, r) -> with(a, Typing.spaceMissing(a.street(), r)));
    row("space inserted", 70.1, 97, (a, r) -> with(a, Typing.spaceInserted(a.street(), r)));
    row("words around", 0, 99, (a, r) -> "bonjour, c'est au " + a.text() + ", devant le garage");
    numberAndStreet();
    TypedData.rows("geocoder/geocoder_tester_08_52_55_90.csv.gz").ifPresent(this::geocoder);
    return rows;
  }

  /** Real questions: number, street and postcode of the first answer must be right. */
  private void geocoder(List<List<String>> asked) {
    Map<String, Set<String>> texts = new HashMap<>();
    for (TypedAddress a : addresses) {
      texts
          .computeIfAbsent(
              key(a.number() + " " + a.street() + " " + a.postcode()), none -> new HashSet<>())
          .add(a.text());
    }
    List<TypedRow.Typed> questions = new ArrayList<>();
    for (List<String> row : asked) {
      Set<String> right =
          texts.getOrDefault(key(row.get(3) + " " + row.get(4) + " " + row.get(6)), Set.of());
      LatticePoint near = row.get(1).isEmpty() ? null : TypedData.point(row.get(1), row.get(2));
      if (!right.isEmpty()) {
        questions.add(
            new TypedRow.Typed(
                row.get(0), near, hits -> !hits.isEmpty() && right.contains(hits.get(0).text())));
      }
    }
    rows.add(
        new TypedRow("France: geocoder-tester (" + questions.size() + ")", 94.9, 100, questions));
  }

  private static String with(TypedAddress address, String street) {
    return address.number() + " " + street + " " + address.postcode() + " " + address.town();
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static String order(TypedAddress a, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> a.postcode() + " " + a.town() + ", " + a.street() + " " + a.number();
      case 1 -> a.town() + " " + a.number() + " " + a.street() + " " + a.postcode();
      default -> a.street() + " " + a.number() + ", " + a.postcode() + " " + a.town();
    };
  }

  private static String erring(TypedAddress a, Random random, int errors) {
    String street = Typing.error(a.street(), random);
    String town = errors > 1 ? Typing.error(a.town(), random) : a.town();
    return a.number() + " " + street + " " + a.postcode() + " " + town;
  }

  private static String abbreviated(String street) {
    String made = street;
    for (Map.Entry<String, String> each : SHORT.entrySet()) {
      made = made.replaceAll("\\b" + each.getKey() + "\\b", each.getValue());
    }
    return made;
  }

  private void row(
      String name, double now, double goal, BiFunction<TypedAddress, Random, String> typed) {
    row(name, now, goal, any -> true, typed);
  }

  private void row(
      String name,
      double now,
      double goal,
      Predicate<TypedAddress> of,
      BiFunction<TypedAddress, Random, String> typed) {
    Random random = new Random(name.hashCode());
    List<TypedAddress> those = addresses.stream().filter(of).toList();
    List<TypedRow.Typed> questions = new ArrayList<>();
    while (questions.size() < size) {
      TypedAddress address = those.get(random.nextInt(those.size()));
      String text = typed.apply(address, random);
      questions.add(TypedRow.first(text, address.text()::equals));
    }
    rows.add(new TypedRow("France: " + name, now, goal, questions));
  }

  private void suffixes() {
    row(
        "suffix apart",
        1,
        99.5,
        a -> !a.suffix().isEmpty() && a.suffix().charAt(0) != '/',
        (a, r) -> apart(a, a.suffix()));
    suffix("suffix short", 1.4, SHORTER);
    suffix("suffix long", 0, LONGER);
  }

  private static String apart(TypedAddress a, String suffix) {
    return a.digits() + " " + suffix + " " + a.street() + " " + a.postcode() + " " + a.town();
  }

  /** An address of exactly the suffix that was typed is right too. */
  private void suffix(String name, double now, Map<String, String> written) {
    Set<String> all = new HashSet<>();
    addresses.forEach(each -> all.add(each.text()));
    Random random = new Random(name.hashCode());
    List<TypedAddress> those =
        addresses.stream().filter(a -> written.containsKey(a.suffix())).toList();
    List<TypedRow.Typed> questions = new ArrayList<>();
    while (questions.size() < size) {
      TypedAddress a = those.get(random.nextInt(those.size()));
      String suffix = written.getOrDefault(a.suffix(), "");
      String text = a.digits() + suffix + " " + a.street() + " " + a.postcode() + " " + a.town();
      String other =
          a.digits() + suffix.toUpperCase(Locale.ROOT) + a.text().substring(a.number().length());
      String right = all.contains(other) ? other : a.text();
      questions.add(TypedRow.first(text, hit -> hit.equals(right) || hit.equals(a.text())));
    }
    rows.add(new TypedRow("France: " + name, now, 99.5, questions));
  }

  private static String key(String text) {
    return bare(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ");
  }

  private void numberAndStreet() {
    Map<String, Set<String>> same = new HashMap<>();
    for (TypedAddress a : addresses) {
      String key = key(a.number() + " " + a.street());
      same.computeIfAbsent(key, none -> new HashSet<>()).add(a.text());
    }
    Random random = new Random(7);
    List<TypedRow.Typed> questions = new ArrayList<>();
    while (questions.size() < size) {
      TypedAddress a = addresses.get(random.nextInt(addresses.size()));
      String text = a.number() + " " + a.street();
      Set<String> right = same.getOrDefault(key(text), Set.of());
      if (right.size() > 1) {
        questions.add(TypedRow.first(text, right::contains));
      }
    }
    rows.add(new TypedRow("France: number and street alone", 96.6, 99.5, questions));
  }
}

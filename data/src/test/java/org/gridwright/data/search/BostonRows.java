package org.gridwright.data.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/** Questions about addresses and corners of Boston. */
final class BostonRows {

  private static final double NEAR_ENOUGH = 60;
  private static final double AT_CORNER = 50;
  private static final int NOT_PLACED = 200;
  private static final double USABLE = 250;
  private static final Map<String, String> LONG =
      Map.ofEntries(
          Map.entry("St", "Street"),
          Map.entry("Ave", "Avenue"),
          Map.entry("Rd", "Road"),
          Map.entry("Pl", "Place"),
          Map.entry("Ter", "Terrace"),
          Map.entry("Sq", "Square"),
          Map.entry("Ct", "Court"),
          Map.entry("Hwy", "Highway"),
          Map.entry("Dr", "Drive"),
          Map.entry("Blvd", "Boulevard"),
          Map.entry("Pkwy", "Parkway"),
          Map.entry("Cir", "Circle"),
          Map.entry("Ln", "Lane"),
          Map.entry("Plz", "Plaza"),
          Map.entry("Whf", "Wharf"));

  private final List<TypedAddress> all;
  private final int size;
  private final List<TypedAddress> held;

  /** Some addresses, of streets that have others, are not to be indexed. */
  BostonRows(List<TypedAddress> all, int size) {
    this.all = all;
    this.size = size;
    List<TypedAddress> mixed =
        new ArrayList<>(all.stream().filter(a -> a.number().matches("[1-9]\\d*")).toList());
    Collections.shuffle(mixed, new Random(3));
    Map<String, Long> onStreet =
        all.stream().collect(Collectors.groupingBy(BostonRows::street, Collectors.counting()));
    Map<LatticePoint, Long> atPlace =
        all.stream().collect(Collectors.groupingBy(TypedAddress::place, Collectors.counting()));
    mixed.removeIf(a -> atPlace.getOrDefault(a.place(), 0L) > NOT_PLACED);
    this.held =
        mixed.stream().filter(a -> onStreet.getOrDefault(street(a), 0L) > 4).limit(size).toList();
  }

  private static String street(TypedAddress a) {
    return a.street() + " " + a.town() + " " + a.postcode();
  }

  /** What is indexed. */
  List<TypedAddress> indexed() {
    Set<String> gone = held.stream().map(TypedAddress::text).collect(Collectors.toSet());
    return all.stream().filter(a -> !gone.contains(a.text())).toList();
  }

  List<TypedRow> rows() {
    return List.of(writtenOut(), missingNumber(), corners());
  }

  private TypedRow writtenOut() {
    List<TypedAddress> indexed = indexed();
    Map<String, Set<String>> same = new HashMap<>();
    indexed.forEach(
        a ->
            same.computeIfAbsent(a.number() + " " + a.street(), none -> new HashSet<>())
                .add(a.text()));
    Random random = new Random(5);
    List<TypedRow.Typed> questions = new ArrayList<>();
    while (questions.size() < size) {
      TypedAddress a = indexed.get(random.nextInt(indexed.size()));
      int last = a.street().lastIndexOf(' ');
      String written = LONG.get(a.street().substring(last + 1));
      if (written != null) {
        String text =
            a.number() + " " + a.street().substring(0, last + 1) + written + ", Boston MA";
        questions.add(
            TypedRow.first(
                text, same.getOrDefault(a.number() + " " + a.street(), Set.of())::contains));
      }
    }
    return new TypedRow("Boston: written out, Boston MA", 68.9, 99.5, questions);
  }

  private TypedRow missingNumber() {
    List<TypedRow.Typed> questions = new ArrayList<>();
    Set<String> there =
        indexed().stream().map(a -> a.number() + street(a)).collect(Collectors.toSet());
    for (TypedAddress a : held) {
      if (!there.contains(a.number() + street(a))) {
        questions.add(new TypedRow.Typed(a.text(), null, hits -> isNear(hits, a)));
      }
    }
    return new TypedRow("Boston: number that is not there", 27.6, 95, questions);
  }

  private static boolean isNear(List<AddressHit> hits, TypedAddress a) {
    return !hits.isEmpty()
        && hits.get(0).text().contains(a.street())
        && (hits.get(0).match() != AddressHit.Match.EXACT || hits.get(0).text().contains("-"))
        && FlatMetres.between(hits.get(0).place(), a.place()) <= NEAR_ENOUGH;
  }

  private TypedRow corners() {
    Map<String, List<LatticePoint>> places = new HashMap<>();
    all.forEach(a -> places.computeIfAbsent(a.street(), none -> new ArrayList<>()).add(a.place()));
    List<TypedRow.Typed> questions = new ArrayList<>();
    for (List<String> row : TypedData.rows("boston/boston_corners.csv.gz").orElse(List.of())) {
      LatticePoint corner = TypedData.point(row.get(3), row.get(4));
      List<LatticePoint> one = around(places.get(row.get(0)), corner);
      List<LatticePoint> other = around(places.get(row.get(1)), corner);
      if (!one.isEmpty()
          && !other.isEmpty()
          && NearestHouses.of(one, other).metres() <= NEAR_ENOUGH) {
        String joined = List.of(" & ", " / ", " and ").get(questions.size() % 3);
        String text = row.get(0) + joined + row.get(1) + ", " + row.get(2);
        questions.add(new TypedRow.Typed(text, null, hits -> isAt(hits, corner)));
      }
    }
    return new TypedRow("Boston: corner within 50 m", 0, 65, questions);
  }

  private static List<LatticePoint> around(
      @Nullable List<LatticePoint> street, LatticePoint corner) {
    return street == null
        ? List.of()
        : street.stream().filter(each -> FlatMetres.between(each, corner) <= USABLE).toList();
  }

  private static boolean isAt(List<AddressHit> hits, LatticePoint corner) {
    return !hits.isEmpty()
        && hits.get(0).match() == AddressHit.Match.CORNER
        && FlatMetres.between(hits.get(0).place(), corner) <= AT_CORNER;
  }
}

package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.search.AddressHit.Match;
import org.gridwright.data.search.HitDifference.How;
import org.gridwright.data.search.HitDifference.Part;
import org.gridwright.data.search.IndexedStreets.House;
import org.gridwright.data.search.words.Token;

/** Finds corners by the houses of both streets. For one thread. */
final class Corners {

  private static final double FARTHEST = 60;
  private static final double METRES_FOR_ONE = 150;
  private static final int MOST_OF_SIDE = 12;
  private static final double ALIKE = 0.6;

  private final IndexedStreets streets;
  private final PlaceQuestion asked;

  Corners(IndexedStreets streets, PlaceQuestion asked) {
    this.streets = streets;
    this.asked = asked;
  }

  /** Two streets, and where they are nearest. */
  private record Pair(Candidate one, Candidate other, NearestHouses at, double score) {}

  /** What a question that may mean a corner finds; empty where it does not mean one. */
  Optional<Found> find(List<Token> tokens) throws IOException {
    for (CornerQuestion way : CornerQuestion.of(tokens)) {
      Optional<Found> found = find(way);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> find(CornerQuestion way) throws IOException {
    List<Candidate> ones = side(way.one());
    List<Candidate> others = side(way.other());
    if (ones.isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    List<Pair> pairs = new ArrayList<>();
    for (Candidate one : ones) {
      for (Candidate other : others) {
        if (!one.street().id().equals(other.street().id())) {
          nearest(one, other).ifPresent(pairs::add);
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    List<AddressHit> hits = new ArrayList<>();
    for (Pair pair : pairs) {
      AddressHit hit = corner(pair);
      boolean known =
          hits.stream().anyMatch(each -> FlatMetres.between(each.place(), hit.place()) < FARTHEST);
      if (pair.at().metres() <= FARTHEST && hits.size() < asked.limit() && !known) {
        hits.add(hit);
      }
    }
    Understood understood =
        new Understood(
            "",
            "",
            ones.get(0).typed(Part.STREET, 0),
            others.get(0).typed(Part.LOCALITY, 0),
            "",
            "",
            others.get(0).typed(Part.STREET, 0));
    if (!hits.isEmpty()) {
      return Optional.of(new Found(hits, understood));
    }
    boolean named = ones.get(0).isNamed() && others.get(0).isNamed();
    return way.said() || named
        ? Optional.of(new Found(apart(ones, others), understood))
        : Optional.empty();
  }

  /** The streets of a side, of those that are named as well as the best one. */
  private List<Candidate> side(List<Token> tokens) throws IOException {
    Question question = new Question(tokens, false, streets);
    List<Candidate> all = new StreetSearch(streets, asked, question).candidates();
    List<Candidate> good = new ArrayList<>();
    if (all.stream().anyMatch(Candidate::isNamed)) {
      all = all.stream().filter(Candidate::isNamed).toList();
    }
    double best = all.stream().mapToDouble(Candidate::score).max().orElse(0);
    for (Candidate each : all) {
      boolean named = each.name().found() >= ALIKE * each.name().weight() && each.number() == null;
      if (named && each.score() > best - 2.5 && good.size() < MOST_OF_SIDE) {
        good.add(each);
      }
    }
    return good;
  }

  private Optional<Pair> nearest(Candidate one, Candidate other) throws IOException {
    List<LatticePoint> ones = places(one);
    List<LatticePoint> others = places(other);
    if (ones.isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    NearestHouses at = NearestHouses.of(ones, others);
    boolean sameTown =
        one.street().locality().written().equals(other.street().locality().written());
    double near =
        asked.near() == null ? 0 : 0.9 / (1 + FlatMetres.between(asked.near(), at.corner()) / 3000);
    double score =
        one.score()
            + other.score()
            + near
            + (sameTown ? 0.5 : 0)
            - Math.min(4, at.metres() / METRES_FOR_ONE)
            - (at.metres() > FARTHEST ? 3 : 0);
    return asked.within().test(at.corner())
        ? Optional.of(new Pair(one, other, at, score))
        : Optional.empty();
  }

  private List<LatticePoint> places(Candidate street) throws IOException {
    return streets.placed(street.street()).stream().map(House::place).toList();
  }

  private AddressHit corner(Pair pair) throws IOException {
    List<HitDifference> differs = new ArrayList<>(pair.one().differences(0));
    differs.addAll(pair.other().differences(0));
    String text = name(pair.one()) + " & " + name(pair.other());
    double metres = Math.max(20, pair.at().metres());
    return new AddressHit(
        null, text, pair.at().corner(), Match.CORNER, differs, metres, score(pair));
  }

  private static double score(Pair pair) {
    double alike = Math.min(1, pair.one().name().found() / pair.one().name().weight());
    double other = Math.min(1, pair.other().name().found() / pair.other().name().weight());
    return Math.max(0.001, Math.round(500 * (alike + other)) / 1000.0);
  }

  /** The name of a street as an address of it has it, without the number. */
  private String name(Candidate street) throws IOException {
    List<House> houses = streets.houses(street.street());
    String text = houses.isEmpty() ? "" : streets.address(houses.get(0)).text();
    return StreetNames.of(text, street.street());
  }

  /** Both streets, where they do not meet. */
  private List<AddressHit> apart(List<Candidate> ones, List<Candidate> others) throws IOException {
    List<AddressHit> hits = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Candidate each : List.of(ones.get(0), others.get(0))) {
      List<House> houses = streets.placed(each.street());
      if (houses.isEmpty() || !told.add(each.street().id())) {
        continue;
      }
      House middle = houses.get(houses.size() / 2);
      List<HitDifference> differs = new ArrayList<>();
      differs.add(new HitDifference(Part.CORNER, How.NOT_FOUND, null, null));
      differs.addAll(each.differences(0));
      var address = streets.address(middle);
      hits.add(
          new AddressHit(
              address.id(), address.text(), middle.place(), Match.STREET, differs, 0, 0.5));
    }
    return hits;
  }
}

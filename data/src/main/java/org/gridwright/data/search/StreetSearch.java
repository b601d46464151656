package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.search.AddressHit.Match;
import org.gridwright.data.search.IndexedStreets.House;
import org.gridwright.data.search.NumberedHouses.Numbered;
import org.gridwright.data.search.words.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Answers one question: streets that may be meant are found by their words, laid along what was
 * typed, and asked for their houses. For one thread.
 */
final class StreetSearch {

  private static final int MOST_STREETS = 200;
  private static final int MOST_ASKED = 160;
  private static final int LEAST_ASKED = 10;
  private static final int MOST_WITHOUT_NUMBER = 12;
  private static final double LEAST_SHARE = 0.2;
  private static final double MARGIN = 1.6;
  private static final double AROUND = 0.5;
  private static final double NEAR = 0.9;
  private static final double NEAR_METRES = 3000;
  private static final double SAME_PLACE_METRES = 30;
  private static final int HOUSES_OF_FIRST = 5;

  private final IndexedStreets streets;
  private final PlaceQuestion asked;
  private final Question question;
  private final Map<String, StreetEntry.Form> names = new HashMap<>();

  /** A hit, before what is the same is left out. */
  private record Ranked(Candidate of, Numbered house, long around, double score) {}

  StreetSearch(IndexedStreets streets, PlaceQuestion asked, Question question) {
    this.streets = streets;
    this.asked = asked;
    this.question = question;
  }

  Found find() throws IOException {
    Optional<Found> corner = new Corners(streets, asked).find(question.tokens());
    if (corner.isPresent()) {
      return corner.get();
    }
    List<Candidate> candidates = candidates();
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      houses(candidates.get(i), i, ranked);
    }
    if (ranked.isEmpty()) {
      return BareNumber.find(question.tokens(), streets, asked)
          .orElse(new Found(List.of(), Understood.NOTHING));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return answer(ranked);
  }

  /** The streets that may be meant, best first. */
  List<Candidate> candidates() throws IOException {
    Retrieval retrieval = new Retrieval(question, streets);
    Map<String, Candidate> found = new LinkedHashMap<>();
    add(retrieval.find(0, asked.near(), MOST_STREETS), found);
    Candidate best = best(found);
    long mistyped = best == null ? -1L : best.mistyped();
    if (mistyped != 0) {
      add(retrieval.find(mistyped, asked.near(), MOST_STREETS), found);
    }
    return likely(found);
  }

  private void add(List<StreetEntry> streetsFound, Map<String, Candidate> found)
      throws IOException {
    for (StreetEntry street : streetsFound) {
      if (!found.containsKey(street.id())) {
        Candidate candidate = Candidate.of(question, street, streets);
        if (candidate != null && candidate.share() >= LEAST_SHARE) {
          found.put(street.id(), candidate);
        }
      }
    }
  }

  private static @Nullable Candidate best(Map<String, Candidate> found) {
    return found.values().stream().max(Comparator.comparingDouble(Candidate::score)).orElse(null);
  }

  private List<Candidate> likely(Map<String, Candidate> found) throws IOException {
    record Scored(Candidate candidate, double score) {}
    List<Scored> scored = new ArrayList<>();
    if (found.values().stream().anyMatch(each -> each.isNamed() && each.isBesideNumber())) {
      found.values().forEach(Candidate::setOtherIsNamed);
    }
    for (Candidate each : found.values()) {
      HouseNumber number = each.number();
      boolean has = number != null && streets.hasHouse(each.street(), number.first());
      scored.add(new Scored(each, each.score() + (has ? each.numberSays() : 0)));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    double least = scored.isEmpty() ? 0 : scored.get(0).score() - MARGIN;
    List<Candidate> likely = new ArrayList<>();
    for (Scored each : scored) {
      boolean enough = likely.size() >= Math.max(LEAST_ASKED, asked.limit());
      if (likely.size() < MOST_ASKED && (!enough || each.score() >= least)) {
        likely.add(each.candidate());
      }
    }
    return likely;
  }

  private void houses(Candidate candidate, int rank, List<Ranked> ranked) throws IOException {
    HouseNumber number = candidate.number();
    boolean stands = number != null && streets.hasHouse(candidate.street(), number.first());
    if (rank >= MOST_WITHOUT_NUMBER && !stands) {
      return;
    }
    List<Numbered> houses =
        number == null ? List.of() : new NumberedHouses(streets, candidate).of(number);
    if (houses.isEmpty()) {
      houses = ofStreet(candidate, rank);
    }
    if (rank == 0 && number != null && stands) {
      houses = new NumberedHouses(streets, candidate).withNeighbours(houses, number);
    }
    for (Numbered house : houses) {
      if (!asked.within().test(house.place())) {
        continue;
      }
      long around = around(candidate, house.place());
      double score = candidate.score() + house.score() + explained(around) + near(house.place());
      ranked.add(new Ranked(candidate, house, around, score));
    }
  }

  /** Some houses of a street: more of the one that is meant most likely. */
  private List<Numbered> ofStreet(Candidate candidate, int rank) throws IOException {
    int wanted = rank == 0 ? Math.max(HOUSES_OF_FIRST, asked.limit() / 2) : 1;
    List<House> houses =
        streets.houses(candidate.street()).stream()
            .sorted(Comparator.comparingInt(House::number).thenComparingInt(House::order))
            .limit(wanted)
            .toList();
    List<Numbered> some = new ArrayList<>();
    for (House house : houses) {
      Address address = streets.address(house);
      some.add(
          new Numbered(
              address.id(),
              address.text(),
              address.place(),
              Match.STREET,
              null,
              0,
              -0.01 * some.size()));
    }
    return some;
  }

  /** Tokens, as bits, that name a unit that a place is in. */
  private long around(Candidate candidate, LatticePoint place) throws IOException {
    long left = 0;
    for (int i = 0; i < question.size(); i++) {
      boolean free = (candidate.taken() >> i & 1) == 0 && !question.token(i).isNumber();
      left |= free && !question.saysLittle(i) && !candidate.isRest(i) ? 1L << i : 0;
    }
    if (left == 0) {
      return 0;
    }
    long around = 0;
    for (String name : asked.unitNames().apply(place)) {
      StreetEntry.Form form =
          names.computeIfAbsent(name, each -> StreetEntry.Form.of(Tokens.of(each)));
      Alignment.Laid there = Candidate.place(question, form, ~left | around);
      if (there != null && there.found() * 2 > there.weight()) {
        around |= there.taken();
      }
    }
    return around;
  }

  private double explained(long around) {
    double sum = 0;
    for (int i = 0; i < question.size(); i++) {
      sum += (around >> i & 1) != 0 ? AROUND * Math.min(4, question.weight(i)) : 0;
    }
    return sum;
  }

  private double near(LatticePoint place) {
    return asked.near() == null
        ? 0
        : NEAR / (1 + FlatMetres.between(asked.near(), place) / NEAR_METRES);
  }

  private Found answer(List<Ranked> ranked) {
    List<AddressHit> hits = new ArrayList<>();
    double least = 1;
    for (Ranked each : ranked) {
      if (hits.size() < asked.limit()
          && hits.stream().noneMatch(hit -> isSame(hit, each.house()))) {
        AddressHit hit = hit(each, least);
        least = hit.score();
        hits.add(hit);
      }
    }
    return new Found(hits, understood(ranked.get(0)));
  }

  private static boolean isSame(AddressHit hit, Numbered house) {
    return hit.text().equals(house.text())
        && FlatMetres.between(hit.place(), house.place()) <= SAME_PLACE_METRES;
  }

  private AddressHit hit(Ranked ranked, double most) {
    List<HitDifference> differs = new ArrayList<>();
    if (ranked.house().differs() != null) {
      differs.add(ranked.house().differs());
    }
    differs.addAll(ranked.of().differences(ranked.around()));
    double quality = ranked.of().name().found() / Math.max(ranked.of().name().weight(), 1e-9);
    double share = ranked.of().share() * Math.min(1, quality);
    double score = share * (ranked.house().match() == Match.NEAREST_NUMBER ? 0.7 : 1);
    double rounded = Math.max(0.001, Math.round(score * 1000) / 1000.0);
    return new AddressHit(
        ranked.house().id(),
        ranked.house().text(),
        ranked.house().place(),
        ranked.house().match(),
        differs,
        ranked.house().uncertaintyMetres(),
        Math.min(most, rounded));
  }

  private static Understood understood(Ranked best) {
    HouseNumber number = best.of().number();
    return new Understood(
        number == null ? "" : new HouseNumber(number.first(), number.last(), "").text(),
        number == null ? "" : number.suffix(),
        best.of().typed(HitDifference.Part.STREET, best.around()),
        best.of().typed(HitDifference.Part.LOCALITY, best.around()),
        best.of().typed(HitDifference.Part.POSTCODE, best.around()),
        best.of().typed(HitDifference.Part.REST, best.around()),
        "");
  }
}

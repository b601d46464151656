package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.search.AddressHit.Match;
import org.gridwright.data.search.HitDifference.How;
import org.gridwright.data.search.HitDifference.Part;
import org.gridwright.data.search.IndexedStreets.House;
import org.jspecify.annotations.Nullable;

/** The houses of a street that a number may mean. A number is never changed in silence. */
final class NumberedHouses {

  private static final double SUFFIX = 0.5;
  private static final double WITHOUT_SUFFIX = -0.3;
  private static final double OTHER_SUFFIX = -0.5;
  private static final double NEXT_ON_STREET = -0.02;
  private static final int MOST_OF_STREET = 50;
  private static final int NEIGHBOURS = 7;
  private static final double STRAY = 500;
  private static final double FAR_APART = 400;
  private static final double LEAST_UNCERTAINTY = 15;

  private final IndexedStreets streets;
  private final StreetEntry street;
  private final double there;

  NumberedHouses(IndexedStreets streets, Candidate candidate) {
    this.streets = streets;
    this.street = candidate.street();
    this.there = candidate.numberSays();
  }

  /**
   * A house or a place between two.
   *
   * @param id null for a place between two
   * @param differs of number and suffix; null for none
   * @param score to be added to that of the street
   */
  record Numbered(
      @Nullable String id,
      String text,
      LatticePoint place,
      Match match,
      @Nullable HitDifference differs,
      double uncertaintyMetres,
      double score) {

    /** As another number than was typed, where that one is there too. */
    Numbered corrected() {
      HitDifference other =
          differs == null
              ? null
              : new HitDifference(differs.part(), How.CORRECTED, differs.typed(), differs.found());
      return new Numbered(id, text, place, match, other, uncertaintyMetres, score);
    }
  }

  /** Houses of a number, or those nearest to it; best first. */
  List<Numbered> of(HouseNumber wanted) throws IOException {
    List<Numbered> found = new ArrayList<>();
    for (House house : streets.houses(street, wanted.first())) {
      found.add(exact(streets.address(house), wanted));
    }
    if (found.isEmpty() && wanted.isRange()) {
      for (House house : streets.houses(street, wanted.last())) {
        found.add(exact(streets.address(house), wanted));
      }
    }
    found.sort(Comparator.comparingDouble(Numbered::score).reversed());
    return found.isEmpty() ? nearest(wanted) : found;
  }

  /** Houses of a number and, behind them, those of the numbers next to it, for what they are. */
  List<Numbered> withNeighbours(List<Numbered> exact, HouseNumber wanted) throws IOException {
    List<Numbered> all = new ArrayList<>(exact);
    for (Numbered next : nearest(wanted)) {
      if (next.id() != null && exact.stream().noneMatch(each -> next.id().equals(each.id()))) {
        all.add(next.corrected());
      }
    }
    return all;
  }

  private Numbered exact(Address address, HouseNumber wanted) {
    HouseNumber has = AddressSplitter.split(address).number();
    HouseNumber number = has == null ? wanted : has;
    double like = wanted.suffixLike(number);
    double score = there - (number.isRange() && !wanted.isRange() ? 0.05 : 0);
    HitDifference differs = null;
    if (like > 0) {
      score += wanted.suffix().isEmpty() ? 0 : SUFFIX * like;
    } else {
      score += number.suffix().isEmpty() ? WITHOUT_SUFFIX : OTHER_SUFFIX;
      How how = number.suffix().isEmpty() ? How.NOT_FOUND : How.CORRECTED;
      differs = new HitDifference(Part.SUFFIX, how, said(wanted.suffix()), said(number.suffix()));
    }
    if (!wanted.isRange() || number.equals(wanted)) {
      score += wanted.isRange() ? 0.1 : 0;
    } else if (number.first() != wanted.first() || number.last() != wanted.last()) {
      score -= 0.1;
      differs = new HitDifference(Part.NUMBER, How.CORRECTED, wanted.text(), number.text());
    }
    return new Numbered(
        address.id(),
        address.text(),
        address.place(),
        differs == null ? Match.EXACT : Match.NEAREST_NUMBER,
        differs,
        0,
        score);
  }

  private static @Nullable String said(String suffix) {
    return suffix.isEmpty() ? null : suffix;
  }

  private List<Numbered> nearest(HouseNumber wanted) throws IOException {
    List<House> houses =
        streets.placed(street).stream()
            .filter(house -> house.number() != IndexDocuments.NO_NUMBER)
            .sorted(Comparator.comparingInt(house -> away(house, wanted)))
            .limit(MOST_OF_STREET)
            .collect(Collectors.toCollection(ArrayList::new));
    leaveOutStrays(houses);
    List<Numbered> found = new ArrayList<>();
    House below = next(houses, wanted, -1);
    House above = next(houses, wanted, 1);
    if (below != null && above != null) {
      between(wanted, below, above, found);
    }
    houses.removeIf(house -> house.number() == wanted.first());
    for (House house : houses.subList(0, Math.min(2, houses.size()))) {
      Address address = streets.address(house);
      double metres =
          FlatMetres.between(house.place(), houses.get(houses.size() > 1 ? 1 : 0).place());
      found.add(
          new Numbered(
              address.id(),
              address.text(),
              address.place(),
              Match.NEAREST_NUMBER,
              new HitDifference(
                  Part.NUMBER,
                  How.NOT_FOUND,
                  wanted.text(),
                  new HouseNumber(house.number(), house.last(), "").text()),
              Math.max(LEAST_UNCERTAINTY, metres),
              NEXT_ON_STREET * found.size()));
    }
    return found;
  }

  /** A house far from all that have the nearest numbers was placed by mistake. */
  private static void leaveOutStrays(List<House> houses) {
    List<House> nearest = List.copyOf(houses.subList(0, Math.min(NEIGHBOURS, houses.size())));
    if (nearest.size() < NEIGHBOURS) {
      return;
    }
    double[] away = nearest.stream().mapToDouble(each -> middleDistance(each, nearest)).toArray();
    double usual = Arrays.stream(away).sorted().toArray()[NEIGHBOURS / 2];
    for (int i = 0; i < away.length; i++) {
      if (away[i] > Math.max(STRAY, 4 * usual)) {
        houses.remove(nearest.get(i));
      }
    }
  }

  /** The median of distances to others. */
  private static double middleDistance(House house, List<House> others) {
    return others.stream()
        .mapToDouble(each -> FlatMetres.between(house.place(), each.place()))
        .sorted()
        .toArray()[others.size() / 2];
  }

  /** Numbers of the same side come before those of the other. */
  private static int away(House house, HouseNumber wanted) {
    int apart =
        Math.max(0, Math.max(house.number() - wanted.first(), wanted.first() - house.last()));
    return (house.number() - wanted.first()) % 2 == 0 ? apart : apart + 6;
  }

  private static @Nullable House next(List<House> houses, HouseNumber wanted, int way) {
    return houses.stream()
        .filter(house -> way < 0 ? house.last() < wanted.first() : house.number() > wanted.first())
        .filter(house -> (house.number() - wanted.first()) % 2 == 0)
        .min(Comparator.comparingInt(house -> away(house, wanted)))
        .orElse(null);
  }

  private void between(HouseNumber wanted, House below, House above, List<Numbered> found)
      throws IOException {
    double metres = FlatMetres.between(below.place(), above.place());
    if (metres > FAR_APART) {
      return;
    }
    double share = (wanted.first() - below.last()) / (double) (above.number() - below.last());
    LatticePoint place =
        new LatticePoint(
            (int)
                Math.round(
                    below.place().x() + share * ((double) above.place().x() - below.place().x())),
            (int)
                Math.round(
                    below.place().y() + share * ((double) above.place().y() - below.place().y())));
    String both = below.last() + "–" + above.number();
    String number = "(?<!\\d)(" + below.number() + "\\s*-\\s*)?" + below.last() + "(?!\\d)";
    String text = streets.address(below).text();
    int other = text.lastIndexOf('(');
    String written =
        other < 0
            ? text.replaceFirst(number, both)
            : text.substring(0, other).replaceFirst(number, both)
                + text.substring(other).replaceFirst(number, both);
    HitDifference differs = new HitDifference(Part.NUMBER, How.NOT_FOUND, wanted.text(), both);
    found.add(
        new Numbered(
            null,
            written,
            place,
            Match.NEAREST_NUMBER,
            differs,
            Math.max(LEAST_UNCERTAINTY, metres / 2),
            0));
  }
}

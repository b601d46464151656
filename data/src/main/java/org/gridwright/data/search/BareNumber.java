package org.gridwright.data.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Address;
import org.gridwright.data.search.AddressHit.Match;
import org.gridwright.data.search.HitDifference.How;
import org.gridwright.data.search.HitDifference.Part;
import org.gridwright.data.search.IndexedStreets.House;
import org.gridwright.data.search.words.Token;
import org.jspecify.annotations.Nullable;

/** A number alone: the houses that have it, nearest first where somewhere is near. */
final class BareNumber {

  /** The street, half of what an address says, is left out. */
  private static final double SCORE = 0.5;

  private static final int MOST_DIGITS = 9;

  private BareNumber() {}

  /** Empty where more than a number was typed, or no house has it. */
  static Optional<Found> find(List<Token> tokens, IndexedStreets streets, PlaceQuestion asked)
      throws IOException {
    if (tokens.size() != 1 || !tokens.get(0).isNumber()) {
      return Optional.empty();
    }
    String number = tokens.get(0).text();
    if (number.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    List<House> houses =
        streets.numbered(Integer.parseInt(number)).stream()
            .filter(house -> asked.within().test(house.place()))
            .sorted(order(asked.near()))
            .limit(asked.limit())
            .toList();
    List<AddressHit> hits = new ArrayList<>();
    for (House house : houses) {
      Address address = streets.address(house);
      String street = written(AddressSplitter.split(address).street());
      hits.add(
          new AddressHit(
              address.id(),
              address.text(),
              address.place(),
              Match.EXACT,
              List.of(new HitDifference(Part.STREET, How.LEFT_OUT, null, street)),
              0,
              SCORE));
    }
    return hits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(hits, new Understood(number, "", "", "", "", "", "")));
  }

  private static String written(List<Token> street) {
    StringBuilder written = new StringBuilder();
    for (Token token : street) {
      boolean apart = !written.isEmpty() && !token.isHan();
      written.append(apart ? " " : "").append(token.raw());
    }
    return written.toString();
  }

  private static Comparator<House> order(@Nullable LatticePoint near) {
    return near == null
        ? Comparator.comparingInt(House::order)
        : Comparator.<House>comparingDouble(house -> FlatMetres.between(near, house.place()))
            .thenComparingInt(House::order);
  }
}

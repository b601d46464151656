package org.gridwright.core.service;

import java.util.Map;
import java.util.Set;

/**
 * What is known of a city besides its plan. Households are kept with the grids, as the attribute
 * {@code households}.
 *
 * @param addresses where they are
 * @param incidents where they happened
 * @param gridsWithOfficer codes of the grids that somebody answers for; empty where the city keeps
 *     no officers
 * @param facilities where they are, by kind
 */
public record CityFacts(
    Points addresses,
    Points incidents,
    Set<String> gridsWithOfficer,
    Map<String, Points> facilities) {

  public static final CityFacts NONE = new CityFacts(Points.NONE, Points.NONE, Set.of(), Map.of());

  public CityFacts {
    gridsWithOfficer = Set.copyOf(gridsWithOfficer);
    facilities = Map.copyOf(facilities);
  }
}

package org.gridwright.api.http.search;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.search.AddressHit;
import org.gridwright.data.search.HitDifference;
import org.gridwright.data.search.Understood;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first, and how the question was understood.
 *
 * @param nothing why nothing was found; null where something was
 */
record SearchAnswer(List<Item> results, UnderstoodParts understood, @Nullable Nothing nothing) {

  /**
   * Why nothing was found.
   *
   * @param code no-words, outside, no-addresses or unknown-words
   * @param reason a sentence for people
   * @param nearest what is there and comes nearest to it; null where nothing does
   */
  record Nothing(String code, String reason, @Nullable Item nearest) {}

  /**
   * A place.
   *
   * @param kind address, corner, unit, facility, incident or coordinates
   * @param id of what it is; null for a place that nothing stored is at
   * @param match how it answers the question
   * @param differs where it is not what was typed
   * @param uncertaintyMetres how far it may be from the place meant
   * @param grid that owns the place; null where none does
   * @param grids codes of all grids that the uncertainty touches
   * @param path the units that the place is in, the largest first
   * @param score in (0, 1], to be compared within one answer
   */
  record Item(
      String kind,
      @Nullable String id,
      String text,
      double lon,
      double lat,
      String match,
      List<Differs> differs,
      double uncertaintyMetres,
      @Nullable UnitRef grid,
      List<String> grids,
      List<UnitRef> path,
      double score) {}

  /** A part that is not what was typed. */
  record Differs(String part, String how, @Nullable String typed, @Nullable String found) {

    static Differs of(HitDifference difference) {
      return new Differs(
          word(difference.part()), word(difference.how()), difference.typed(), difference.found());
    }
  }

  /** The question in parts; each empty where there is none. */
  record UnderstoodParts(
      String number,
      String suffix,
      String street,
      String locality,
      String postcode,
      String rest,
      String corner) {

    static UnderstoodParts of(Understood understood) {
      return new UnderstoodParts(
          understood.number(),
          understood.suffix(),
          understood.street(),
          understood.locality(),
          understood.postcode(),
          understood.rest(),
          understood.corner());
    }
  }

  static Item address(AddressHit hit, @Nullable PlanSnapshot plan) {
    boolean corner = hit.match() == AddressHit.Match.CORNER;
    return item(
        corner ? "corner" : "address",
        hit.id(),
        hit.text(),
        hit.place(),
        word(hit.match()),
        hit.differs().stream().map(Differs::of).toList(),
        Math.round(hit.uncertaintyMetres() * 10) / 10.0,
        hit.score(),
        plan);
  }

  static Item item(
      String kind,
      @Nullable String id,
      String text,
      LatticePoint place,
      String match,
      List<Differs> differs,
      double uncertaintyMetres,
      double score,
      @Nullable PlanSnapshot plan) {
    List<Unit> path = TouchedGrids.path(plan, place);
    return new Item(
        kind,
        id,
        text,
        place.lon(),
        place.lat(),
        match,
        differs,
        uncertaintyMetres,
        path.isEmpty() ? null : UnitRef.of(path.get(path.size() - 1)),
        TouchedGrids.codes(plan, place, uncertaintyMetres),
        path.stream().map(UnitRef::of).toList(),
        score);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

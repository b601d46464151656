package org.gridwright.data.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.repeat.RepeatPlaces;
import org.gridwright.core.hotspot.repeat.RepeatPlaces.RepeatPlace;
import org.gridwright.core.hotspot.repeat.Unevenness;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Places that had incidents again, and how unevenly incidents lie over all places. Immutable.
 *
 * @param repeats places with at least so many incidents as asked for, most first
 * @param evenness over all places, those without incidents among them where it is known how many
 *     there are
 * @param shapes of places that have one, in degrees, by name
 */
public record RepeatResult(
    List<RepeatPlace> repeats, Unevenness evenness, Map<String, Geometry> shapes) {

  /** Shares of the places, of which it is told what share of the incidents they have. */
  public static final List<Double> TOP = List.of(0.01, 0.05, 0.1, 0.2, 0.5);

  public RepeatResult {
    repeats = List.copyOf(repeats);
    shapes = Map.copyOf(shapes);
  }

  /** Takes incidents one after the other. */
  public static final class DatedPlaces {

    private final List<String> places = new ArrayList<>();
    private final List<LocalDate> dates = new ArrayList<>();
    private final Map<String, Geometry> shapes = new HashMap<>();

    /** Takes one; the shape of its place, null for none, is that of the first. */
    public void add(String place, LocalDate date, @Nullable Geometry shape) {
      places.add(place);
      dates.add(date);
      if (shape != null) {
        shapes.putIfAbsent(place, shape);
      }
    }

    /** Takes one of a point, which is named by where it is. */
    public void add(LatticePoint at, LocalDate date) {
      add(at.lon() + " " + at.lat(), date, LatticeJts.toDegrees(at));
    }

    /** How many were taken. */
    public int size() {
      return places.size();
    }

    /**
     * What they come to.
     *
     * @param least incidents of a place that is told, from 1
     * @param outOf how many places there are, those without incidents among them; 0 where only
     *     those with incidents are known
     * @throws HotspotInputException when there are more places than that
     * @throws HotspotException when there are no incidents
     */
    public RepeatResult result(int least, int outOf) {
      if (places.isEmpty()) {
        throw new HotspotException(DataMessages.of("hotspot.none-then"));
      }
      List<RepeatPlace> all = RepeatPlaces.of(places, dates, 1);
      if (outOf != 0 && outOf < all.size()) {
        throw HotspotInputException.of("hotspot.places-more", all.size(), outOf);
      }
      int[] counts = new int[Math.max(outOf, all.size())];
      for (int place = 0; place < all.size(); place++) {
        counts[place] = all.get(place).dates().size();
      }
      return new RepeatResult(
          all.stream().filter(it -> it.dates().size() >= least).toList(),
          Unevenness.of(counts),
          shapes);
    }
  }

  /**
   * What to beware of.
   *
   * @param outOfKnown whether it is known how many places there are
   */
  public static List<MethodNote> notes(boolean outOfKnown) {
    return outOfKnown ? List.of() : List.of(MethodNote.of("only-places-with-incidents"));
  }

  /** What is told of all places together. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("incidents", evenness.incidents());
    told.put("places", evenness.places());
    told.put("repeatPlaces", repeats.size());
    told.put("repeatIncidents", repeats.stream().mapToLong(it -> it.dates().size()).sum());
    Map<String, Object> top = new LinkedHashMap<>();
    TOP.forEach(share -> top.put(String.valueOf(share), evenness.topShare(share).orElseThrow()));
    told.put("topShares", top);
    told.put("gini", evenness.gini().orElseThrow());
    told.put("giniCorrected", evenness.correctedGini().orElseThrow());
    return told;
  }

  /** A row for each of the places: when it had incidents, and how many days lay between. */
  public FigureSheet sheet() {
    return new FigureSheet(
        List.of("place", "count", "first", "last", "dates", "days_between"),
        () -> repeats.stream().map(this::row));
  }

  private FigureSheet.FigureRow row(RepeatPlace each) {
    List<LocalDate> dates = each.dates();
    return new FigureSheet.Values()
        .text(each.place())
        .whole(dates.size())
        .text(dates.get(0).toString())
        .text(dates.get(dates.size() - 1).toString())
        .text(dates.stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
        .text(each.intervals().stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .row(shapes.get(each.place()));
  }

  /** The Lorenz curve: what share of the incidents the places with fewest have. */
  public FigureSheet lorenz() {
    List<Double> curve = evenness.lorenz();
    return new FigureSheet(
        List.of("places", "share_of_places", "share_of_incidents"),
        () ->
            IntStream.range(0, curve.size())
                .mapToObj(
                    i ->
                        new FigureSheet.Values()
                            .whole(i)
                            .figure((double) i / evenness.places())
                            .figure(curve.get(i))
                            .row(null)));
  }
}

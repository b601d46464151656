package org.gridwright.data.hotspot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.repeat.RepeatPlaces;
import org.gridwright.core.hotspot.repeat.RepeatPlaces.RepeatPlace;
import org.gridwright.core.hotspot.repeat.Unevenness;
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
     */
    public RepeatResult result(int least, int outOf) {
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

package org.gridwright.core.hotspot.repeat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/** Places that had more than one incident. Pure and thread-safe. */
public final class RepeatPlaces {

  private RepeatPlaces() {}

  /**
   * Those with at least so many incidents, most first, by name where they have as many. O(n log n).
   *
   * @param places the name of the place of each incident
   * @param dates when each was
   * @param least from 1
   * @throws HotspotException where there is not a date for each place
   */
  public static List<RepeatPlace> of(List<String> places, List<LocalDate> dates, int least) {
    if (places.size() != dates.size()) {
      throw new HotspotException(Message.core("hotspot.shape", places.size(), dates.size()));
    }
    Map<String, List<LocalDate>> byPlace = new TreeMap<>();
    for (int i = 0; i < places.size(); i++) {
      byPlace.computeIfAbsent(places.get(i), it -> new ArrayList<>()).add(dates.get(i));
    }
    return byPlace.entrySet().stream()
        .filter(it -> it.getValue().size() >= least)
        .map(it -> new RepeatPlace(it.getKey(), it.getValue()))
        .sorted(Comparator.comparingInt((RepeatPlace it) -> it.dates().size()).reversed())
        .toList();
  }

  /**
   * A place and its incidents. Immutable.
   *
   * @param place its name
   * @param dates of its incidents, ascending
   */
  public record RepeatPlace(String place, List<LocalDate> dates) {

    public RepeatPlace {
      dates = dates.stream().sorted().toList();
    }

    /** Days from each incident to the next, one fewer than there are incidents. */
    public List<Long> intervals() {
      List<Long> intervals = new ArrayList<>();
      for (int i = 1; i < dates.size(); i++) {
        intervals.add(ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)));
      }
      return intervals;
    }
  }
}

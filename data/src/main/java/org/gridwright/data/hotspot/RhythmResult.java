package org.gridwright.data.hotspot;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.time.Rhythm;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;

/**
 * At which hours of which weekdays incidents are, and whether hour and weekday go together.
 *
 * @param midnights incidents at midnight exactly
 */
public record RhythmResult(Rhythm rhythm, long midnights) {

  /** Above which share of moments at midnight it is said that these may have no hour. */
  private static final double MANY_AT_MIDNIGHT = 0.05;

  private static final double FEW_EXPECTED = 5;

  /** Takes moments one after the other. */
  public static final class WeekMoments {

    private final IntStream.Builder weekdays = IntStream.builder();
    private final IntStream.Builder hours = IntStream.builder();
    private long midnights;

    /** Takes one. */
    public void add(LocalDateTime moment) {
      weekdays.add(moment.getDayOfWeek().ordinal());
      hours.add(moment.getHour());
      midnights += moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? 1 : 0;
    }

    /**
     * What they come to.
     *
     * @throws HotspotException when there are none
     */
    public RhythmResult result() {
      Rhythm rhythm = Rhythm.of(weekdays.build().toArray(), hours.build().toArray());
      if (rhythm.total() == 0) {
        throw new HotspotException(DataMessages.of("hotspot.none-then"));
      }
      return new RhythmResult(rhythm, midnights);
    }
  }

  /** What is told of the whole week. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("total", rhythm.total());
    told.put("chiSquare", rhythm.chiSquare());
    told.put("degreesOfFreedom", rhythm.degreesOfFreedom());
    told.put("p", rhythm.p().isPresent() ? rhythm.p().getAsDouble() : null);
    told.put("atMidnight", midnights);
    told.put("thin", isThin());
    return told;
  }

  /** What to beware of. */
  public List<MethodNote> notes() {
    List<MethodNote> notes = new ArrayList<>();
    if (rhythm.p().isEmpty()) {
      notes.add(MethodNote.of("one-hour"));
    }
    if (midnights > MANY_AT_MIDNIGHT * rhythm.total()) {
      notes.add(MethodNote.of("midnight", midnights, rhythm.total()));
    }
    if (rhythm.p().isPresent() && isThin()) {
      notes.add(MethodNote.of("thin-hours"));
    }
    return notes;
  }

  /** Whether more than a fifth of the cells that can have incidents expect fewer than five. */
  private boolean isThin() {
    int cells = 0;
    int thin = 0;
    for (int cell = 0; cell < Rhythm.WEEKDAYS * Rhythm.HOURS; cell++) {
      double expected = rhythm.expected(cell / Rhythm.HOURS, cell % Rhythm.HOURS);
      cells += expected > 0 ? 1 : 0;
      thin += expected > 0 && expected < FEW_EXPECTED ? 1 : 0;
    }
    return 5 * thin > cells;
  }
}

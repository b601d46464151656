package org.gridwright.data.hotspot;

import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.time.Rhythm;

/** The rhythm of the week, to write. */
public final class RhythmSheet {

  private RhythmSheet() {}

  /** A row for each weekday, from 1, Monday, and hour: count, what is expected, and residual. */
  public static FigureSheet of(Rhythm rhythm) {
    return new FigureSheet(
        List.of("weekday", "hour", "count", "expected", "residual"),
        () ->
            IntStream.range(0, Rhythm.WEEKDAYS * Rhythm.HOURS)
                .mapToObj(cell -> row(rhythm, cell / Rhythm.HOURS, cell % Rhythm.HOURS)));
  }

  private static FigureSheet.FigureRow row(Rhythm rhythm, int weekday, int hour) {
    return new FigureSheet.Values()
        .whole(weekday + 1)
        .whole(hour)
        .whole(rhythm.count(weekday, hour))
        .figure(rhythm.expected(weekday, hour))
        .figure(rhythm.residual(weekday, hour))
        .row(null);
  }
}

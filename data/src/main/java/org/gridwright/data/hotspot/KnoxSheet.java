package org.gridwright.data.hotspot;

import java.util.List;
import org.gridwright.core.hotspot.time.KnoxCell;

/** The table of near repeats, to write. */
public final class KnoxSheet {

  private static final List<String> COLUMNS =
      List.of(
          "metres_from",
          "metres_to",
          "days_from",
          "days_to",
          "pairs",
          "close_in_space",
          "close_in_time",
          "all_pairs",
          "expected",
          "variance",
          "z",
          "p",
          "p_poisson");

  private KnoxSheet() {}

  /** A row for each band of distance and of days. */
  public static FigureSheet of(List<KnoxCell> cells) {
    return new FigureSheet(COLUMNS, () -> cells.stream().map(KnoxSheet::row));
  }

  private static FigureSheet.FigureRow row(KnoxCell cell) {
    return new FigureSheet.Values()
        .figure(cell.metresFrom())
        .figure(cell.metresTo())
        .figure(cell.daysFrom())
        .figure(cell.daysTo())
        .whole(cell.pairs())
        .whole(cell.closeInSpace())
        .whole(cell.closeInTime())
        .whole(cell.allPairs())
        .figure(cell.expected())
        .figure(cell.variance())
        .figure(cell.z())
        .figure(cell.p())
        .figure(cell.poissonP())
        .row(null);
  }
}

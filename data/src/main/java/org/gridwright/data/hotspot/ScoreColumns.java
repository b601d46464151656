package org.gridwright.data.hotspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file a score takes.
 *
 * @param future incidents of a place in the period that is scored on
 * @param rankings of places, those with most for their area first
 * @param squareMetres of a place; null where its geometry says
 */
public record ScoreColumns(
    String code, String future, List<String> rankings, @Nullable String squareMetres) {

  public ScoreColumns {
    rankings = List.copyOf(rankings);
  }
}

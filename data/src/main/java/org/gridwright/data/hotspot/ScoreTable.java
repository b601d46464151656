package org.gridwright.data.hotspot;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.score.RankingScore;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.jspecify.annotations.Nullable;

/** Scores of rankings, a row for each and each share of the area. Immutable. */
public final class ScoreTable {

  private final List<Scored> rows;

  /** How a ranking did on a share of the area. */
  public record Scored(ScoreInput.PlaceRanking ranking, RankingScore score) {}

  private ScoreTable(List<Scored> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Scores all rankings.
   *
   * @throws org.gridwright.core.hotspot.HotspotException where there are no places
   */
  public static ScoreTable of(ScoreInput input) {
    List<Scored> rows = new ArrayList<>();
    for (ScoreInput.PlaceRanking ranking : input.rankings()) {
      RankingScore.of(ranking.risks(), input.squareMetres(), input.future(), RankingScore.SHARES)
          .forEach(score -> rows.add(new Scored(ranking, score)));
    }
    return new ScoreTable(rows);
  }

  /** By ranking, and within it by share. */
  public List<Scored> rows() {
    return rows;
  }

  /** The fields of a row by column; numbers, texts, or null. */
  public static Map<String, @Nullable Object> fields(Scored row) {
    RankingScore score = row.score();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("ranking", row.ranking().name());
    fields.put("baseline", row.ranking().baseline());
    fields.put("area_share", score.share());
    fields.put("places", score.places());
    fields.put("area_m2", score.squareMetres());
    fields.put("hits", score.hits());
    fields.put("hit_rate", orNull(score.hitRate()));
    fields.put("pai", orNull(score.pai()));
    fields.put("best_hits", score.bestHits());
    fields.put("pei", orNull(score.pei()));
    return fields;
  }

  private static @Nullable Double orNull(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }

  /** Writes a CSV; leaves the stream open. */
  public void writeCsv(OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      csv.write(fields(rows.get(0)).keySet());
      for (Scored row : rows) {
        csv.write(fields(row).values().stream().map(it -> Objects.toString(it, "")).toList());
      }
    }
  }
}

package org.gridwright.data.hotspot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.hotspot.score.RankingScore;
import org.jspecify.annotations.Nullable;

/** Scores of rankings, a row for each and each share of the area. Immutable. */
public final class ScoreTable {

  private static final List<String> COLUMNS =
      List.of(
          "ranking",
          "baseline",
          "area_share",
          "places",
          "area_m2",
          "hits",
          "hit_rate",
          "pai",
          "best_hits",
          "pei");

  private final List<Scored> rows;

  /** How a ranking did on a share of the area. */
  public record Scored(ScoreInput.PlaceRanking ranking, RankingScore score) {}

  private final ScoreInput input;

  private ScoreTable(ScoreInput input, List<Scored> rows) {
    this.input = input;
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
    return new ScoreTable(input, rows);
  }

  /** By ranking, and within it by share. */
  public List<Scored> rows() {
    return rows;
  }

  public ScoreInput input() {
    return input;
  }

  /** A row for each ranking and share. */
  public FigureSheet sheet() {
    return new FigureSheet(COLUMNS, () -> rows.stream().map(ScoreTable::row));
  }

  private static FigureSheet.FigureRow row(Scored row) {
    RankingScore score = row.score();
    return new FigureSheet.Values()
        .text(row.ranking().name())
        .flag(row.ranking().baseline())
        .figure(score.share())
        .whole(score.places())
        .figure(score.squareMetres())
        .whole(score.hits())
        .figure(score.hitRate())
        .figure(score.pai())
        .whole(score.bestHits())
        .figure(score.pei())
        .row(null);
  }

  /** What is told of all rankings together. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("places", input.codes().size());
    told.put("incidents", input.incidents());
    told.put("unranked", unranked());
    if (input.incidents() == 0) {
      told.put("notDefined", "no-incidents");
    }
    return told;
  }

  /** Names of rankings that rank nothing. */
  private List<String> unranked() {
    return input.rankings().stream()
        .filter(input::isFlat)
        .map(ScoreInput.PlaceRanking::name)
        .toList();
  }

  /** What to beware of. */
  public List<MethodNote> notes() {
    List<MethodNote> notes = new ArrayList<>();
    if (input.incidents() == 0) {
      notes.add(MethodNote.of("no-future"));
    }
    unranked().forEach(name -> notes.add(MethodNote.of("flat", name)));
    return notes;
  }
}

package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.score.RankingScore;
import org.gridwright.data.hotspot.ScoreInput;
import org.gridwright.data.hotspot.ScoreTable;
import org.jspecify.annotations.Nullable;

/** What is told of scored rankings. */
final class ScoreReport {

  private static final int PERCENT = 100;

  private final Session session;
  private final ScoreInput input;
  private final ScoreTable table;

  ScoreReport(Session session, ScoreTable table) {
    this.session = session;
    this.input = table.input();
    this.table = table;
  }

  void print(boolean explain) {
    if (session.options().json()) {
      session.printJson(json(explain));
      return;
    }
    if (explain) {
      session.print(session.say("hotspots.score.explain"));
    }
    session.print(
        session.say("hotspots.scored", input.codes().size(), input.incidents(), input.outside()));
    List<List<String>> rows = new ArrayList<>(List.of(header()));
    table.rows().forEach(row -> rows.add(row(row)));
    session.printTable(rows);
    table.notes().forEach(note -> session.note(session.say(note.told())));
  }

  private List<String> header() {
    List<String> header = new ArrayList<>();
    for (String column : List.of("ranking", "area", "places", "hits", "hit-rate")) {
      header.add(session.say("hotspots.score.column." + column));
    }
    header.addAll(List.of("PAI", "PEI"));
    return header;
  }

  private List<String> row(ScoreTable.Scored row) {
    RankingScore score = row.score();
    String name = row.ranking().name();
    return List.of(
        row.ranking().baseline() ? session.say("hotspots.score.baseline", name) : name,
        Decimals.of(score.share() * PERCENT, 0) + " %",
        String.valueOf(score.places()),
        String.valueOf(score.hits()),
        rounded(score.hitRate()),
        rounded(score.pai()),
        rounded(score.pei()));
  }

  private String rounded(OptionalDouble figure) {
    return figure.isPresent()
        ? Decimals.of(figure.getAsDouble(), 3)
        : session.say("hotspots.undefined");
  }

  private Map<String, @Nullable Object> json(boolean explain) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.putAll(table.summary());
    json.put("outside", input.outside());
    json.put("scores", table.sheet().named());
    if (explain) {
      json.put("explanation", session.say("hotspots.score.explain"));
    }
    return json;
  }
}

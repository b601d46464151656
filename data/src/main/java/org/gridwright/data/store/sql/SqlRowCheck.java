package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.RowCheck;
import org.gridwright.data.store.UnreadableRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the tables that other programs see, and keeps what cannot be read of them. */
final class SqlRowCheck implements RowCheck {

  /** Rows of a table that are named; more of them are one mistake. */
  private static final int MOST = 200;

  private static final int TOLD = 60;

  /** What counts the writes of others; nothing is unreadable that only Gridwright wrote. */
  private static final String FOREIGN = "foreign";

  private final Sessions sessions;
  private final Rows rows;
  private final UnitRows units;
  private final PlanRows plans;

  SqlRowCheck(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
    this.units = new UnitRows(rows);
    this.plans = new PlanRows(rows.dialect());
  }

  @Override
  public String version() {
    return sessions.read(handle -> rows.version(handle, FOREIGN));
  }

  @Override
  public String planVersion() {
    return sessions.read(handle -> rows.version(handle, "unit"));
  }

  @Override
  public List<UnreadableRow> unreadable() {
    return sessions.read(
        handle -> {
          List<UnreadableRow> found = new ArrayList<>();
          if (rows.version(handle, FOREIGN).equals("0")) {
            return found;
          }
          Dialect dialect = rows.dialect();
          times(handle, found);
          places(handle, "incident", found);
          places(handle, "address", found);
          places(handle, "facility", found);
          days(handle, "assignment", List.of("from_day", "to_day"), "fid", found);
          days(handle, "plan", List.of("effective_from"), "id", found);
          categories(handle, dialect.json("categories"), found);
          for (Theme theme : SqlThemeStore.all(handle)) {
            for (PlanInfo plan : plans.list(handle, theme.id())) {
              if (plan.status() == PlanInfo.Status.PUBLISHED && plan.effectiveTo() == null) {
                units(handle, theme, plan.id(), found);
              }
            }
          }
          return found;
        });
  }

  private void times(Handle handle, List<UnreadableRow> found) {
    String readable = rows.dialect().readableTime("i.occurred");
    handle
        .createQuery(
            "SELECT i.id, CAST(i.occurred AS text) AS said FROM incident i WHERE NOT coalesce("
                + readable
                + ", 1 = 0) ORDER BY i.id LIMIT "
                + MOST)
        .map(
            (row, context) ->
                new UnreadableRow(
                    "incident",
                    row.getString("id"),
                    DataMessages.of("rows.time", "occurred", cut(row.getString("said")))))
        .forEach(found::add);
  }

  private void places(Handle handle, String table, List<UnreadableRow> found) {
    String weight = table.equals("address") ? ", CAST(t.weight AS text) AS weight" : "";
    String sql =
        "SELECT t.id%s, %s AS geom FROM %s t ORDER BY t.id"
            .formatted(weight, rows.dialect().geometry("t.geom"), table);
    int before = found.size();
    try (ResultIterator<UnreadableRow> bad =
        iterator(handle, sql, row -> place(row, table, !weight.isEmpty()))) {
      while (bad.hasNext() && found.size() - before < MOST) {
        found.add(bad.next());
      }
    }
  }

  private @Nullable UnreadableRow place(ResultSet row, String table, boolean weighs)
      throws SQLException {
    String weight = weighs ? row.getString("weight") : "1";
    if (!weight.matches("[0-9]{1,10}")) {
      return new UnreadableRow(
          table, row.getString("id"), DataMessages.of("rows.number", "weight", cut(weight)));
    }
    try {
      rows.point(row, "geom");
      return null;
    } catch (RuntimeException unreadable) {
      return new UnreadableRow(table, row.getString("id"), DataMessages.of("rows.geometry"));
    }
  }

  private void days(
      Handle handle, String table, List<String> columns, String key, List<UnreadableRow> found) {
    for (String column : columns) {
      handle
          .createQuery(
              ("SELECT t.%1$s AS id, CAST(t.%2$s AS text) AS said FROM %3$s t"
                      + " WHERE NOT coalesce(%4$s, 1 = 0) ORDER BY t.%1$s LIMIT %5$d")
                  .formatted(key, column, table, rows.dialect().readableDay("t." + column), MOST))
          .map(
              (row, context) ->
                  new UnreadableRow(
                      table,
                      row.getString("id"),
                      DataMessages.of("rows.day", column, cut(row.getString("said")))))
          .forEach(found::add);
    }
  }

  private void categories(Handle handle, String json, List<UnreadableRow> found) {
    String sql =
        "SELECT id, name, " + json + " AS categories FROM department ORDER BY id LIMIT " + MOST;
    try (ResultIterator<UnreadableRow> bad =
        iterator(
            handle,
            sql,
            row -> {
              try {
                SqlDirectoryStore.department(row);
                return null;
              } catch (JacksonException unreadable) {
                return new UnreadableRow(
                    "department", row.getString("id"), DataMessages.of("rows.json", "categories"));
              }
            })) {
      bad.forEachRemaining(found::add);
    }
  }

  private void units(Handle handle, Theme theme, long plan, List<UnreadableRow> found) {
    UnitDecoding all = new UnitDecoding(units, handle, Progress.NONE);
    for (int depth = 0; depth < theme.levels().size(); depth++) {
      try (ResultIterator<UnitRows.Stored> level =
          units.units(handle, plans.key(handle, plan), depth, null)) {
        level.forEachRemaining(
            row -> {
              if (UnitRows.readAttributes(row.attributes()).isEmpty() && found.size() < MOST) {
                found.add(unit(theme, row.code(), DataMessages.of("rows.json", "attributes")));
              }
              all.add(row);
            });
      }
    }
    List<Unit> decoded = all.units();
    for (Map.Entry<String, Message> unfit :
        SoundUnits.of(theme, decoded, all.groundless()).unfit().entrySet()) {
      found.add(unit(theme, unfit.getKey(), unfit.getValue()));
    }
  }

  private static UnreadableRow unit(Theme theme, String code, Message why) {
    return new UnreadableRow("unit_version", theme.id() + " " + code, why);
  }

  /** What a row is said to be unreadable for; null where it can be read. */
  private interface Looking {
    @Nullable UnreadableRow look(ResultSet row) throws SQLException;
  }

  private ResultIterator<UnreadableRow> iterator(Handle handle, String sql, Looking looking) {
    return SoundRows.iterator(rows.query(handle, sql), (row, context) -> looking.look(row));
  }

  private static String cut(String text) {
    return text.length() > TOLD ? text.substring(0, TOLD) + "…" : text;
  }
}

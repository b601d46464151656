package org.gridwright.data.store.sql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.layer.LayerSchemas;
import org.gridwright.data.store.LayerStore;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which tables and columns the layers are read from. */
final class SqlLayerStore implements LayerStore {

  private static final String ROSTER =
      "(SELECT a.fid AS assignment, o.id, o.name, o.contact, a.role, a.theme, a.grid_code,"
          + " a.from_day, a.to_day, CAST(a.from_day AS text) AS first_day,"
          + " CAST(a.to_day AS text) AS end_day"
          + " FROM assignment a JOIN officer o ON o.id = a.officer)";

  private final Sessions sessions;
  private final Rows rows;

  SqlLayerStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
  }

  @Override
  public Layer units(long planId, Level level) {
    return sessions.read(handle -> units(handle, planId, level));
  }

  @Override
  public Layer addresses() {
    return layer(LayerSchemas.ADDRESSES, "address", Map.of(), "1 = 1", Map.of());
  }

  @Override
  public Layer incidents() {
    Map<String, String> renamed =
        Map.of("reported_zone", "x.reported_code", "given_grid", "x.given_code");
    return layer(
        LayerSchemas.INCIDENTS,
        "incident",
        renamed,
        rows.dialect().readableTime("x.occurred"),
        Map.of());
  }

  @Override
  public Layer facilities() {
    return layer(LayerSchemas.FACILITIES, "facility", Map.of(), "1 = 1", Map.of());
  }

  @Override
  public Layer officers(String theme, @Nullable LocalDate day) {
    Map<String, String> columns = new HashMap<>();
    LayerSchemas.OFFICERS.fieldNames().forEach(field -> columns.put(field, "x." + field));
    columns.put("grid", "x.grid_code");
    columns.put("from", "x.first_day");
    columns.put("to", "x.end_day");
    Map<String, Object> binds = new HashMap<>(Map.of("theme", theme));
    String where =
        "x.theme = :theme AND "
            + rows.dialect().readableDay("x.from_day")
            + " AND "
            + rows.dialect().readableDay("x.to_day");
    if (day != null) {
      where += " AND " + RosterRows.HOLDS.formatted("x");
      binds.put("day", day.toString());
    }
    return new SqlLayer(
        LayerSchemas.OFFICERS,
        new LayerTable(ROSTER, "x", columns, where, binds, version("officer")),
        sessions,
        rows);
  }

  /** A layer of a table whose columns are called as the fields are, but for some. */
  private Layer layer(
      LayerSchema schema,
      String table,
      Map<String, String> renamed,
      String where,
      Map<String, Object> binds) {
    Map<String, String> columns = new HashMap<>();
    schema.fieldNames().forEach(field -> columns.put(field, "x." + field));
    columns.putAll(renamed);
    return new SqlLayer(
        schema, new LayerTable(table, "x", columns, where, binds, version(table)), sessions, rows);
  }

  private static String version(String table) {
    return "SELECT changes FROM change_count WHERE subject = '" + table + "'";
  }

  private Layer units(Handle handle, long planId, Level level) {
    PlanKey plan = new PlanRows(rows.dialect()).key(handle, planId);
    Map<String, Object> binds = new LinkedHashMap<>();
    binds.put("plan", planId);
    binds.put("depth", level.depth());
    binds.put("theme", plan.theme());
    binds.put("revision", plan.revision());
    if (plan.draft() != null) {
      binds.put("draft", plan.draft());
    }
    String where = "u.depth = :depth AND " + UnitRows.within(plan);
    LayerSchema schema = LayerSchemas.units(attributes(handle, where, binds));
    Map<String, String> columns = columns(schema, level, binds);
    return new SqlLayer(
        schema,
        new LayerTable(
            "unit_version",
            "u",
            columns,
            where,
            binds,
            "SELECT version FROM plan WHERE id = :plan"),
        sessions,
        rows);
  }

  private Map<String, String> columns(LayerSchema schema, Level level, Map<String, Object> binds) {
    Map<String, String> columns = new HashMap<>();
    for (String field : schema.fieldNames()) {
      String key = "attribute" + columns.size();
      switch (field) {
        case "level" -> {
          binds.put("level", level.name());
          columns.put(field, "CAST(:level AS text)");
        }
        case "code", "name", "parent" -> columns.put(field, "u." + field);
        default -> {
          binds.put(key, field);
          columns.put(field, rows.dialect().member("u.attributes", ":" + key));
        }
      }
    }
    return columns;
  }

  private List<String> attributes(Handle handle, String where, Map<String, Object> binds) {
    String sql =
        "SELECT DISTINCT j.key FROM unit_version u, %s WHERE %s"
            .formatted(rows.dialect().members("u.attributes"), where);
    return new Binds(binds)
        .to(handle.createQuery(sql)).mapTo(String.class).stream().sorted(Plan.CODE_ORDER).toList();
  }
}

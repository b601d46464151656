package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.Incident.GivenGrid;
import org.gridwright.data.model.Incident.ReportedZone;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Incidents in the table {@code incident}. */
final class SqlIncidentStore implements IncidentStore {

  private static final RowTable TABLE =
      new RowTable(
          "incident",
          "id",
          List.of(
              new Column("id", Kind.TEXT),
              new Column("occurred", Kind.TIMESTAMP),
              new Column("category", Kind.TEXT),
              new Column("channel", Kind.TEXT),
              new Column("status", Kind.TEXT),
              new Column("reported_theme", Kind.TEXT),
              new Column("reported_level", Kind.TEXT),
              new Column("reported_code", Kind.TEXT),
              new Column("given_theme", Kind.TEXT),
              new Column("given_plan", Kind.LONG),
              new Column("given_code", Kind.TEXT),
              new Column("version", Kind.LONG),
              new Column("geom", Kind.POINT)));

  private final Sessions sessions;
  private final Rows rows;
  private final IncidentPast past;
  private final String select;

  SqlIncidentStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
    this.past = new IncidentPast(rows);
    this.select =
        "SELECT i.id, i.occurred, i.category, i.channel, i.status, i.reported_theme,"
            + " i.reported_level, i.reported_code, i.given_theme, i.given_plan, i.given_code, "
            + rows.dialect().geometry("i.geom")
            + " AS geom FROM incident i WHERE ";
  }

  @Override
  public long put(Iterator<Incident> incidents) {
    return sessions.write(
        handle -> {
          if (!incidents.hasNext()) {
            return 0L;
          }
          long version = past.begin(handle);
          long count = rows.replaceCounted(handle, TABLE, incidents, each -> toRow(each, version));
          past.end(handle, version);
          return count;
        });
  }

  @Override
  public String places(Query query, Consumer<LatticePoint> each) {
    return sessions.read(
        handle -> {
          String sql = past.select("incident i WHERE " + conditions(query));
          try (var all = SoundRows.iterator(bound(handle, sql, query), past::place)) {
            all.forEachRemaining(each);
          }
          return rows.version(handle, "incident");
        });
  }

  @Override
  public String moments(Query query, BiConsumer<LatticePoint, LocalDateTime> each) {
    return sessions.read(
        handle -> {
          String sql =
              "SELECT i.occurred, "
                  + rows.dialect().geometry("i.geom")
                  + " AS geom FROM incident i WHERE "
                  + conditions(query);
          try (var all = SoundRows.iterator(bound(handle, sql, query), this::moment)) {
            all.forEachRemaining(it -> each.accept(it.place(), it.occurred()));
          }
          return rows.version(handle, "incident");
        });
  }

  /** When and where. */
  private record Moment(LatticePoint place, LocalDateTime occurred) {}

  private Moment moment(ResultSet row, StatementContext context) throws SQLException {
    return new Moment(rows.point(row, "geom"), TimeText.parse(row.getString("occurred")));
  }

  @Override
  public List<HourCount> byHour(Query query) {
    String sql =
        "SELECT %s AS of_day, %s AS of_hour, count(*) AS number FROM incident i WHERE %s GROUP BY 1, 2 ORDER BY 1, 2"
            .formatted(
                rows.dialect().day("i.occurred"),
                rows.dialect().hour("i.occurred"),
                conditions(query));
    return sessions.read(
        handle ->
            bound(handle, sql, query)
                .map(
                    (row, context) ->
                        new HourCount(
                            LocalDate.parse(row.getString("of_day")),
                            row.getInt("of_hour"),
                            row.getLong("number")))
                .list());
  }

  @Override
  public Optional<IncidentChanges> since(String version, Query query) {
    long since = Long.parseLong(version);
    return sessions.read(
        handle ->
            past.knows(handle, since)
                ? Optional.of(changes(handle, since, query))
                : Optional.empty());
  }

  private IncidentChanges changes(Handle handle, long since, Query query) {
    String box = query.box() == null ? "" : " AND " + rows.dialect().rectangleMeets("i", "");
    String asked = " AND " + attributes(query) + box;
    return new IncidentChanges(
        rows.version(handle, "incident"),
        places(handle, IncidentPast.CAME + asked, since, query),
        places(handle, IncidentPast.WENT + asked, since, query));
  }

  private List<LatticePoint> places(Handle handle, String from, long since, Query query) {
    return SoundRows.list(
        bound(handle, past.select(from), query).bind("since", since), past::place);
  }

  @Override
  public Optional<Incident> find(String id) {
    return sessions.read(
        handle ->
            rows.query(handle, select + "i.id = :id")
                .bind("id", id)
                .map(SoundRows.orNull((row, context) -> incident(row)))
                .findOne());
  }

  @Override
  public Optional<Long> version(String id) {
    return sessions.read(
        handle ->
            rows.query(handle, "SELECT version FROM incident WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
  }

  @Override
  public Stream<Incident> stream(Query query) {
    return sessions.stream(
        handle ->
            SoundRows.iterator(
                bound(
                    handle, select + conditions(query) + " ORDER BY i.occurred DESC, i.id", query),
                (row, context) -> incident(row)));
  }

  @Override
  public long count(Query query) {
    return sessions.read(
        handle ->
            bound(handle, "SELECT count(*) FROM incident i WHERE " + conditions(query), query)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public String version() {
    return sessions.read(handle -> rows.version(handle, "incident"));
  }

  @Override
  public List<String> categories() {
    return sessions.read(
        handle ->
            handle
                .createQuery("SELECT DISTINCT category FROM incident ORDER BY category")
                .mapTo(String.class)
                .list());
  }

  private String conditions(Query query) {
    return attributes(query) + rows.andMeetsBox("incident", "i", query.box());
  }

  private String attributes(Query query) {
    return rows.dialect().readableTime("i.occurred")
        + (query.from() == null ? "" : " AND i.occurred >= :from")
        + (query.to() == null ? "" : " AND i.occurred < :to")
        + (query.category() == null ? "" : " AND i.category = :category")
        + (query.status() == null ? "" : " AND i.status = :status")
        + (query.times() == null
            ? ""
            : " AND " + WeekSql.condition(rows.dialect(), "i.occurred", ":hours", ":weekdays"));
  }

  private org.jdbi.v3.core.statement.Query bound(Handle handle, String sql, Query query) {
    var statement = Rows.bindBox(rows.query(handle, sql), query.box());
    bindTime(statement, "from", query.from());
    bindTime(statement, "to", query.to());
    bindText(statement, "category", query.category());
    bindText(statement, "status", query.status());
    if (query.times() != null) {
      statement.bind("hours", query.times().hours()).bind("weekdays", query.times().weekdays());
    }
    return statement;
  }

  private static void bindTime(
      org.jdbi.v3.core.statement.Query statement, String name, @Nullable LocalDateTime time) {
    bindText(statement, name, time == null ? null : TimeText.of(time));
  }

  private static void bindText(
      org.jdbi.v3.core.statement.Query statement, String name, @Nullable String text) {
    if (text != null) {
      statement.bind(name, text);
    }
  }

  private static @Nullable Object[] toRow(Incident incident, long version) {
    ReportedZone reported = incident.reportedZone();
    GivenGrid given = incident.given();
    return new @Nullable Object[] {
      incident.id(),
      incident.occurred(),
      incident.category(),
      incident.channel(),
      incident.status(),
      reported == null ? null : reported.theme(),
      reported == null ? null : reported.level(),
      reported == null ? null : reported.code(),
      given == null ? null : given.theme(),
      given == null ? null : given.planId(),
      given == null ? null : given.code(),
      version,
      incident.place()
    };
  }

  private Incident incident(ResultSet row) throws SQLException {
    String reportedTheme = row.getString("reported_theme");
    String givenTheme = row.getString("given_theme");
    return new Incident(
        row.getString("id"),
        rows.point(row, "geom"),
        TimeText.parse(row.getString("occurred")),
        row.getString("category"),
        row.getString("channel"),
        row.getString("status"),
        reportedTheme == null
            ? null
            : new ReportedZone(
                reportedTheme, row.getString("reported_level"), row.getString("reported_code")),
        givenTheme == null
            ? null
            : new GivenGrid(givenTheme, row.getLong("given_plan"), row.getString("given_code")));
  }
}

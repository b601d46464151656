package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.data.store.CheckBasis;
import org.gridwright.data.store.ReviewStore;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Rules, official outlines and exceptions. */
final class SqlReviewStore implements ReviewStore {

  /** What changes of a theme are counted under, with the theme's id after it. */
  private static final String SUBJECT = "review:";

  private static final RowTable RULES =
      new RowTable(
          "rule_set",
          "theme",
          List.of(new Column("theme", Kind.TEXT), new Column("rules", Kind.TEXT)));
  private static final RowTable OUTLINES =
      new RowTable(
          "reference_outline",
          "code",
          List.of(
              new Column("theme", Kind.TEXT),
              new Column("depth", Kind.INTEGER),
              new Column("code", Kind.TEXT),
              new Column("geom", Kind.AREA)));

  private final Sessions sessions;
  private final Rows rows;

  SqlReviewStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
  }

  @Override
  public RuleSet rules(String theme) {
    return sessions.read(handle -> rules(handle, theme));
  }

  private static RuleSet rules(Handle handle, String theme) {
    return handle
        .createQuery("SELECT rules FROM rule_set WHERE theme = :theme")
        .bind("theme", theme)
        .mapTo(String.class)
        .findOne()
        .map(json -> RuleSet.fromMap(JsonText.members(json)))
        .orElse(RuleSet.STANDARD);
  }

  @Override
  public void setRules(String theme, RuleSet rules) {
    sessions.write(
        handle -> {
          SqlThemeStore.require(handle, theme);
          countChange(handle, theme);
          return this.rows.replace(
              handle,
              RULES,
              List.of(rules).iterator(),
              set -> new Object[] {theme, JsonText.ofMembers(set.toMap())});
        });
  }

  @Override
  public List<OfficialOutline> outlines(String theme) {
    return sessions.read(handle -> outlines(handle, theme));
  }

  private List<OfficialOutline> outlines(Handle handle, String theme) {
    return handle
        .createQuery(
            "SELECT depth, code, "
                + rows.dialect().geometry("geom")
                + " AS geom FROM reference_outline WHERE theme = :theme ORDER BY depth, code")
        .bind("theme", theme)
        .map(
            (row, context) ->
                new OfficialOutline(
                    row.getInt("depth"), row.getString("code"), rows.requireArea(row, "geom")))
        .list();
  }

  @Override
  public void setOutlines(String theme, List<OfficialOutline> outlines) {
    sessions.write(
        handle -> {
          SqlThemeStore.require(handle, theme);
          handle
              .createUpdate("DELETE FROM reference_outline WHERE theme = :theme")
              .bind("theme", theme)
              .execute();
          rows.insert(
              handle,
              OUTLINES,
              outlines.iterator(),
              it -> new Object[] {theme, it.depth(), it.code(), it.area()});
          countChange(handle, theme);
          return theme;
        });
  }

  @Override
  public String version(String theme) {
    return sessions.read(
        handle ->
            handle.createQuery(versionOf(":theme")).bind("theme", theme).mapTo(String.class).one());
  }

  /**
   * A query for {@link #version(String)}.
   *
   * @param theme an SQL expression that yields the theme's id
   */
  static String versionOf(String theme) {
    return "SELECT coalesce(sum(changes), 0) FROM change_count WHERE subject = '"
        + SUBJECT
        + "' || "
        + theme;
  }

  /** Counts a change of what plans of a theme are checked by. */
  static void countChange(Handle handle, String theme) {
    handle
        .createUpdate(
            "INSERT INTO change_count (subject, changes) VALUES (:subject, 1)"
                + " ON CONFLICT (subject) DO UPDATE SET changes = change_count.changes + 1")
        .bind("subject", SUBJECT + theme)
        .execute();
  }

  @Override
  public CheckBasis basis(String theme, @Nullable Long draft) {
    return sessions.read(
        handle ->
            new CheckBasis(
                rules(handle, theme),
                SqlThemeStore.jurisdiction(rows, handle, theme),
                outlines(handle, theme),
                accepted(handle, theme, draft)));
  }

  @Override
  public List<AcceptedFinding> accepted(String theme, @Nullable Long draft) {
    return sessions.read(handle -> accepted(handle, theme, draft));
  }

  private List<AcceptedFinding> accepted(Handle handle, String theme, @Nullable Long draft) {
    return handle
        .createQuery(
            "SELECT kind, units, place, area, width, reason, author, created"
                + " FROM accepted_finding WHERE theme = :theme"
                + " AND (draft IS NULL OR draft = :draft) ORDER BY fid")
        .bind("theme", theme)
        .bind("draft", draft == null ? -1 : draft)
        .map((row, context) -> accepted(row))
        .list();
  }

  @Override
  public void accept(String theme, @Nullable Long draft, List<AcceptedFinding> findings) {
    sessions.write(
        handle -> {
          for (AcceptedFinding finding : findings) {
            handle
                .createUpdate(
                    "INSERT INTO accepted_finding"
                        + " (theme, draft, kind, units, place, area, width, reason, author, created)"
                        + " VALUES (:theme, CAST(:draft AS bigint), :kind, :units, :place, :area,"
                        + " :width, :reason, :author, :created)")
                .bind("theme", theme)
                .bind("draft", draft)
                .bind("kind", finding.kind().id())
                .bind("units", JsonText.of(finding.units()))
                .bind("place", new WKBWriter().write(finding.place()))
                .bind("area", finding.areaSquareMetres())
                .bind("width", finding.widthMetres())
                .bind("reason", finding.reason())
                .bind("author", finding.author())
                .bind("created", PlanRows.text(finding.at()))
                .execute();
          }
          return findings.size();
        });
  }

  @Override
  public boolean takeBack(String theme, @Nullable Long draft, AcceptedFinding finding) {
    return sessions.write(
        handle ->
            handle
                    .createUpdate(
                        "DELETE FROM accepted_finding WHERE fid = (SELECT max(fid)"
                            + " FROM accepted_finding WHERE theme = :theme"
                            + " AND (draft IS NULL OR draft = :draft) AND kind = :kind"
                            + " AND units = :units AND place = :place AND created = :created)")
                    .bind("theme", theme)
                    .bind("draft", draft == null ? -1 : draft)
                    .bind("kind", finding.kind().id())
                    .bind("units", JsonText.of(finding.units()))
                    .bind("place", new WKBWriter().write(finding.place()))
                    .bind("created", PlanRows.text(finding.at()))
                    .execute()
                > 0);
  }

  /** Makes what was accepted in a draft hold for its theme. */
  static void giveToTheme(Handle handle, long draft) {
    handle
        .createUpdate("UPDATE accepted_finding SET draft = NULL WHERE draft = :draft")
        .bind("draft", draft)
        .execute();
  }

  private AcceptedFinding accepted(ResultSet row) throws SQLException {
    return new AcceptedFinding(
        Finding.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
        JsonText.texts(row.getString("units")),
        place(row.getBytes("place")),
        row.getDouble("area"),
        row.getDouble("width"),
        row.getString("reason"),
        row.getString("author"),
        rows.dialect().instant(row, "created"));
  }

  private static Geometry place(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored place cannot be read", e);
    }
  }
}

package org.gridwright.data.store.sql;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.ThemeStore;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jdbi.v3.core.Handle;

/** Themes in the tables {@code theme}, {@code level} and {@code jurisdiction}, and their layers. */
final class SqlThemeStore implements ThemeStore {

  private static final RowTable JURISDICTION =
      new RowTable(
          "jurisdiction",
          "theme",
          List.of(new Column("theme", Kind.TEXT), new Column("geom", Kind.AREA)));

  private final Sessions sessions;
  private final Rows rows;

  SqlThemeStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
  }

  @Override
  public List<Theme> all() {
    return sessions.read(SqlThemeStore::all);
  }

  static List<Theme> all(Handle handle) {
    return handle
        .createQuery("SELECT id FROM theme ORDER BY id")
        .mapTo(String.class)
        .list()
        .stream()
        .map(id -> find(handle, id).orElseThrow())
        .toList();
  }

  @Override
  public Optional<Theme> find(String id) {
    return sessions.read(handle -> find(handle, id));
  }

  @Override
  public void ensure(Theme theme) {
    sessions.write(
        handle -> {
          Optional<Theme> stored = find(handle, theme.id());
          if (stored.isEmpty()) {
            add(handle, theme);
          } else if (!stored.get().levels().equals(theme.levels())
              || stored.get().codes() != theme.codes()) {
            throw new StoreException(
                Reason.CONFLICT,
                DataMessages.of(
                    "store.theme-differs",
                    theme.id(),
                    levelNames(stored.get()),
                    stored.get().codes().id(),
                    levelNames(theme),
                    theme.codes().id()));
          }
          return theme;
        });
  }

  @Override
  public Optional<LatticeMultiPolygon> jurisdiction(String themeId) {
    return sessions.read(handle -> jurisdiction(rows, handle, themeId));
  }

  static Optional<LatticeMultiPolygon> jurisdiction(Rows rows, Handle handle, String themeId) {
    String geometry = rows.dialect().geometry("geom");
    return handle
        .createQuery("SELECT " + geometry + " AS area FROM jurisdiction WHERE theme = :id")
        .bind("id", themeId)
        .map((row, context) -> rows.requireArea(row, "area"))
        .findOne();
  }

  @Override
  public void setJurisdiction(String themeId, LatticeMultiPolygon area) {
    sessions.write(
        handle -> {
          require(handle, themeId);
          SqlReviewStore.countChange(handle, themeId);
          return rows.replace(
              handle,
              JURISDICTION,
              List.of(area).iterator(),
              polygon -> new Object[] {themeId, polygon});
        });
  }

  /** The theme; refuses where there is none. */
  static Theme require(Handle handle, String id) {
    return find(handle, id)
        .orElseThrow(
            () -> new StoreException(Reason.NOT_FOUND, DataMessages.of("store.theme-unknown", id)));
  }

  /** Depth of the finest level of a theme. */
  static int gridDepth(Handle handle, String theme) {
    return handle
        .createQuery("SELECT max(depth) FROM level WHERE theme = :theme")
        .bind("theme", theme)
        .mapTo(Integer.class)
        .one();
  }

  /** Names of the layers that show the levels of a theme. */
  static List<String> layers(Handle handle, String theme) {
    return handle
        .createQuery("SELECT layer FROM level WHERE theme = :theme ORDER BY depth")
        .bind("theme", theme)
        .mapTo(String.class)
        .list();
  }

  private static Optional<Theme> find(Handle handle, String id) {
    List<Level> levels =
        handle
            .createQuery("SELECT depth, name FROM level WHERE theme = :id ORDER BY depth")
            .bind("id", id)
            .map((row, context) -> new Level(row.getInt("depth"), row.getString("name")))
            .list();
    return handle
        .createQuery("SELECT title, code_scheme FROM theme WHERE id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Theme(
                    id,
                    row.getString("title"),
                    CodeScheme.of(row.getString("code_scheme")).orElseThrow(),
                    levels))
        .findOne();
  }

  private void add(Handle handle, Theme theme) {
    handle
        .createUpdate("INSERT INTO theme (id, title, code_scheme) VALUES (:id, :title, :codes)")
        .bind("id", theme.id())
        .bind("title", theme.title())
        .bind("codes", theme.codes().id())
        .execute();
    for (Level level : theme.levels()) {
      String layer =
          LayerNames.choose(
              theme.id(), level.name(), name -> rows.dialect().relationExists(handle, name));
      handle
          .createUpdate(
              "INSERT INTO level (theme, depth, name, layer) VALUES (:theme, :depth, :name, :layer)")
          .bind("theme", theme.id())
          .bind("depth", level.depth())
          .bind("name", level.name())
          .bind("layer", layer)
          .execute();
      rows.dialect()
          .createLayer(
              handle, layer, theme.title() + ": " + level.name(), inForceToday(theme, level));
    }
  }

  /** Theme ids hold no quote, so they can stand in the text of a view. */
  private String inForceToday(Theme theme, Level level) {
    String revision =
        "(SELECT p.revision FROM plan p WHERE p.theme = '%s' AND p.revision > 0 AND p.effective_from <= %s"
                .formatted(theme.id(), rows.dialect().today())
            + " ORDER BY p.effective_from DESC, p.revision DESC LIMIT 1)";
    return "SELECT u.fid AS id, u.code, u.parent, u.name, u.attributes, u.geom FROM unit_version u"
        + " WHERE u.theme = '%s' AND u.depth = %d".formatted(theme.id(), level.depth())
        + " AND u.from_revision <= "
        + revision
        + " AND (u.to_revision IS NULL OR u.to_revision > "
        + revision
        + ")";
  }

  private static String levelNames(Theme theme) {
    return String.join(" > ", theme.levels().stream().map(Level::name).toList());
  }
}

package org.gridwright.data.store.sql;

import java.util.List;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.data.store.FactStore;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jdbi.v3.core.Handle;

/** Declarations in the table {@code fact_schema}. */
final class SqlFactStore implements FactStore {

  private static final RowTable TABLE =
      new RowTable(
          "fact_schema",
          "theme",
          List.of(new Column("theme", Kind.TEXT), new Column("facts", Kind.TEXT)));

  private final Sessions sessions;
  private final Rows rows;

  SqlFactStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
  }

  @Override
  public FactSchema schema(String theme) {
    return sessions.read(handle -> schema(handle, theme));
  }

  static FactSchema schema(Handle handle, String theme) {
    return handle
        .createQuery("SELECT facts FROM fact_schema WHERE theme = :theme")
        .bind("theme", theme)
        .mapTo(String.class)
        .findOne()
        .map(FactText::schema)
        .orElse(FactSchema.NONE);
  }

  @Override
  public void setSchema(String theme, FactSchema schema) {
    sessions.write(
        handle -> {
          SqlThemeStore.require(handle, theme);
          SqlReviewStore.countChange(handle, theme);
          return rows.replaceCounted(
              handle,
              TABLE,
              List.of(schema).iterator(),
              each -> new Object[] {theme, FactText.ofSchema(each)});
        });
  }
}

package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.VoidChange;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jdbi.v3.core.Handle;

/** Rows of {@code declared_void}: each plan and draft has all of its own. */
final class VoidRows {

  private static final RowTable TABLE =
      new RowTable(
          "declared_void",
          "name",
          List.of(
              new Column("plan", Kind.LONG),
              new Column("name", Kind.TEXT),
              new Column("kind", Kind.TEXT),
              new Column("geom", Kind.AREA)));

  private final Rows rows;

  VoidRows(Rows rows) {
    this.rows = rows;
  }

  /** The voids of a plan or draft in the order of declaration. */
  List<DeclaredVoid> of(Handle handle, long plan) {
    return handle
        .createQuery(
            "SELECT name, kind, "
                + rows.dialect().geometry("geom")
                + " AS geom FROM declared_void WHERE plan = :plan ORDER BY fid")
        .bind("plan", plan)
        .map(
            (row, context) ->
                new DeclaredVoid(
                    row.getString("name"),
                    kind(row.getString("kind")),
                    rows.requireArea(row, "geom")))
        .list();
  }

  void add(Handle handle, long plan, List<DeclaredVoid> voids) {
    if (!voids.isEmpty()) {
      rows.insert(
          handle,
          TABLE,
          voids.iterator(),
          it -> new Object[] {plan, it.name(), it.kind().id(), it.area()});
    }
  }

  void apply(Handle handle, long plan, List<VoidChange> changes) {
    List<DeclaredVoid> added = new ArrayList<>();
    for (VoidChange change : changes) {
      if (change.before() != null) {
        handle
            .createUpdate("DELETE FROM declared_void WHERE plan = :plan AND name = :name")
            .bind("plan", plan)
            .bind("name", change.before().name())
            .execute();
      }
      if (change.after() != null) {
        added.add(change.after());
      }
    }
    add(handle, plan, added);
  }

  void copy(Handle handle, long from, long to) {
    add(handle, to, of(handle, from));
  }

  void remove(Handle handle, long plan) {
    handle
        .createUpdate("DELETE FROM declared_void WHERE plan = :plan")
        .bind("plan", plan)
        .execute();
  }

  static DeclaredVoid.Kind kind(String id) {
    return DeclaredVoid.Kind.valueOf(id.toUpperCase(Locale.ROOT));
  }
}

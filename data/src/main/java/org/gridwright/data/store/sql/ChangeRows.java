package org.gridwright.data.store.sql;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gridwright.core.fact.UnitFacts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.plan.VoidChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/** What a revision changes: one row for each unit or void before, and one for each after. */
final class ChangeRows {

  private static final int BEFORE = 0;
  private static final int AFTER = 1;

  private static final RowTable UNITS =
      new RowTable(
          "draft_change",
          "code",
          List.of(
              new Column("revision", Kind.LONG),
              new Column("ordinal", Kind.INTEGER),
              new Column("side", Kind.INTEGER),
              new Column("depth", Kind.INTEGER),
              new Column("code", Kind.TEXT),
              new Column("parent", Kind.TEXT),
              new Column("name", Kind.TEXT),
              new Column("attributes", Kind.TEXT),
              new Column("facts", Kind.TEXT),
              new Column("area", Kind.BYTES)));
  private static final RowTable VOIDS =
      new RowTable(
          "draft_void_change",
          "name",
          List.of(
              new Column("revision", Kind.LONG),
              new Column("ordinal", Kind.INTEGER),
              new Column("side", Kind.INTEGER),
              new Column("name", Kind.TEXT),
              new Column("kind", Kind.TEXT),
              new Column("area", Kind.BYTES)));

  private final Rows rows;

  ChangeRows(Rows rows) {
    this.rows = rows;
  }

  /** One side of a change. */
  private record Side<T>(int ordinal, int side, T content) {}

  void write(Handle handle, long revision, PlanChange change, Progress progress) {
    List<Side<Unit>> units = new ArrayList<>();
    for (int i = 0; i < change.units().size(); i++) {
      UnitChange unit = change.units().get(i);
      addSides(i, unit.before(), unit.after(), units);
    }
    List<Side<DeclaredVoid>> voids = new ArrayList<>();
    for (int i = 0; i < change.voids().size(); i++) {
      VoidChange declared = change.voids().get(i);
      addSides(i, declared.before(), declared.after(), voids);
    }
    GroundRows.put(handle, units.stream().map(Side::content).toList(), progress);
    insert(
        handle,
        UNITS,
        units,
        side -> {
          progress.checkpoint();
          return row(revision, side.ordinal(), side.side(), side.content());
        });
    insert(
        handle, VOIDS, voids, side -> row(revision, side.ordinal(), side.side(), side.content()));
  }

  PlanChange read(Handle handle, long revision, List<Lineage> lineage) {
    GroundRows grounds = new GroundRows(handle);
    List<UnitChange> units =
        pairs(
            sides(handle, UNITS, revision, row -> unit(row, grounds)),
            (before, after) -> new UnitChange(before, after));
    List<VoidChange> voids =
        pairs(
            sides(handle, VOIDS, revision, ChangeRows::declared),
            (before, after) -> new VoidChange(before, after));
    return new PlanChange(units, voids, lineage);
  }

  /** Copies what one revision changes to another, which has nothing yet. */
  void copy(Handle handle, long from, long to) {
    for (RowTable table : List.of(UNITS, VOIDS)) {
      String rest = String.join(", ", table.columns().stream().skip(1).map(Column::name).toList());
      handle
          .createUpdate(
              "INSERT INTO "
                  + table.name()
                  + " (revision, "
                  + rest
                  + ") SELECT CAST(:to AS bigint), "
                  + rest
                  + " FROM "
                  + table.name()
                  + " WHERE revision = :from")
          .bind("from", from)
          .bind("to", to)
          .execute();
    }
  }

  private <T> void insert(
      Handle handle,
      RowTable table,
      List<Side<T>> sides,
      Function<Side<T>, @Nullable Object[]> toRow) {
    if (!sides.isEmpty()) {
      rows.insert(handle, table, sides.iterator(), toRow);
    }
  }

  private static <T> void addSides(
      int ordinal, @Nullable T before, @Nullable T after, List<Side<T>> sides) {
    if (before != null) {
      sides.add(new Side<>(ordinal, BEFORE, before));
    }
    if (after != null) {
      sides.add(new Side<>(ordinal, AFTER, after));
    }
  }

  private <T> List<Side<T>> sides(Handle handle, RowTable table, long revision, Reader<T> reader) {
    List<Side<T>> sides = new ArrayList<>();
    try (ResultIterator<Side<T>> found =
        rows.query(
                handle,
                "SELECT "
                    + table.columnList()
                    + " FROM "
                    + table.name()
                    + " WHERE revision = :revision ORDER BY ordinal, side")
            .bind("revision", revision)
            .map(
                (row, context) ->
                    new Side<>(row.getInt("ordinal"), row.getInt("side"), reader.read(row)))
            .iterator()) {
      found.forEachRemaining(sides::add);
    }
    return sides;
  }

  /** Joins sides of one ordinal, in order. */
  private static <T, C> List<C> pairs(List<Side<T>> sides, Joiner<T, C> joiner) {
    List<C> changes = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      Side<T> first = sides.get(i);
      boolean both = i + 1 < sides.size() && sides.get(i + 1).ordinal() == first.ordinal();
      if (both) {
        changes.add(joiner.join(first.content(), sides.get(++i).content()));
      } else if (first.side() == BEFORE) {
        changes.add(joiner.join(first.content(), null));
      } else {
        changes.add(joiner.join(null, first.content()));
      }
    }
    return changes;
  }

  private static @Nullable Object[] row(long revision, int ordinal, int side, Unit unit) {
    return new @Nullable Object[] {
      revision,
      ordinal,
      side,
      unit.depth(),
      unit.code(),
      unit.parentCode(),
      unit.name(),
      JsonText.of(unit.attributes()),
      FactText.of(unit.facts()),
      unit.area() == null ? null : bytes(unit.area())
    };
  }

  private static @Nullable Object[] row(
      long revision, int ordinal, int side, DeclaredVoid declared) {
    return new @Nullable Object[] {
      revision, ordinal, side, declared.name(), declared.kind().id(), bytes(declared.area())
    };
  }

  private static Unit unit(ResultSet row, GroundRows grounds) throws SQLException {
    String facts = row.getString("facts");
    byte[] area = row.getBytes("area");
    return new Unit(
        row.getInt("depth"),
        row.getString("code"),
        row.getString("parent"),
        row.getString("name"),
        JsonText.textByKey(row.getString("attributes")),
        area == null ? null : area(area),
        facts == null ? UnitFacts.NONE : FactText.facts(facts, grounds.of(List.of(facts))));
  }

  private static DeclaredVoid declared(ResultSet row) throws SQLException {
    return new DeclaredVoid(
        row.getString("name"), VoidRows.kind(row.getString("kind")), area(row.getBytes("area")));
  }

  private static byte[] bytes(LatticeMultiPolygon area) {
    ByteBuffer out = Wkb.buffer(Wkb.size(area));
    Wkb.put(out, area);
    return Wkb.bytes(out);
  }

  private static LatticeMultiPolygon area(byte[] bytes) {
    return Wkb.readArea(ByteBuffer.wrap(bytes));
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  private interface Joiner<T, C> {
    C join(@Nullable T before, @Nullable T after);
  }
}

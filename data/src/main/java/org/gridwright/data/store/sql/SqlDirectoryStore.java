package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.model.Department;
import org.gridwright.data.model.Facility;
import org.gridwright.data.store.DirectoryStore;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jspecify.annotations.Nullable;

/** The tables {@code department} and {@code facility}. */
final class SqlDirectoryStore implements DirectoryStore {

  private static final RowTable DEPARTMENTS =
      new RowTable(
          "department",
          "id",
          List.of(
              new Column("id", Kind.TEXT),
              new Column("name", Kind.TEXT),
              new Column("categories", Kind.JSON)));
  private static final RowTable FACILITIES =
      new RowTable(
          "facility",
          "id",
          List.of(
              new Column("id", Kind.TEXT),
              new Column("kind", Kind.TEXT),
              new Column("name", Kind.TEXT),
              new Column("geom", Kind.POINT)));

  private final Sessions sessions;
  private final Rows rows;

  SqlDirectoryStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
  }

  @Override
  public void putDepartments(Collection<Department> departments) {
    sessions.write(
        handle ->
            rows.replace(
                handle,
                DEPARTMENTS,
                departments.iterator(),
                department ->
                    new Object[] {
                      department.id(), department.name(), JsonText.of(department.categories())
                    }));
  }

  @Override
  public List<Department> departments() {
    String categories = rows.dialect().json("categories");
    return sessions.read(
        handle ->
            SoundRows.list(
                rows.query(
                    handle,
                    "SELECT id, name, "
                        + categories
                        + " AS categories FROM department ORDER BY id"),
                (row, context) -> department(row)));
  }

  @Override
  public void putFacilities(Collection<Facility> facilities) {
    sessions.write(
        handle ->
            rows.replace(
                handle,
                FACILITIES,
                facilities.iterator(),
                facility ->
                    new Object[] {
                      facility.id(), facility.kind(), facility.name(), facility.place()
                    }));
  }

  @Override
  public Stream<Facility> facilities(@Nullable LatticeEnvelope box) {
    String sql =
        "SELECT f.id, f.kind, f.name, "
            + rows.dialect().geometry("f.geom")
            + " AS geom FROM facility f"
            + (box == null ? "" : " WHERE " + rows.dialect().meetsBox("facility", "f"))
            + " ORDER BY f.id";
    return sessions.stream(
        handle ->
            SoundRows.iterator(
                Rows.bindBox(rows.query(handle, sql), box), (row, context) -> facility(row)));
  }

  static Department department(ResultSet row) throws SQLException {
    return new Department(
        row.getString("id"), row.getString("name"), JsonText.texts(row.getString("categories")));
  }

  Facility facility(ResultSet row) throws SQLException {
    return new Facility(
        row.getString("id"), row.getString("kind"), row.getString("name"), rows.point(row, "geom"));
  }
}

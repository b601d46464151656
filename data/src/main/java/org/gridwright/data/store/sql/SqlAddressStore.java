package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.gridwright.data.store.sql.RowTable.Column;
import org.gridwright.data.store.sql.RowTable.Kind;
import org.jspecify.annotations.Nullable;

/** Addresses in the table {@code address}. */
final class SqlAddressStore implements AddressStore {

  private static final RowTable TABLE =
      new RowTable(
          "address",
          "id",
          List.of(
              new Column("id", Kind.TEXT),
              new Column("text", Kind.TEXT),
              new Column("weight", Kind.LONG),
              new Column("geom", Kind.POINT)));

  private final Sessions sessions;
  private final Rows rows;
  private final String select;

  SqlAddressStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
    this.select =
        "SELECT a.id, a.text, a.weight, "
            + rows.dialect().geometry("a.geom")
            + " AS geom FROM address a";
  }

  @Override
  public long put(Iterator<Address> addresses) {
    return sessions.write(
        handle ->
            rows.replace(
                handle,
                TABLE,
                addresses,
                address ->
                    new Object[] {
                      address.id(), address.text(), address.weight(), address.place()
                    }));
  }

  @Override
  public long count() {
    return sessions.read(
        handle -> handle.createQuery("SELECT count(*) FROM address").mapTo(Long.class).one());
  }

  @Override
  public String version() {
    return sessions.read(handle -> rows.version(handle, "address"));
  }

  @Override
  public Stream<Address> stream(@Nullable LatticeEnvelope box) {
    String where = box == null ? "" : " WHERE " + rows.dialect().meetsBox("address", "a");
    return sessions.stream(
        handle ->
            SoundRows.iterator(
                Rows.bindBox(rows.query(handle, select + where + " ORDER BY a.id"), box),
                (row, context) -> address(row)));
  }

  @Override
  public List<Address> find(Collection<String> ids) {
    return sessions.read(
        handle ->
            Rows.among(
                handle,
                select + " WHERE a.id IN (%s)",
                ids,
                UnaryOperator.identity(),
                (row, context) -> address(row)));
  }

  Address address(ResultSet row) throws SQLException {
    return new Address(
        row.getString("id"),
        row.getString("text"),
        rows.point(row, "geom"),
        Long.parseLong(row.getString("weight")));
  }
}

package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.AddressFields;
import org.gridwright.data.store.AddressChanges;
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
              new Column("house_number", Kind.TEXT),
              new Column("street", Kind.TEXT),
              new Column("other_street", Kind.TEXT),
              new Column("locality", Kind.TEXT),
              new Column("postcode", Kind.TEXT),
              new Column("geom", Kind.POINT)));

  private final Sessions sessions;
  private final Rows rows;
  private final String select;

  SqlAddressStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
    this.select =
        "SELECT a.id, a.text, a.weight, a.house_number, a.street, a.other_street, a.locality,"
            + " a.postcode, "
            + rows.dialect().geometry("a.geom")
            + " AS geom FROM address a";
  }

  @Override
  public long put(Iterator<Address> addresses) {
    return sessions.write(
        handle -> {
          NotedIds ids = new NotedIds(addresses);
          long stored = rows.replace(handle, TABLE, ids, SqlAddressStore::row);
          if (stored > 0) {
            AddressLog.note(handle, ids.noted());
          }
          return stored;
        });
  }

  private static @Nullable Object[] row(Address address) {
    AddressFields fields = address.fields();
    return new @Nullable Object[] {
      address.id(),
      address.text(),
      address.weight(),
      given(fields.number()),
      given(fields.street()),
      given(fields.otherStreet()),
      given(fields.locality()),
      given(fields.postcode()),
      address.place()
    };
  }

  private static @Nullable String given(String field) {
    return field.isEmpty() ? null : field;
  }

  /** Remembers the ids of addresses that pass, as long as they are few. */
  private static final class NotedIds implements Iterator<Address> {

    private final Iterator<Address> addresses;
    private final Set<String> ids = new LinkedHashSet<>();
    private boolean many;

    NotedIds(Iterator<Address> addresses) {
      this.addresses = addresses;
    }

    @Override
    public boolean hasNext() {
      return addresses.hasNext();
    }

    @Override
    public Address next() {
      Address next = addresses.next();
      if (!many) {
        ids.add(next.id());
        many = ids.size() > AddressLog.MOST_IDS;
      }
      return next;
    }

    /** Empty where they were many. */
    Optional<Set<String>> noted() {
      return many ? Optional.empty() : Optional.of(ids);
    }
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
  public AddressChanges changesSince(String mark) {
    return sessions.read(handle -> AddressLog.since(handle, mark));
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
        Long.parseLong(row.getString("weight")),
        fields(row));
  }

  private static AddressFields fields(ResultSet row) throws SQLException {
    AddressFields fields =
        new AddressFields(
            text(row, "house_number"),
            text(row, "street"),
            text(row, "other_street"),
            text(row, "locality"),
            text(row, "postcode"));
    return fields.isNone() ? AddressFields.NONE : fields;
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}

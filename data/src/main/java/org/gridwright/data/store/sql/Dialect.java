package org.gridwright.data.store.sql;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.store.StoreException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What differs between the databases. Thread-safe. */
public interface Dialect {

  /** An SQL expression that yields the geometry of a column as bytes for {@link #wkb}. */
  String geometry(String column);

  /** The well-known binary in bytes of {@link #geometry}, for {@link Wkb}. */
  ByteBuffer wkb(byte[] stored);

  /** An SQL expression that yields a JSON column as text. */
  String json(String column);

  /** An SQL expression for the current day in the city's time. */
  String today();

  /**
   * An SQL condition on the table aliased {@code alias}: the rectangle of its {@code geom} meets
   * the closed box of the parameters {@code :west}, {@code :south}, {@code :east}, {@code :north}
   * in degrees, exactly.
   */
  String meetsBox(String table, String alias);

  Instant instant(ResultSet row, String column) throws SQLException;

  /** Inserts rows; the iterator is never read while a statement of this call is open. */
  void insert(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows);

  /** As {@link #insert}, replacing rows of the same key; the last of several with one key wins. */
  void replace(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows);

  /** Serializes writers of one theme until the transaction ends. */
  void lockTheme(Handle handle, String theme);

  /** Whether a table or view of that name exists, without regard to case. */
  boolean relationExists(Handle handle, String name);

  /** Makes the view and tells other programs that it is a layer of multipolygons. */
  void createLayer(Handle handle, String view, String title, String select);

  /** Tells other programs that a layer changed; {@code extent} may be empty. */
  void layerChanged(Handle handle, String layer, LatticeEnvelope extent);

  /** Tells other programs that views of {@code unit_version} changed. */
  void unitLayersChanged(Handle handle, List<String> views);

  /** What an exception of the database means to people. */
  StoreException explain(SQLException failure);
}

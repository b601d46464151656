package org.gridwright.data.store.sql;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.store.StoreException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What differs between the databases. Thread-safe. */
public interface Dialect {

  /** The file that the database is; empty where it is none. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** An SQL expression that yields the geometry of a column as bytes for {@link #wkb}. */
  String geometry(String column);

  /** The well-known binary in bytes of {@link #geometry}, for {@link Wkb}. */
  ByteBuffer wkb(byte[] stored);

  /** An SQL expression that yields a JSON column as text. */
  String json(String column);

  /** An SQL expression for the current day in the city's time. */
  String today();

  /** As below, with the parameters {@code :west}, {@code :south}, {@code :east}, {@code :north}. */
  default String meetsBox(String table, String alias) {
    return meetsBox(table, alias, "");
  }

  /**
   * An SQL condition on the table aliased {@code alias}: the rectangle of its {@code geom} meets
   * the closed box of the parameters {@code :<box>west}, {@code :<box>south}, {@code :<box>east},
   * {@code :<box>north} in degrees, exactly. False or null without a geometry.
   */
  default String meetsBox(String table, String alias, String box) {
    return inIndex(table, alias, box) + " AND " + rectangleMeets(alias, box);
  }

  /** The part of {@link #meetsBox} that the spatial index answers, to 32 bits rounded outwards. */
  String inIndex(String table, String alias, String box);

  /** The part of {@link #meetsBox} that is exact and looks at each row. */
  String rectangleMeets(String alias, String box);

  /**
   * Whether so many rows meet a box that reading them page by page costs less when each row on the
   * way is looked at, than when the index is asked for all of them again for each page.
   *
   * @param page rows of a page
   */
  boolean manyMeet(Handle handle, String table, LatticeEnvelope box, int page);

  /** The text expression, compared and ordered by Unicode code point. */
  String byCodePoint(String expression);

  /** An SQL condition: the text is like the parameter, a value of {@link #likePattern}. */
  String like(String expression, String parameter);

  /**
   * A pattern as {@link #like} takes it.
   *
   * @param pattern with {@code %} for any text, {@code _} for one character, and a backslash before
   *     what is meant as it is
   */
  String likePattern(String pattern);

  /** The text under the key in {@code parameter} of a JSON object; null where there is none. */
  String member(String jsonColumn, String parameter);

  /** An item for FROM, named {@code j}, with a row for each {@code key} of a JSON object. */
  String members(String jsonColumn);

  Instant instant(ResultSet row, String column) throws SQLException;

  /** Inserts rows; the iterator is never read while a statement of this call is open. */
  void insert(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows);

  /** As {@link #insert}, replacing rows of the same key; the last of several with one key wins. */
  void replace(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows);

  /**
   * An SQL condition: the text or timestamp is a local time as Gridwright keeps it. Other programs
   * write others into a GeoPackage.
   */
  String readableTime(String column);

  /** The hour of a local time as Gridwright keeps it, from 0. */
  String hour(String column);

  /** The weekday of a local time as Gridwright keeps it, from 0, Monday. */
  String weekday(String column);

  /** The day of a local time as Gridwright keeps it, as text such as {@code 2026-12-01}. */
  String day(String column);

  /** An SQL condition: the text or date is a day as Gridwright keeps it, or null. */
  String readableDay(String column);

  /**
   * Says that the running transaction is Gridwright's own, whose writes are counted by whoever
   * makes them, so that no trigger counts them.
   */
  void beginOwn(Handle handle);

  /** Ends what {@link #beginOwn} said, before the transaction ends. */
  void endOwn(Handle handle);

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

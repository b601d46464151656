package org.gridwright.data.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;

/**
 * The connections of a store. Whoever makes them hands them over.
 *
 * @param readers lent for one question each
 * @param streams lent for as long as rows are read
 * @param writers those that may write
 */
public record Pools(HikariDataSource readers, HikariDataSource streams, HikariDataSource writers) {

  /** In the order in which they are closed. */
  List<HikariDataSource> all() {
    return List.of(streams, readers, writers);
  }
}

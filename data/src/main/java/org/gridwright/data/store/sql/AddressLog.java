package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridwright.data.store.AddressChanges;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses were changed last, in the table {@code address_change}: for each version of the
 * addresses its mark and the ids, or one row without an id where they were many.
 */
final class AddressLog {

  /** Addresses of one version that are noted one by one. */
  static final int MOST_IDS = 200;

  /** Versions that are kept. */
  private static final int KEPT = 1000;

  private static final int MOST_READ = 5000;

  private AddressLog() {}

  private record Row(long version, @Nullable String id, String mark) {}

  /** Notes what the version that was just counted changed; empty for many. */
  static void note(Handle handle, Optional<? extends Collection<String>> ids) {
    long version = version(handle);
    String mark = UUID.randomUUID().toString().replace("-", "");
    List<@Nullable String> noted = new ArrayList<>();
    ids.ifPresentOrElse(noted::addAll, () -> noted.add(null));
    var rows =
        handle.prepareBatch(
            "INSERT INTO address_change (version, id, mark) VALUES (:version, :id, :mark)");
    noted.forEach(id -> rows.bind("version", version).bind("id", id).bind("mark", mark).add());
    rows.execute();
    handle
        .createUpdate("DELETE FROM address_change WHERE version < :oldest")
        .bind("oldest", version - KEPT)
        .execute();
  }

  private static long version(Handle handle) {
    return handle
        .createQuery("SELECT changes FROM change_count WHERE subject = 'address'")
        .mapTo(Long.class)
        .one();
  }

  static AddressChanges since(Handle handle, String mark) {
    long now = version(handle);
    String markNow =
        handle
            .createQuery(
                "SELECT mark FROM address_change WHERE version = :now ORDER BY mark LIMIT 1")
            .bind("now", now)
            .mapTo(String.class)
            .findOne()
            .orElse("unmarked " + now);
    return new AddressChanges(
        markNow, markNow.equals(mark) ? Optional.of(List.of()) : changed(rows(handle, mark), now));
  }

  /** The rows from that of a mark on. */
  private static List<Row> rows(Handle handle, String mark) {
    return handle
        .createQuery(
            "SELECT version, id, mark FROM address_change WHERE version >="
                + " (SELECT min(version) FROM address_change WHERE mark = :mark)"
                + " ORDER BY version LIMIT :most")
        .bind("mark", mark)
        .bind("most", MOST_READ)
        .map(
            (row, context) ->
                new Row(row.getLong("version"), row.getString("id"), row.getString("mark")))
        .list();
  }

  /** Empty unless every version is there, with its ids. */
  private static Optional<List<String>> changed(List<Row> rows, long now) {
    if (rows.isEmpty() || rows.size() == MOST_READ) {
      return Optional.empty();
    }
    long first = rows.get(0).version();
    long last = first;
    Set<String> ids = new LinkedHashSet<>();
    for (Row row : rows) {
      if (row.version() > last + 1 || (row.version() > first && row.id() == null)) {
        return Optional.empty();
      }
      last = row.version();
      if (row.version() > first && row.id() != null) {
        ids.add(row.id());
      }
    }
    return last == now ? Optional.of(List.copyOf(ids)) : Optional.empty();
  }
}

package org.gridwright.data.store.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.Held;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Counted grounds in the table {@code counted_ground}, each once, whoever holds shares of it. What
 * is there is never changed.
 */
final class GroundRows {

  /** Rows that are sent together. */
  private static final int AT_A_TIME = 500;

  private final Handle handle;
  private final Map<String, CountedGround> found = new HashMap<>();

  /** Reads with a connection as long as it is open. For one thread. */
  GroundRows(Handle handle) {
    this.handle = handle;
  }

  /** The grounds that texts of units name, by id. */
  Map<String, CountedGround> of(Collection<? extends @Nullable String> texts) {
    Set<String> named = new LinkedHashSet<>();
    texts.forEach(text -> named.addAll(FactText.grounds(text)));
    List<String> missing = named.stream().filter(id -> !found.containsKey(id)).toList();
    Rows.among(
            handle,
            "SELECT id, content FROM counted_ground WHERE id IN (%s)",
            missing,
            UnaryOperator.identity(),
            (row, context) -> GroundBytes.ground(row.getString("id"), row.getBytes("content")))
        .forEach(ground -> found.put(ground.id(), ground));
    Map<String, CountedGround> grounds = new HashMap<>();
    named.forEach(id -> grounds.put(id, Objects.requireNonNull(found.get(id), id)));
    return grounds;
  }

  /** Writes the grounds that units hold shares of, where they are not there yet. */
  static void put(Handle handle, Collection<Unit> units, Progress progress) {
    Map<String, CountedGround> grounds = new LinkedHashMap<>();
    for (Unit unit : units) {
      for (Held held : unit.facts().held()) {
        grounds.put(held.ground().id(), held.ground());
      }
    }
    if (grounds.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO counted_ground (id, content) VALUES (:id, :content)"
                + " ON CONFLICT (id) DO NOTHING");
    grounds.forEach(
        (id, ground) -> {
          batch.bind("id", id).bind("content", GroundBytes.of(ground)).add();
          if (batch.size() == AT_A_TIME) {
            progress.checkpoint();
            batch.execute();
          }
        });
    batch.execute();
  }
}

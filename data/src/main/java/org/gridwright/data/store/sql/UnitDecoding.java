package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Decodes rows on other threads while more rows are read. Taking rows from the database needs its
 * one connection; reading geometry and attributes out of them takes longer and does not. For one
 * thread.
 */
final class UnitDecoding {

  private static final int CHUNK = 512;

  private final UnitRows rows;
  private final GroundRows grounds;
  private final Progress progress;
  private final List<ForkJoinTask<List<Unit>>> decoding = new ArrayList<>();
  private final Set<SoundUnits.Place> groundless = ConcurrentHashMap.newKeySet();
  private List<UnitRows.Stored> chunk = new ArrayList<>(CHUNK);

  UnitDecoding(UnitRows rows, Handle handle, Progress progress) {
    this.rows = rows;
    this.grounds = new GroundRows(handle);
    this.progress = progress;
  }

  /**
   * Takes a row.
   *
   * @throws org.gridwright.core.work.StoppedException when the work is not to go on
   */
  void add(UnitRows.Stored row) {
    progress.checkpoint();
    chunk.add(row);
    if (chunk.size() == CHUNK) {
      fork();
    }
  }

  /** The units in the order of their rows; waits for them. */
  List<Unit> units() {
    fork();
    List<Unit> units = new ArrayList<>(decoding.size() * CHUNK);
    for (ForkJoinTask<List<Unit>> each : decoding) {
      progress.checkpoint();
      units.addAll(each.join());
    }
    return units;
  }

  /** The units whose ground cannot be read, among those of {@link #units}. */
  Set<SoundUnits.Place> groundless() {
    return Set.copyOf(groundless);
  }

  private Unit unit(UnitRows.Stored row, Map<String, CountedGround> named) {
    Unit unit = rows.unit(row, named);
    if (row.geometry() != null && unit.area() == null) {
      groundless.add(new SoundUnits.Place(unit.depth(), unit.code()));
    }
    return unit;
  }

  private void fork() {
    List<UnitRows.Stored> full = chunk;
    chunk = new ArrayList<>(CHUNK);
    List<@Nullable String> held = new ArrayList<>();
    full.stream().map(UnitRows.Stored::facts).filter(Objects::nonNull).forEach(held::add);
    Map<String, CountedGround> named = held.isEmpty() ? Map.of() : grounds.of(held);
    decoding.add(
        ForkJoinTask.adapt(() -> full.stream().map(row -> unit(row, named)).toList()).fork());
  }
}

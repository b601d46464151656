package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.data.store.DraftStore.Removed;
import org.gridwright.data.store.sql.DraftRows.Row;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How drafts differ from their bases: rows of {@code unit_version} that belong to a draft, and of
 * {@code draft_removal}. A unit that is as in the base has neither.
 */
final class DraftOverlay {

  private static final String OF_UNIT = " WHERE draft = :draft AND depth = :depth AND code = :code";

  private final Rows rows;
  private final UnitRows units;

  DraftOverlay(Rows rows) {
    this.rows = rows;
    this.units = new UnitRows(rows);
  }

  /** Units that the base does not have, or has with another content. */
  List<Unit> units(Handle handle, long draft) {
    UnitDecoding decoding = new UnitDecoding(units);
    try (ResultIterator<UnitRows.Stored> stored = units.ofDraft(handle, draft)) {
      stored.forEachRemaining(decoding::add);
    }
    return decoding.units();
  }

  List<Removed> removed(Handle handle, long draft) {
    return handle
        .createQuery("SELECT depth, code FROM draft_removal WHERE draft = :draft")
        .bind("draft", draft)
        .map((row, context) -> new Removed(row.getInt("depth"), row.getString("code")))
        .list();
  }

  /** Makes the draft as it is after the changes; costs in proportion to them. */
  void apply(Handle handle, Row draft, List<UnitChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    each(handle, "DELETE FROM unit_version" + OF_UNIT, draft.id(), changes, change -> true);
    each(handle, "DELETE FROM draft_removal" + OF_UNIT, draft.id(), changes, change -> true);
    PlanKey base = new PlanKey(draft.theme(), draft.baseRevision(), null);
    Map<Removed, byte[]> ofBase = new HashMap<>();
    for (UnitChange change : changes) {
      units
          .digest(handle, base, change.depth(), change.code())
          .ifPresent(digest -> ofBase.put(key(change), digest));
    }
    List<Unit> different = new ArrayList<>();
    for (UnitChange change : changes) {
      Unit after = change.after();
      if (after != null && !Arrays.equals(UnitRows.digest(after), ofBase.get(key(change)))) {
        different.add(after);
      }
    }
    if (!different.isEmpty()) {
      add(handle, draft, different);
    }
    each(
        handle,
        "INSERT INTO draft_removal (draft, depth, code) VALUES (:draft, :depth, :code)",
        draft.id(),
        changes,
        change -> change.after() == null && ofBase.containsKey(key(change)));
  }

  void add(Handle handle, Row draft, List<Unit> different) {
    rows.insert(
        handle,
        UnitRows.TABLE,
        different.iterator(),
        unit -> UnitRows.toRow(draft.theme(), draft.id(), unit));
  }

  void copy(Handle handle, long from, Row to) {
    add(handle, to, units(handle, from));
    handle
        .createUpdate(
            "INSERT INTO draft_removal (draft, depth, code)"
                + " SELECT CAST(:to AS bigint), depth, code FROM draft_removal WHERE draft = :from")
        .bind("from", from)
        .bind("to", to.id())
        .execute();
  }

  void remove(Handle handle, long draft) {
    Consumer<String> delete = sql -> handle.createUpdate(sql).bind("draft", draft).execute();
    delete.accept("DELETE FROM unit_version WHERE draft = :draft");
    delete.accept("DELETE FROM draft_removal WHERE draft = :draft");
  }

  private static Removed key(UnitChange change) {
    return new Removed(change.depth(), change.code());
  }

  private static void each(
      Handle handle,
      String sql,
      long draft,
      List<UnitChange> changes,
      Predicate<UnitChange> concerned) {
    List<UnitChange> chosen = changes.stream().filter(concerned).toList();
    if (chosen.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(sql);
    for (UnitChange change : chosen) {
      batch.bind("draft", draft).bind("depth", change.depth()).bind("code", change.code()).add();
    }
    batch.execute();
  }
}

package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.DraftInfo.Counts;
import org.gridwright.data.store.DraftStore.Removed;
import org.gridwright.data.store.sql.DraftRows.Row;
import org.gridwright.data.store.sql.UnitRows.Digests;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How drafts differ from their bases: rows of {@code unit_version} that belong to a draft, and of
 * {@code draft_removal}. A unit that is as in the base has neither.
 */
final class DraftOverlay {

  private static final String OF_UNIT = " WHERE draft = :draft AND depth = :depth AND code = :code";

  /** Rows that are sent together. */
  private static final int AT_A_TIME = 500;

  private final Rows rows;
  private final UnitRows units;

  DraftOverlay(Rows rows) {
    this.rows = rows;
    this.units = new UnitRows(rows);
  }

  /** Units that the base does not have, or has with another content. */
  List<Unit> units(Handle handle, long draft) {
    UnitDecoding decoding = new UnitDecoding(units, handle, Progress.NONE);
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

  /**
   * By how many more rows of each kind a draft has after a change; negative for fewer.
   *
   * @param own units that are others than in the base, or not in it
   * @param changed those of them that the base has too
   * @param following those of these above the grids that differ in nothing but the outline
   * @param removed units of the base that are gone
   */
  record RowsMore(int own, int changed, int following, int removed) {

    /** How a draft differs from its base after the change, from what it was before. */
    Counts after(Counts before) {
      return new Counts(
          before.changed() + changed - following,
          before.added() + own - changed,
          before.removed() + removed);
    }
  }

  /**
   * Makes the draft as it is after the changes; costs in proportion to them.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  RowsMore apply(Handle handle, Row draft, List<UnitChange> changes, Progress progress) {
    int followed = following(handle, draft, changes);
    List<UnitChange> own = new ArrayList<>();
    List<UnitChange> missed = new ArrayList<>();
    List<UnitChange> removed = new ArrayList<>();
    List<Unit> different = new ArrayList<>();
    int moreChanged = 0;
    for (UnitChange change : changes) {
      progress.checkpoint();
      Digests stored = units.digests(handle, draft, change.depth(), change.code());
      Unit after = change.after();
      if (stored.ofDraft() != null) {
        own.add(change);
        moreChanged -= stored.ofBase() == null ? 0 : 1;
      } else if (change.before() == null && stored.ofBase() != null) {
        missed.add(change);
      }
      if (after == null) {
        if (stored.ofBase() != null) {
          removed.add(change);
        }
      } else if (!Arrays.equals(UnitRows.digest(after), stored.ofBase())) {
        different.add(after);
        moreChanged += stored.ofBase() == null ? 0 : 1;
      }
    }
    int gone = each(handle, "DELETE FROM unit_version" + OF_UNIT, draft.id(), own, progress);
    int back = each(handle, "DELETE FROM draft_removal" + OF_UNIT, draft.id(), missed, progress);
    if (!different.isEmpty()) {
      add(handle, draft, different, progress);
    }
    each(
        handle,
        "INSERT INTO draft_removal (draft, depth, code) VALUES (:draft, :depth, :code)",
        draft.id(),
        removed,
        progress);
    return new RowsMore(
        different.size() - gone,
        moreChanged,
        following(handle, draft, changes) - followed,
        removed.size() - back);
  }

  /** How many of some units above the grids differ from the base in the outline alone. */
  private int following(Handle handle, Row draft, List<UnitChange> changes) {
    int grids = SqlThemeStore.gridDepth(handle, draft.theme());
    int following = 0;
    for (UnitChange change : changes) {
      if (change.depth() < grids) {
        following += units.isFollowing(handle, draft, change.depth(), change.code()) ? 1 : 0;
      }
    }
    return following;
  }

  private void add(Handle handle, Row draft, List<Unit> different, Progress progress) {
    GroundRows.put(handle, different, progress);
    rows.insert(
        handle,
        UnitRows.TABLE,
        different.iterator(),
        unit -> {
          progress.checkpoint();
          return UnitRows.toRow(draft.theme(), draft.id(), unit);
        });
  }

  void copy(Handle handle, long from, Row to) {
    add(handle, to, units(handle, from), Progress.NONE);
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

  /** Returns how many rows that concerned. */
  private static int each(
      Handle handle, String sql, long draft, List<UnitChange> changes, Progress progress) {
    if (changes.isEmpty()) {
      return 0;
    }
    int rows = 0;
    PreparedBatch batch = handle.prepareBatch(sql);
    for (UnitChange change : changes) {
      batch.bind("draft", draft).bind("depth", change.depth()).bind("code", change.code()).add();
      if (batch.size() == AT_A_TIME) {
        progress.checkpoint();
        rows += IntStream.of(batch.execute()).sum();
      }
    }
    return rows + IntStream.of(batch.execute()).sum();
  }
}

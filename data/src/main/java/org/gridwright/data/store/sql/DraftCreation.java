package org.gridwright.data.store.sql;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.DraftStore.Removed;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Makes drafts. */
final class DraftCreation {

  /** Share of the time at which the difference is known, roughly. */
  private static final double COMPARED = 0.3;

  private final Rows rows;
  private final UnitRows units;
  private final VoidRows voids;

  DraftCreation(Rows rows) {
    this.rows = rows;
    this.units = new UnitRows(rows);
    this.voids = new VoidRows(rows);
  }

  /** Adds a draft that has the units of its base, and no voids; returns its id. */
  long add(Handle handle, PlanKey base, About about) {
    String sql =
        "INSERT INTO plan (theme, revision, base_revision, name, reason, created, updated, "
            + ActorColumns.NAMES
            + ") VALUES (:theme, 0, :base, :name, :reason, :now, :now, "
            + ActorColumns.VALUES
            + ") RETURNING id";
    return ActorColumns.bind(handle.createQuery(sql), about.author())
        .bind("theme", base.theme())
        .bind("base", base.revision())
        .bind("name", about.name())
        .bind("reason", about.description())
        .bind("now", PlanRows.now())
        .mapTo(Long.class)
        .one();
  }

  /** Adds a draft with the content of a plan; returns its id. */
  long add(Handle handle, PlanKey base, Plan plan, About about, Progress progress) {
    DraftDifference difference =
        DraftDifference.between(handle, units, base, plan, progress.part(0, COMPARED));
    List<Unit> written =
        Stream.concat(difference.added().stream(), difference.changed().stream()).toList();
    long draft = add(handle, base, about);
    GroundRows.put(handle, written, Progress.NONE);
    Steps steps = progress.part(COMPARED, 1).steps(written.size());
    rows.insert(
        handle,
        UnitRows.TABLE,
        written.iterator(),
        unit -> {
          steps.done();
          return UnitRows.toRow(base.theme(), draft, unit);
        });
    DraftRows.setChanged(handle, draft, difference.changed().size());
    insertRemovals(handle, draft, difference.removed());
    voids.add(handle, draft, plan.voids());
    return draft;
  }

  private static void insertRemovals(Handle handle, long draft, List<Removed> removed) {
    if (removed.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO draft_removal (draft, depth, code) VALUES (:draft, :depth, :code)");
    for (Removed removal : removed) {
      batch.bind("draft", draft).bind("depth", removal.depth()).bind("code", removal.code()).add();
    }
    batch.execute();
  }
}

package org.gridwright.data.store.sql;

import org.gridwright.core.work.Progress;
import org.jdbi.v3.core.Handle;

/**
 * Publishing in sets: a draft's rows take effect, some thousand in one statement, the rows they
 * replace end. Costs grow with what the draft changes, not with the plan.
 */
final class PublishSteps {

  private static final String VALID_NOW =
      " u.theme = :theme AND u.from_revision IS NOT NULL AND u.to_revision IS NULL";

  /** Rows that take effect between two checkpoints. */
  private static final int PIECE = 5_000;

  private final Handle handle;
  private final String theme;
  private final long draft;
  private final Progress progress;

  PublishSteps(Handle handle, String theme, long draft, Progress progress) {
    this.handle = handle;
    this.theme = theme;
    this.draft = draft;
    this.progress = progress;
  }

  /** Ends the rows that the draft replaces or no longer has; returns how many. */
  long endReplaced(long revision) {
    progress.checkpoint();
    return handle
        .createUpdate(
            "UPDATE unit_version AS u SET to_revision = :revision WHERE"
                + VALID_NOW
                + " AND (u.depth, u.code) IN"
                + " (SELECT depth, code FROM unit_version WHERE draft = :draft"
                + " UNION SELECT depth, code FROM draft_removal WHERE draft = :draft)")
        .bind("revision", revision)
        .bind("theme", theme)
        .bind("draft", draft)
        .execute();
  }

  /** Makes the draft's rows part of the published history; returns how many. */
  long begin(long revision) {
    handle
        .createUpdate("DELETE FROM draft_removal WHERE draft = :draft")
        .bind("draft", draft)
        .execute();
    long begun = 0;
    int some;
    do {
      progress.checkpoint();
      some = beginSome(revision);
      begun += some;
    } while (some > 0);
    return begun;
  }

  private int beginSome(long revision) {
    return handle
        .createUpdate(
            "UPDATE unit_version SET from_revision = :revision, draft = NULL WHERE fid IN"
                + " (SELECT fid FROM unit_version WHERE draft = :draft LIMIT :piece)")
        .bind("revision", revision)
        .bind("draft", draft)
        .bind("piece", PIECE)
        .execute();
  }
}

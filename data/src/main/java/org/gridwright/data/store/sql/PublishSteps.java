package org.gridwright.data.store.sql;

import org.jdbi.v3.core.Handle;

/**
 * Publishing in sets: a draft's rows take effect, the rows they replace end. Costs grow with what
 * the draft changes, not with the plan.
 */
final class PublishSteps {

  private static final String VALID_NOW =
      " u.theme = :theme AND u.from_revision IS NOT NULL AND u.to_revision IS NULL";

  private final Handle handle;
  private final String theme;
  private final long draft;

  PublishSteps(Handle handle, String theme, long draft) {
    this.handle = handle;
    this.theme = theme;
    this.draft = draft;
  }

  /** Ends the rows that the draft replaces or no longer has; returns how many. */
  long endReplaced(long revision) {
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
    return handle
        .createUpdate(
            "UPDATE unit_version SET from_revision = :revision, draft = NULL WHERE draft = :draft")
        .bind("revision", revision)
        .bind("draft", draft)
        .execute();
  }
}

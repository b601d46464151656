package org.gridwright.data.store.sql;

import org.jdbi.v3.core.Handle;

/**
 * Publishing in sets: a draft's rows take effect, the rows they replace end. Costs grow with what
 * the draft changes, not with the plan.
 */
final class PublishSteps {

  private static final String IN_OVERLAY =
      " EXISTS (SELECT 1 FROM unit_version o"
          + " WHERE o.draft = :draft AND o.depth = u.depth AND o.code = u.code)";
  private static final String REMOVED =
      " EXISTS (SELECT 1 FROM draft_removal o"
          + " WHERE o.draft = :draft AND o.depth = u.depth AND o.code = u.code)";
  private static final String VALID_AT_BASE =
      " u.theme = :theme AND u.from_revision <= :base"
          + " AND (u.to_revision IS NULL OR u.to_revision > :base)";
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

  /**
   * Turns the draft's differences from revision {@code base} into those from revision {@code
   * latest}, which was published meanwhile. The draft's content stays the same.
   */
  void rebase(long base, long latest) {
    update(
        "INSERT INTO unit_version"
            + " (theme, depth, code, parent, name, attributes, digest, draft, geom)"
            + " SELECT u.theme, u.depth, u.code, u.parent, u.name, u.attributes, u.digest,"
            + " CAST(:draft AS bigint), u.geom FROM unit_version u WHERE"
            + VALID_AT_BASE
            + " AND u.to_revision IS NOT NULL AND NOT"
            + IN_OVERLAY
            + " AND NOT"
            + REMOVED,
        base);
    update(
        "INSERT INTO draft_removal (draft, depth, code)"
            + " SELECT CAST(:draft AS bigint), u.depth, u.code FROM unit_version u WHERE"
            + VALID_NOW
            + " AND u.from_revision > :base AND NOT"
            + IN_OVERLAY
            + " AND NOT"
            + REMOVED,
        base);
    update(
        "DELETE FROM unit_version WHERE draft = :draft AND EXISTS"
            + " (SELECT 1 FROM unit_version u WHERE"
            + VALID_NOW
            + " AND u.depth = unit_version.depth AND u.code = unit_version.code"
            + " AND u.digest = unit_version.digest)",
        base);
    handle
        .createUpdate("UPDATE plan SET base_revision = :latest WHERE id = :draft")
        .bind("latest", latest)
        .bind("draft", draft)
        .execute();
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

  private void update(String sql, long base) {
    var statement = handle.createUpdate(sql).bind("draft", draft).bind("theme", theme);
    if (sql.contains(":base")) {
      statement.bind("base", base);
    }
    statement.execute();
  }
}

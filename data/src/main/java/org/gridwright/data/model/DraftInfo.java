package org.gridwright.data.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft without its units.
 *
 * @param id also the id of the plan that it becomes
 * @param theme the theme's id
 * @param name what people call it; may be empty
 * @param description what it is for; may be empty
 * @param base the published plan that it started from; null where there was none
 * @param version counts every change from 1; undoing counts on
 * @param author who made it
 * @param updated when it changed last
 * @param head number of revisions in force: the position of the last applied one
 * @param undo what undoing would take back; null where nothing is applied
 * @param redo what redoing would apply; null where nothing was undone
 * @param units how it differs from its base
 */
public record DraftInfo(
    long id,
    String theme,
    String name,
    String description,
    @Nullable PlanInfo base,
    long version,
    Actor author,
    Instant created,
    Instant updated,
    int head,
    @Nullable Step undo,
    @Nullable Step redo,
    Counts units) {

  /** A revision as undo and redo name it. */
  public record Step(String kind, String reason) {}

  /** The same draft under another version. */
  public DraftInfo atVersion(long other) {
    return new DraftInfo(
        id,
        theme,
        name,
        description,
        base,
        other,
        author,
        created,
        updated,
        head,
        undo,
        redo,
        units);
  }

  /** Units of all levels, without upper ones that only follow their grids. */
  public record Counts(long changed, long added, long removed) {}
}

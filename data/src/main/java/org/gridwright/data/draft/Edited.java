package org.gridwright.data.draft;

import java.util.List;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.plan.PlanChange;

/**
 * The outcome of an edit, or of undoing or redoing one.
 *
 * @param state the draft afterwards; of a preview, as it would be, with the version it has now
 * @param kind of the revision that was made, taken back or applied again
 * @param change what became of which units
 * @param appeared findings that were not there before
 * @param gone findings that are no longer there
 * @param merged whether the edit was made on an older version
 */
public record Edited(
    DraftState state,
    String kind,
    PlanChange change,
    List<Finding> appeared,
    List<Finding> gone,
    boolean merged) {

  public Edited {
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
  }
}

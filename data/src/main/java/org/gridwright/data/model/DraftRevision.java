package org.gridwright.data.model;

import java.time.Instant;
import java.util.List;

/**
 * One edit in a draft's history.
 *
 * @param position 1 for the first; undone ones lie above the draft's head
 * @param note what, who and why
 * @param created when it was made
 * @param applied whether it is part of the draft as it is now
 * @param units codes of the units that it touched, without repeats
 */
public record DraftRevision(
    int position, RevisionNote note, Instant created, boolean applied, List<String> units) {

  public DraftRevision {
    units = List.copyOf(units);
  }
}

package org.gridwright.api.http.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftRevision;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /api/v1/drafts/{id}/history}, latest first. */
record HistoryAnswer(long version, int head, List<Item> revisions) {

  private static final int MOST_UNITS = 50;

  /**
   * @param id what the client called the edit
   * @param units codes of the first units that it touched
   * @param paths to these, in the same order; empty for units that neither the draft nor its base
   *     has
   * @param unitCount number of all of them
   */
  record Item(
      int position,
      String kind,
      String reason,
      String author,
      Instant created,
      boolean applied,
      @Nullable String id,
      List<String> units,
      List<List<PathStep>> paths,
      int unitCount) {

    static Item of(DraftRevision revision, UnitsByName is, UnitsByName was) {
      List<String> all = revision.units();
      List<String> units = all.subList(0, Math.min(MOST_UNITS, all.size()));
      return new Item(
          revision.position(),
          revision.note().kind(),
          revision.note().reason(),
          revision.note().author().name(),
          revision.created(),
          revision.applied(),
          EditId.of(revision.note()).orElse(null),
          units,
          units.stream()
              .map(code -> is.path(code).isEmpty() ? was.path(code) : is.path(code))
              .toList(),
          all.size());
    }
  }

  /**
   * @param is the units of the draft
   * @param was the units that it began with
   */
  static HistoryAnswer of(
      DraftInfo draft, List<DraftRevision> revisions, UnitsByName is, UnitsByName was) {
    List<Item> items =
        new ArrayList<>(revisions.stream().map(each -> Item.of(each, is, was)).toList());
    Collections.reverse(items);
    return new HistoryAnswer(draft.version(), draft.head(), items);
  }
}

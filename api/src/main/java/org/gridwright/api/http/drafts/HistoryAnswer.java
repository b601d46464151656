package org.gridwright.api.http.drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftRevision;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /api/v1/drafts/{id}/history}, latest first. */
record HistoryAnswer(long version, int head, List<Item> revisions) {

  private static final int MOST_UNITS = 50;

  /**
   * @param id what the client called the edit
   * @param units codes of the first units that it touched
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
      int unitCount) {

    static Item of(DraftRevision revision) {
      List<String> units = revision.units();
      return new Item(
          revision.position(),
          revision.note().kind(),
          revision.note().reason(),
          revision.note().author().name(),
          revision.created(),
          revision.applied(),
          EditId.of(revision.note()).orElse(null),
          units.subList(0, Math.min(MOST_UNITS, units.size())),
          units.size());
    }
  }

  static HistoryAnswer of(DraftInfo draft, List<DraftRevision> revisions) {
    List<Item> items = new ArrayList<>(revisions.stream().map(Item::of).toList());
    Collections.reverse(items);
    return new HistoryAnswer(draft.version(), draft.head(), items);
  }
}

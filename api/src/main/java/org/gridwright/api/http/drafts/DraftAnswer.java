package org.gridwright.api.http.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/** A draft, as every answer tells it. */
record DraftAnswer(
    long id,
    String theme,
    String name,
    String description,
    @Nullable BasePlan base,
    long version,
    String author,
    Instant created,
    Instant updated,
    DraftInfo.@Nullable Step undo,
    DraftInfo.@Nullable Step redo,
    DraftInfo.Counts units) {

  record BasePlan(long plan, long revision, @Nullable LocalDate effectiveFrom) {

    static @Nullable BasePlan of(@Nullable PlanInfo plan) {
      return plan == null ? null : new BasePlan(plan.id(), plan.revision(), plan.effectiveFrom());
    }
  }

  /** The answer of {@code GET /api/v1/drafts}. */
  record DraftList(List<DraftAnswer> drafts) {}

  static DraftAnswer of(DraftInfo draft) {
    return new DraftAnswer(
        draft.id(),
        draft.theme(),
        draft.name(),
        draft.description(),
        BasePlan.of(draft.base()),
        draft.version(),
        draft.author().name(),
        draft.created(),
        draft.updated(),
        draft.undo(),
        draft.redo(),
        draft.units());
  }
}

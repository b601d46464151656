package org.gridwright.api.http.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.PlanInfo;
import org.jspecify.annotations.Nullable;

/**
 * A draft, as every answer tells it.
 *
 * @param notes how the file was understood that it was just made of; left out everywhere else
 */
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
    DraftInfo.Counts units,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {

  record BasePlan(long plan, long revision, @Nullable LocalDate effectiveFrom) {

    static @Nullable BasePlan of(@Nullable PlanInfo plan) {
      return plan == null ? null : new BasePlan(plan.id(), plan.revision(), plan.effectiveFrom());
    }
  }

  /** The answer of {@code GET /api/v1/drafts}. */
  record DraftList(List<DraftAnswer> drafts) {}

  static DraftAnswer of(DraftInfo draft) {
    return of(draft, List.of());
  }

  static DraftAnswer of(DraftInfo draft, List<String> notes) {
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
        draft.units(),
        notes);
  }
}

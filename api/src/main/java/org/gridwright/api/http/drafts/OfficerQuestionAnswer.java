package org.gridwright.api.http.drafts;

import java.util.List;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.model.OfficerChoice;
import org.gridwright.data.officers.OfficerQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an officer whose grid a draft moves to others.
 *
 * @param path to the grid as the draft's base has it, or as the draft does; empty where neither has
 * @param code of the grid in the draft; null where it is no more
 * @param moved of the addresses, those that go to other grids
 * @param choice what holds, chosen or not
 * @param outdated whether officer or grid changed since the choice
 * @param grids that the officer answers for once the draft is published
 * @param paths to these, in the same order
 */
record OfficerQuestionAnswer(
    long assignment,
    String officer,
    String name,
    String role,
    String grid,
    List<PathStep> path,
    @Nullable String code,
    long addresses,
    long moved,
    List<GridPart> parts,
    String choice,
    boolean chosen,
    boolean outdated,
    List<String> choices,
    List<String> grids,
    List<List<PathStep>> paths) {

  /** The answer of {@code GET /api/v1/drafts/{id}/officers}. */
  record Asked(List<OfficerQuestionAnswer> officers) {}

  /** A grid of the draft, and how many of the addresses are in it. */
  record GridPart(String grid, long addresses, List<PathStep> path) {}

  /**
   * @param draft of which the questions are
   */
  static List<OfficerQuestionAnswer> of(List<OfficerQuestion> questions, DraftState draft) {
    return questions.stream().map(each -> of(each, draft.basePlan(), draft.plan())).toList();
  }

  private static OfficerQuestionAnswer of(OfficerQuestion question, Plan was, Plan is) {
    String grid = question.entry().assignment().gridCode();
    List<PathStep> before = path(was, grid);
    return new OfficerQuestionAnswer(
        question.entry().id(),
        question.entry().officer().id(),
        question.entry().officer().name(),
        question.entry().assignment().role(),
        grid,
        before.isEmpty() ? path(is, grid) : before,
        question.code(),
        question.addresses(),
        question.moved(),
        question.parts().stream()
            .map(part -> new GridPart(part.grid(), part.addresses(), path(is, part.grid())))
            .toList(),
        question.choice().id(),
        question.made() != null,
        question.outdated(),
        OfficerChoice.ids(),
        question.grids(),
        question.grids().stream().map(code -> path(is, code)).toList());
  }

  private static List<PathStep> path(Plan plan, String grid) {
    return plan.unit(plan.theme().gridLevel().depth(), grid)
        .map(unit -> PathStep.to(plan, unit))
        .orElse(List.of());
  }
}

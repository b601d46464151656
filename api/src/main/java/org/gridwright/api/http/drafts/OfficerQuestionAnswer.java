package org.gridwright.api.http.drafts;

import java.util.List;
import org.gridwright.data.model.OfficerChoice;
import org.gridwright.data.officers.OfficerQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an officer whose grid a draft moves to others.
 *
 * @param code of the grid in the draft; null where it is no more
 * @param moved of the addresses, those that go to other grids
 * @param choice what holds, chosen or not
 * @param outdated whether officer or grid changed since the choice
 * @param grids that the officer answers for once the draft is published
 */
record OfficerQuestionAnswer(
    long assignment,
    String officer,
    String name,
    String role,
    String grid,
    @Nullable String code,
    long addresses,
    long moved,
    List<OfficerQuestion.Part> parts,
    String choice,
    boolean chosen,
    boolean outdated,
    List<String> choices,
    List<String> grids) {

  /** The answer of {@code GET /api/v1/drafts/{id}/officers}. */
  record Asked(List<OfficerQuestionAnswer> officers) {}

  static List<OfficerQuestionAnswer> of(List<OfficerQuestion> questions) {
    return questions.stream().map(OfficerQuestionAnswer::of).toList();
  }

  private static OfficerQuestionAnswer of(OfficerQuestion question) {
    return new OfficerQuestionAnswer(
        question.entry().id(),
        question.entry().officer().id(),
        question.entry().officer().name(),
        question.entry().assignment().role(),
        question.entry().assignment().gridCode(),
        question.code(),
        question.addresses(),
        question.moved(),
        question.parts(),
        question.choice().id(),
        question.made() != null,
        question.outdated(),
        OfficerChoice.ids(),
        question.grids());
  }
}

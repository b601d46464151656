package org.gridwright.api.http.drafts;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.FindingsTally;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.finding.Finding;
import org.gridwright.data.draft.Edited;
import org.gridwright.data.draft.Reviewed;

/** What an edit did to the findings of a draft. */
final class FindingsOfDraft {

  private FindingsOfDraft() {}

  /**
   * How the findings differ after an edit.
   *
   * @param reviewed all findings of the draft after the edit
   */
  static EditAnswer.Findings differences(Edited edited, List<Reviewed> reviewed, Locale language) {
    FindingsTally tally = FindingsTally.of(reviewed);
    UnitsByName units = new UnitsByName(edited.state().plan(), language);
    return new EditAnswer.Findings(
        tally.blocking(),
        tally.warnings(),
        tally.accepted(),
        edited.appeared().stream().map(finding -> FindingAnswer.open(finding, units)).toList(),
        edited.gone().stream().map(Finding::id).toList());
  }
}

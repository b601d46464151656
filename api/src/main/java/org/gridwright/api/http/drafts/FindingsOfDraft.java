package org.gridwright.api.http.drafts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
   * @param reviewed all findings of the draft, before or after the edit
   */
  static EditAnswer.Findings differences(Edited edited, List<Reviewed> reviewed, Locale language) {
    List<Reviewed> after = after(edited, reviewed);
    FindingsTally tally = FindingsTally.of(after);
    UnitsByName units = new UnitsByName(edited.state().plan(), language);
    return new EditAnswer.Findings(
        tally.blocking(),
        tally.warnings(),
        tally.accepted(),
        edited.appeared().stream().map(finding -> FindingAnswer.open(finding, units)).toList(),
        edited.gone().stream().map(Finding::id).toList());
  }

  private static List<Reviewed> after(Edited edited, List<Reviewed> reviewed) {
    Set<String> gone = new HashSet<>();
    edited.gone().forEach(finding -> gone.add(finding.id()));
    List<Reviewed> after = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Reviewed each : reviewed) {
      if (!gone.contains(each.finding().id())) {
        after.add(each);
        known.add(each.finding().id());
      }
    }
    edited.appeared().stream()
        .filter(finding -> known.add(finding.id()))
        .forEach(finding -> after.add(new Reviewed(finding, null)));
    return after;
  }
}

package org.gridwright.api.http.plans;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.FindingFilter;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.FindingsTally;
import org.gridwright.data.draft.Reviewed;

/**
 * The answer of {@code GET /api/v1/plans/{id}/findings}; the counts are of all findings, whatever
 * the filter leaves.
 */
record FindingsAnswer(long blocking, long warnings, long accepted, List<FindingAnswer> findings) {

  static FindingsAnswer of(List<Reviewed> findings, FindingFilter filter, Locale language) {
    FindingsTally tally = FindingsTally.of(findings);
    return new FindingsAnswer(
        tally.blocking(),
        tally.warnings(),
        tally.accepted(),
        findings.stream()
            .filter(each -> filter.test(each.finding()))
            .map(each -> FindingAnswer.ofPublished(each, language))
            .toList());
  }
}

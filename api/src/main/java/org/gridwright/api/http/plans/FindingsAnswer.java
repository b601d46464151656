package org.gridwright.api.http.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.FindingsPage;
import org.gridwright.api.http.answer.UnitsByName;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/v1/plans/{id}/findings}; the counts are of all findings, whatever
 * the filter leaves.
 *
 * @param total how many the filter leaves
 * @param next for {@code after}; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FindingsAnswer(
    long blocking,
    long warnings,
    long accepted,
    List<FindingsPage.KindTally> kinds,
    int total,
    List<FindingAnswer> findings,
    @Nullable String next) {

  static FindingsAnswer of(FindingsPage page, UnitsByName units) {
    return new FindingsAnswer(
        page.tally().blocking(),
        page.tally().warnings(),
        page.tally().accepted(),
        page.kinds(),
        page.total(),
        page.rows().stream().map(each -> FindingAnswer.ofPublished(each, units)).toList(),
        page.next());
  }
}

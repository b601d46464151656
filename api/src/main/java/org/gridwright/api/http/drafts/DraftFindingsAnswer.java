package org.gridwright.api.http.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.FindingsPage;
import org.gridwright.api.http.answer.UnitsByName;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/v1/drafts/{id}/findings}; the counts are of all findings, whatever
 * the filter leaves.
 *
 * @param total how many the filter leaves
 * @param next for {@code after}; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DraftFindingsAnswer(
    long version,
    long blocking,
    long warnings,
    long accepted,
    List<FindingsPage.KindTally> kinds,
    int total,
    List<FindingAnswer> findings,
    @Nullable String next) {

  static DraftFindingsAnswer of(long version, FindingsPage page, UnitsByName units) {
    return new DraftFindingsAnswer(
        version,
        page.tally().blocking(),
        page.tally().warnings(),
        page.tally().accepted(),
        page.kinds(),
        page.total(),
        page.rows().stream().map(each -> FindingAnswer.ofDraft(each, units)).toList(),
        page.next());
  }
}

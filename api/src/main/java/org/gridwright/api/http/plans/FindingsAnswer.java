package org.gridwright.api.http.plans;

import java.util.List;
import org.gridwright.api.http.answer.FindingAnswer;
import org.gridwright.api.http.answer.FindingsTally;

/** The answer of {@code GET /api/v1/plans/{id}/findings}. */
record FindingsAnswer(long blocking, long warnings, long accepted, List<FindingAnswer> findings) {

  static FindingsAnswer of(List<FindingAnswer> findings) {
    FindingsTally tally = FindingsTally.of(findings);
    return new FindingsAnswer(tally.blocking(), tally.warnings(), tally.accepted(), findings);
  }
}

package org.gridwright.api.http.answer;

import java.util.Collection;
import org.gridwright.core.finding.Severity;
import org.gridwright.data.draft.Reviewed;

/**
 * Findings counted.
 *
 * @param blocking those that block publishing and that nobody accepted
 * @param warnings the others that nobody accepted
 */
public record FindingsTally(long blocking, long warnings, long accepted) {

  public static FindingsTally of(Collection<Reviewed> findings) {
    long accepted = findings.stream().filter(each -> each.accepted().isPresent()).count();
    long blocking =
        findings.stream()
            .filter(each -> each.accepted().isEmpty())
            .filter(each -> each.finding().severity() == Severity.BLOCKING)
            .count();
    return new FindingsTally(blocking, findings.size() - accepted - blocking, accepted);
  }
}

package org.gridwright.api.http.answer;

import java.util.Collection;

/**
 * Findings counted.
 *
 * @param blocking those that block publishing and that nobody accepted
 * @param warnings the others that nobody accepted
 */
public record FindingsTally(long blocking, long warnings, long accepted) {

  public static FindingsTally of(Collection<FindingAnswer> findings) {
    long accepted = findings.stream().filter(each -> each.accepted() != null).count();
    long blocking =
        findings.stream()
            .filter(each -> each.accepted() == null && each.severity().equals("blocking"))
            .count();
    return new FindingsTally(blocking, findings.size() - accepted - blocking, accepted);
  }
}

package org.gridwright.api.http;

import java.util.List;
import org.gridwright.api.http.answer.FindingsPage;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.draft.Reviewed;
import org.jspecify.annotations.Nullable;

/**
 * Reads which page of which findings is wanted.
 *
 * @param after where it begins; null for the first
 * @param limit how many rows it has at most
 */
public record FindingsRequest(FindingFilter filter, @Nullable String after, int limit) {

  /** What {@link #parse} reads. */
  public static final KnownParameters KNOWN =
      FindingFilter.KNOWN.and(KnownParameters.of("after", "limit"));

  private static final int USUAL = 100;
  private static final int MOST = 10_000;

  public static FindingsRequest parse(Parameters parameters) {
    return new FindingsRequest(
        FindingFilter.parse(parameters),
        parameters.token("after").orElse(null),
        parameters.number("limit", 0, MOST, USUAL));
  }

  /** The page of these findings. */
  public FindingsPage page(List<Reviewed> found) {
    return FindingsPage.of(found, filter, after, limit)
        .orElseThrow(
            () -> ProblemException.badParameter("after", ApiMessages.of("http.findings-after")));
  }
}

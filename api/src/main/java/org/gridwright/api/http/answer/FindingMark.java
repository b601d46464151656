package org.gridwright.api.http.answer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.plan.Plan;

/**
 * A finding's place in the order in which pages list them: what blocks before what only warns, then
 * by kind, then by the first unit's code. It stays where it is while others come and go.
 *
 * @param severity number of the severity
 * @param kind number of the kind
 * @param code of the first unit; empty where none is concerned
 * @param id of the finding, so that no two are equal
 */
record FindingMark(int severity, int kind, String code, String id)
    implements Comparable<FindingMark> {

  private static final Comparator<FindingMark> ORDER =
      Comparator.comparingInt(FindingMark::severity)
          .thenComparingInt(FindingMark::kind)
          .thenComparing(FindingMark::code, Plan.CODE_ORDER)
          .thenComparing(FindingMark::id);

  private static final String SEPARATOR = "\n";
  private static final int PARTS = 4;

  static FindingMark of(Finding finding) {
    return new FindingMark(
        finding.severity().ordinal(),
        finding.kind().ordinal(),
        finding.units().isEmpty() ? "" : finding.units().get(0),
        finding.id());
  }

  /** What {@link #token} made; empty for any other text. */
  static Optional<FindingMark> read(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, PARTS);
      return parts.length < PARTS
          ? Optional.empty()
          : Optional.of(
              new FindingMark(
                  Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[3], parts[2]));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  /** As text that says nothing to whoever carries it. */
  String token() {
    String text = String.join(SEPARATOR, "" + severity, "" + kind, id, code);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int compareTo(FindingMark other) {
    return ORDER.compare(this, other);
  }
}

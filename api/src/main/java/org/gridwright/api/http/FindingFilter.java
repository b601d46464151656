package org.gridwright.api.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code kind} and {@code severity}.
 *
 * @param kind null for any
 * @param severity null for any
 */
public record FindingFilter(Finding.@Nullable Kind kind, @Nullable Severity severity)
    implements Predicate<Finding> {

  /** What {@link #parse} reads. */
  public static final KnownParameters KNOWN = KnownParameters.of("kind", "severity");

  /** Which findings a request means. */
  public static FindingFilter parse(Parameters parameters) {
    return new FindingFilter(
        word(parameters, "kind", Finding.Kind.values()),
        word(parameters, "severity", Severity.values()));
  }

  @Override
  public boolean test(Finding finding) {
    return (kind == null || kind == finding.kind())
        && (severity == null || severity == finding.severity());
  }

  private static <E extends Enum<E>> @Nullable E word(
      Parameters parameters, String name, E[] values) {
    String text = parameters.text(name).orElse(null);
    if (text == null) {
      return null;
    }
    List<E> known = Arrays.asList(values);
    return known.stream()
        .filter(each -> id(each).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    name,
                    ApiMessages.of(
                        "http.member-choice",
                        name,
                        known.stream().map(FindingFilter::id).collect(Collectors.joining(", ")))));
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

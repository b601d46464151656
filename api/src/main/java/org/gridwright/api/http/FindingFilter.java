package org.gridwright.api.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.draft.Reviewed;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads the query parameters by which findings are chosen.
 *
 * @param id null for any
 * @param kind null for any
 * @param severity null for any
 * @param accepted whether somebody has accepted it; null for any
 * @param box what the place has to meet, in degrees; null for anywhere
 */
public record FindingFilter(
    @Nullable String id,
    Finding.@Nullable Kind kind,
    @Nullable Severity severity,
    @Nullable Boolean accepted,
    @Nullable Envelope box)
    implements Predicate<Reviewed> {

  /** What {@link #parse} reads. */
  public static final KnownParameters KNOWN =
      KnownParameters.of("id", "kind", "severity", "accepted", "bbox");

  /** Which findings a request means. */
  public static FindingFilter parse(Parameters parameters) {
    return new FindingFilter(
        parameters.text("id").orElse(null),
        word(parameters, "kind", Finding.Kind.values()),
        word(parameters, "severity", Severity.values()),
        parameters.text("accepted").isPresent() ? parameters.flag("accepted") : null,
        inDegrees(parameters.box()));
  }

  @Override
  public boolean test(Reviewed reviewed) {
    Finding finding = reviewed.finding();
    return (id == null || id.equals(finding.id()))
        && (kind == null || kind == finding.kind())
        && (severity == null || severity == finding.severity())
        && (accepted == null || accepted == reviewed.accepted().isPresent())
        && (box == null || box.intersects(finding.place().getEnvelopeInternal()));
  }

  private static @Nullable Envelope inDegrees(@Nullable LatticeEnvelope box) {
    return box == null
        ? null
        : new Envelope(
            Lattice.degrees(box.minX()),
            Lattice.degrees(box.maxX()),
            Lattice.degrees(box.minY()),
            Lattice.degrees(box.maxY()));
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

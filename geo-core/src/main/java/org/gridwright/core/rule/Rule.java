package org.gridwright.core.rule;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridwright.core.coverage.rules.CoverageException;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One rule as a city has set it. Its name is its kind's, and for a rule about something in
 * particular {@code kind:subject}, such as {@code facility-reach:hydrant}.
 *
 * @param subject what it is about; empty for kinds without subject
 * @param parameters a value for every parameter of the kind, within its range
 */
public record Rule(RuleKind kind, String subject, boolean enabled, Map<String, Double> parameters) {

  /**
   * Fills in the usual values of parameters that are not given.
   *
   * @throws CoverageException when a parameter is not known or out of range, or the subject is
   *     missing or too much
   */
  public Rule {
    String name = name(kind, subject);
    if (kind.hasSubject() == subject.isBlank() || subject.length() > 128) {
      throw new CoverageException(
          Message.core(
              kind.hasSubject() ? "coverage.rule-subject" : "coverage.rule-no-subject",
              kind.id(),
              subject));
    }
    Map<String, Double> all = new TreeMap<>();
    kind.parameters().forEach(it -> all.put(it.name(), it.usual()));
    parameters.forEach(
        (parameter, value) -> {
          requireAllowed(name, kind, parameter, value);
          all.put(parameter, value);
        });
    requireOrder(name, all.get("least"), all.get("most"));
    parameters = Collections.unmodifiableMap(all);
  }

  /** A rule with its usual parameters. */
  static Rule usual(RuleKind kind) {
    return new Rule(kind, "", kind.usuallyOn(), Map.of());
  }

  /**
   * The rule of a name.
   *
   * @throws CoverageException as the constructor, and when there is no rule of that name
   */
  public static Rule named(String name, boolean enabled, Map<String, Double> parameters) {
    return new Rule(kindOf(name), subjectOf(name), enabled, parameters);
  }

  static RuleKind kindOf(String name) {
    int colon = name.indexOf(':');
    return RuleKind.named(colon < 0 ? name : name.substring(0, colon))
        .orElseThrow(
            () ->
                new CoverageException(
                    Message.core(
                        "coverage.rule-unknown",
                        name,
                        Arrays.stream(RuleKind.values())
                            .map(RuleKind::id)
                            .collect(Collectors.joining(", ")))));
  }

  static String subjectOf(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(colon + 1);
  }

  public String name() {
    return name(kind, subject);
  }

  /**
   * The value of a parameter.
   *
   * @throws CoverageException when the rule has no such parameter
   */
  public double parameter(String parameter) {
    Double value = parameters.get(parameter);
    if (value == null) {
      throw new CoverageException(Message.core("coverage.rule-parameter", name(), parameter));
    }
    return value;
  }

  private static String name(RuleKind kind, String subject) {
    return subject.isEmpty() ? kind.id() : kind.id() + ":" + subject;
  }

  private static void requireAllowed(String name, RuleKind kind, String parameter, double value) {
    RuleKind.Parameter known =
        kind.parameter(parameter)
            .orElseThrow(
                () ->
                    new CoverageException(
                        Message.core("coverage.rule-parameter", name, parameter)));
    if (!known.allows(value)) {
      throw new CoverageException(
          Message.core("coverage.rule-range", name, parameter, value, known.least(), known.most()));
    }
  }

  private static void requireOrder(String name, @Nullable Double least, @Nullable Double most) {
    if (least != null && most != null && least > most) {
      throw new CoverageException(Message.core("coverage.rule-order", name, least, most));
    }
  }
}

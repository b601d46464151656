package org.gridwright.data.compare;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored plan as people name it: {@code plan:3}, {@code draft:7}.
 *
 * @param kind plan or draft
 */
public record PlanReference(ComparedPlan.Kind kind, long id) {

  private static final Pattern FORM = Pattern.compile("(plan|draft):(\\d{1,18})");

  /** The reference that a text is; empty where it is none. */
  public static Optional<PlanReference> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new PlanReference(
                matcher.group(1).equals("plan") ? ComparedPlan.Kind.PLAN : ComparedPlan.Kind.DRAFT,
                Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }
}

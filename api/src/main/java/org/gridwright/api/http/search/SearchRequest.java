package org.gridwright.api.http.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param near places near it come first of those that are as good; null for nowhere
 * @param within where places must lie
 * @param kinds of places that are wanted
 * @param limited whether a place may be left out for where it is, or what it is
 * @param plan whose grids are told; null where none is in force
 */
record SearchRequest(
    String text,
    int limit,
    @Nullable LatticePoint near,
    Predicate<LatticePoint> within,
    Set<String> kinds,
    boolean limited,
    @Nullable PlanSnapshot plan) {

  static final KnownParameters KNOWN =
      KnownParameters.of("q", "limit", "near", "bbox", "within", "kinds", "at");

  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 50;
  private static final List<String> KINDS =
      List.of("address", "corner", "unit", "facility", "incident", "coordinates");

  static SearchRequest parse(Parameters parameters, PlanLookup plans) {
    String text =
        parameters
            .text("q")
            .orElseThrow(
                () ->
                    ProblemException.badParameter(
                        "q", ApiMessages.of("http.parameter-missing", "q")));
    int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    LatticeEnvelope box = parameters.box();
    Predicate<LatticePoint> inBox =
        box == null ? any -> true : place -> box.contains(place.x(), place.y());
    return new SearchRequest(
        text,
        limit,
        parameters.place("near").orElse(null),
        inBox.and(unit(parameters, plans)),
        kinds(parameters),
        box != null
            || parameters.text("within").isPresent()
            || parameters.text("kinds").isPresent(),
        plan(parameters, plans).orElse(null));
  }

  /** The same question, for places of any kind, anywhere. */
  SearchRequest anywhere() {
    return new SearchRequest(text, limit, near, any -> true, Set.copyOf(KINDS), false, plan);
  }

  boolean wants(String kind) {
    return kinds.contains(kind);
  }

  private static Optional<PlanSnapshot> plan(Parameters parameters, PlanLookup plans) {
    return parameters.date("at").isEmpty()
        ? plans.byDefault()
        : plans.themes().stream()
            .findFirst()
            .flatMap(theme -> plans.find(theme, parameters.date("at").orElse(null)));
  }

  private static Set<String> kinds(Parameters parameters) {
    Optional<String> told = parameters.text("kinds");
    Set<String> kinds =
        new TreeSet<>(told.map(text -> Arrays.asList(text.split(",", -1))).orElse(KINDS));
    if (!KINDS.containsAll(kinds)) {
      throw ProblemException.badParameter(
          "kinds", ApiMessages.of("http.member-choice", "kinds", String.join(", ", KINDS)));
    }
    return kinds;
  }

  private static Predicate<LatticePoint> unit(Parameters parameters, PlanLookup plans) {
    Optional<String> within = parameters.text("within");
    if (within.isEmpty()) {
      return any -> true;
    }
    String[] parts = within.get().split("/", 3);
    if (parts.length != 3) {
      throw ProblemException.badParameter(
          "within", ApiMessages.of("http.parameter-within", within.get()));
    }
    Theme theme = plans.theme(parts[0]);
    Level level = plans.level(theme, parts[1]);
    PlanSnapshot plan = plans.require(theme, parameters.date("at").orElse(null));
    int unit =
        plan.plan().unit(level.depth(), parts[2]).isPresent()
            ? plan.plan().indexOf(level.depth(), parts[2])
            : -1;
    if (unit < 0) {
      throw ProblemException.notFound(ApiMessages.of("http.no-unit", level.name(), parts[2]));
    }
    return place -> plan.unitAt(level.depth(), place) == unit;
  }
}

package org.gridwright.api.http.incidents;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Incident;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/** Incidents. */
public final class IncidentsResource implements Resource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 1000;

  private final IncidentStore incidents;
  private final PlanLookup plans;
  private final Clock clock;

  /**
   * @param clock the city's local time
   */
  public IncidentsResource(IncidentStore incidents, PlanLookup plans, Clock clock) {
    this.incidents = incidents;
    this.plans = plans;
    this.clock = clock;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/incidents",
        IncidentFilter.KNOWN.and(KnownParameters.of("limit")).then(this::list));
    routes.post("/api/v1/incidents", KnownParameters.NONE.then(this::report));
    routes.get("/api/v1/incidents/points", IncidentFilter.KNOWN.then(this::points));
    routes.get("/api/v1/incidents/{id}", KnownParameters.NONE.then(this::one));
    routes.get(
        "/api/v1/categories",
        KnownParameters.NONE.then(ctx -> ctx.json(Map.of("categories", incidents.categories()))));
  }

  private void list(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    IncidentStore.Query query = IncidentFilter.parse(parameters);
    int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    List<Incident> found;
    try (Stream<Incident> matching = incidents.stream(query)) {
      found = matching.limit(limit).toList();
    }
    Map<Long, Optional<Plan>> seen = new HashMap<>();
    List<IncidentAnswer> page = found.stream().map(each -> answer(each, seen)).toList();
    ctx.json(new IncidentAnswer.IncidentList(incidents.count(query), page));
  }

  private void one(Context ctx) {
    String id = ctx.pathParam("id");
    // Before the incident, so that what is written in between is never sent under a later version.
    long version = incidents.version(id).orElse(0L);
    Incident incident =
        incidents
            .find(id)
            .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-incident", id)));
    UnitRef now = now(incident);
    if (!ETags.unchanged(ctx, ETags.of("incident", id, version, String.valueOf(now)))) {
      ctx.json(new IncidentAnswer.WithNow(answer(incident), now));
    }
  }

  private IncidentAnswer answer(Incident incident) {
    return answer(incident, new HashMap<>());
  }

  /**
   * @param seen plans that gave grids, by id, as far as they were looked for
   */
  private IncidentAnswer answer(Incident incident, Map<Long, Optional<Plan>> seen) {
    Incident.GivenGrid given = incident.given();
    if (given == null) {
      return IncidentAnswer.of(incident, List.of());
    }
    LocalDate day = incident.occurred().toLocalDate();
    return IncidentAnswer.of(
        incident,
        seen.computeIfAbsent(given.planId(), id -> plan(given, day))
            .flatMap(plan -> path(plan, given.code()))
            .orElse(List.of()));
  }

  /** The plan that gave a grid, where it is still the one that was in force that day. */
  private Optional<Plan> plan(Incident.GivenGrid given, LocalDate day) {
    return plans.themes().stream()
        .filter(theme -> theme.id().equals(given.theme()))
        .flatMap(theme -> plans.find(theme, day).stream())
        .filter(plan -> plan.info().id() == given.planId())
        .map(PlanSnapshot::plan)
        .findFirst();
  }

  private static Optional<List<PathStep>> path(Plan plan, String code) {
    return plan.unit(plan.theme().gridLevel().depth(), code).map(grid -> PathStep.to(plan, grid));
  }

  private void points(Context ctx) {
    IncidentPoints.answer(ctx, incidents, IncidentFilter.parse(new Parameters(ctx)));
  }

  private void report(Context ctx) {
    Report report = Report.parse(Bodies.object(ctx));
    LocalDateTime occurred =
        report.occurred() == null
            ? LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)
            : report.occurred();
    Incident incident =
        new Incident(
            IncidentIds.next(Instant.now(clock)),
            report.place(),
            occurred,
            report.category(),
            report.channel(),
            "open",
            null,
            given(report, occurred));
    incidents.put(List.of(incident).iterator());
    ctx.status(201);
    ctx.header("Location", "/api/v1/incidents/" + incident.id());
    ctx.json(answer(incident));
  }

  private Incident.@Nullable GivenGrid given(Report report, LocalDateTime occurred) {
    if (report.theme() == null && plans.themes().isEmpty()) {
      return null;
    }
    Theme theme = plans.theme(report.theme());
    return plans
        .find(theme, occurred.toLocalDate())
        .flatMap(plan -> plan.gridAt(report.place()).map(grid -> given(plan, grid.code())))
        .orElse(null);
  }

  private static Incident.GivenGrid given(PlanSnapshot plan, String code) {
    return new Incident.GivenGrid(plan.theme().id(), plan.info().id(), code);
  }

  private @Nullable UnitRef now(Incident incident) {
    if (plans.themes().isEmpty()) {
      return null;
    }
    Theme theme = plans.theme(incident.given() == null ? null : incident.given().theme());
    return plans
        .find(theme, null)
        .flatMap(plan -> plan.gridAt(incident.place()))
        .map(UnitRef::of)
        .orElse(null);
  }
}

package org.gridwright.api.http.directory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.RosterStore;
import org.gridwright.data.store.RosterStore.Kept;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Officers, and who answers for which grid on a day. */
public final class OfficersResource implements Resource {

  static final int MAX_TEXT = 200;

  private static final int DEFAULT_LIMIT = 1000;
  private static final int MAX_LIMIT = 10_000;
  private static final int FOUND = 20;
  private static final int MOST_FOUND = 100;

  private final Store store;
  private final PlanLookup plans;

  public OfficersResource(Store store, PlanLookup plans) {
    this.store = store;
    this.plans = plans;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/officers",
        KnownParameters.of("theme", "grid", "at", "upcoming", "limit").then(this::list));
    routes.get("/api/v1/roster/officers", KnownParameters.of("q", "limit").then(this::search));
    routes.get("/api/v1/officers/{id}", KnownParameters.NONE.then(this::tell));
    routes.put("/api/v1/officers/{id}", KnownParameters.NONE.then(this::put));
    routes.delete("/api/v1/officers/{id}", KnownParameters.of("on").then(this::end));
  }

  private void list(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    String grid = parameters.text("grid").orElse(null);
    LocalDate day = plans.day(parameters.date("at").orElse(null));
    int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
    boolean upcoming = parameters.flag("upcoming");
    if (upcoming && grid == null) {
      throw ProblemException.badParameter("upcoming", ApiMessages.of("http.upcoming-needs-grid"));
    }
    RosterStore roster = store.roster();
    List<RosterAnswers.Roster.Line> lines;
    try (Stream<RosterEntry> all =
        grid == null
            ? roster.entries(theme.id(), day)
            : of(roster, theme.id(), grid, day, upcoming).stream()) {
      lines = all.limit(limit).map(RosterAnswers.Roster.Line::of).toList();
    }
    ctx.json(new RosterAnswers.Roster(lines));
  }

  private static List<RosterEntry> of(
      RosterStore roster, String theme, String grid, LocalDate day, boolean upcoming) {
    if (!upcoming) {
      return roster.of(theme, grid, day);
    }
    return roster.ofGrids(theme, new TreeSet<>(Set.of(grid))).stream()
        .filter(
            entry ->
                Optional.ofNullable(entry.assignment().to())
                    .filter(to -> !day.isBefore(to))
                    .isEmpty())
        .toList();
  }

  private void search(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    ctx.json(
        new RosterAnswers.People(
            store
                .roster()
                .search(
                    parameters.text("q").orElse(""),
                    parameters.number("limit", 1, MOST_FOUND, FOUND))));
  }

  private void tell(Context ctx) {
    String id = ctx.pathParam("id");
    answer(ctx, store.roster().officer(id).orElseThrow(() -> absent(id)));
  }

  private void put(Context ctx) {
    String id = ctx.pathParam("id");
    Members body = Members.of(Bodies.object(ctx));
    String name = body.text("name", MAX_TEXT);
    String contact = body.optionalText("contact", MAX_TEXT).orElse(null);
    body.nothingElse();
    requireText(id);
    OptionalLong sent = IfMatch.optional(ctx);
    boolean added =
        store.transaction(
            open -> {
              Optional<Kept> before = open.roster().officer(id);
              requireVersion(sent, before.map(Kept::version).orElse(null));
              open.roster().putOfficers(List.of(new Officer(id, name, contact)));
              return before.isEmpty();
            });
    if (added) {
      ctx.status(201);
      ctx.header("Location", ctx.path());
    }
    tell(ctx);
  }

  /** Removes an officer; with a day, ends what the officer is assigned to on it. */
  private void end(Context ctx) {
    String id = ctx.pathParam("id");
    LocalDate on = new Parameters(ctx).date("on").orElse(null);
    OptionalLong sent = IfMatch.optional(ctx);
    store.transaction(
        open -> {
          Kept before = open.roster().officer(id).orElseThrow(() -> absent(id));
          requireVersion(sent, before.version());
          if (on == null) {
            open.roster().removeOfficer(id);
          } else {
            open.roster()
                .end(open.roster().ofOfficer(id).stream().map(RosterEntry::id).toList(), on);
          }
          return id;
        });
    ctx.status(204);
  }

  /**
   * @param present version of what is there; null where nothing is
   * @throws ProblemException 412 when another one was sent
   */
  static void requireVersion(OptionalLong sent, @Nullable Long present) {
    if (sent.isPresent() && (present == null || sent.getAsLong() != present)) {
      long now = present == null ? 0 : present;
      throw ProblemException.stale(ApiMessages.of("http.roster-stale", sent.getAsLong(), now))
          .with("version", now);
    }
  }

  private static void requireText(String id) {
    if (id.isBlank()
        || id.length() > MAX_TEXT
        || id.codePoints().anyMatch(Character::isISOControl)) {
      throw ProblemException.badParameter("id", ApiMessages.of("http.member-word", "id", MAX_TEXT));
    }
  }

  private void answer(Context ctx, Kept kept) {
    ctx.header("ETag", IfMatch.tag(kept.version()));
    ctx.header("Cache-Control", "no-cache");
    ctx.json(RosterAnswers.One.of(kept.officer(), store.roster().ofOfficer(kept.officer().id())));
  }

  static ProblemException absent(String id) {
    return ProblemException.notFound(ApiMessages.of("http.no-officer", id));
  }
}

package org.gridwright.api.http.directory;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.IfMatch;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.RosterStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Which officer answers for which grid: made, changed, ended. */
public final class AssignmentsResource implements Resource {

  private static final int MAX_ROLE = 60;

  private final Store store;
  private final PlanLookup plans;

  public AssignmentsResource(Store store, PlanLookup plans) {
    this.store = store;
    this.plans = plans;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/assignments", KnownParameters.NONE.then(this::make));
    routes.get("/api/v1/assignments/{id}", KnownParameters.NONE.then(this::tell));
    routes.put("/api/v1/assignments/{id}", KnownParameters.NONE.then(this::change));
    routes.delete("/api/v1/assignments/{id}", KnownParameters.of("on").then(this::end));
  }

  private void make(Context ctx) {
    Assignment asked = read(ctx);
    RosterEntry made =
        store.transaction(
            open -> {
              requireOfficer(open.roster(), asked.officer());
              if (open.roster().assign(List.of(asked)) > 0) {
                throw ProblemException.conflict(
                    ApiMessages.of("http.assigned-already", asked.officer(), asked.gridCode()));
              }
              return open.roster().ofOfficer(asked.officer()).stream()
                  .filter(entry -> entry.assignment().equals(asked))
                  .findFirst()
                  .orElseThrow();
            });
    ctx.status(201);
    ctx.header("Location", "/api/v1/assignments/" + made.id());
    answer(ctx, made);
  }

  private void tell(Context ctx) {
    answer(ctx, find(store.roster(), ctx));
  }

  private void change(Context ctx) {
    Assignment asked = read(ctx);
    OptionalLong sent = IfMatch.optional(ctx);
    answer(
        ctx,
        store.transaction(
            open -> {
              RosterEntry before = find(open.roster(), ctx);
              OfficersResource.requireVersion(sent, before.version());
              requireOfficer(open.roster(), asked.officer());
              return open.roster().change(before.id(), asked);
            }));
  }

  /** Removes an assignment as if it had never been; with a day, ends it on that day. */
  private void end(Context ctx) {
    LocalDate on = new Parameters(ctx).date("on").orElse(null);
    OptionalLong sent = IfMatch.optional(ctx);
    store.transaction(
        open -> {
          RosterEntry before = find(open.roster(), ctx);
          OfficersResource.requireVersion(sent, before.version());
          if (on == null) {
            open.roster().remove(before.id());
          } else {
            open.roster().end(List.of(before.id()), on);
          }
          return before;
        });
    ctx.status(204);
  }

  private Assignment read(Context ctx) {
    Members body = Members.of(Bodies.object(ctx));
    String officer = body.text("officer", OfficersResource.MAX_TEXT);
    String theme = body.optionalText("theme", OfficersResource.MAX_TEXT).orElse(null);
    String grid = body.text("grid", OfficersResource.MAX_TEXT);
    String role = body.optionalText("role", MAX_ROLE).orElse(Assignment.PLAIN);
    LocalDate from = day(body, "from");
    LocalDate to = day(body, "to");
    body.nothingElse();
    if (from != null && to != null && !from.isBefore(to)) {
      throw body.bad("to", ApiMessages.of("http.assignment-ends-before", from, to));
    }
    return new Assignment(officer, plans.theme(theme).id(), grid, role, from, to);
  }

  private static @Nullable LocalDate day(Members body, String name) {
    return body.has(name) ? body.date(name) : null;
  }

  private static void requireOfficer(RosterStore roster, String id) {
    if (roster.officer(id).isEmpty()) {
      throw OfficersResource.absent(id);
    }
  }

  private static RosterEntry find(RosterStore roster, Context ctx) {
    String id = ctx.pathParam("id");
    try {
      return roster.find(Long.parseLong(id)).orElseThrow(() -> absent(id));
    } catch (NumberFormatException noNumber) {
      throw absent(id);
    }
  }

  private static ProblemException absent(String id) {
    return ProblemException.notFound(ApiMessages.of("http.no-assignment", id));
  }

  private static void answer(Context ctx, RosterEntry entry) {
    ctx.header("ETag", IfMatch.tag(entry.version()));
    ctx.header("Cache-Control", "no-cache");
    ctx.json(RosterAnswers.Assigned.of(entry));
  }
}

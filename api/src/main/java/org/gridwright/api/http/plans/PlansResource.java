package org.gridwright.api.http.plans;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.gridwright.api.http.FindingFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.PlanAnswer;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.PlanStore;
import org.gridwright.data.store.Store;

/** Plans. */
public final class PlansResource implements Resource {

  private final PlanLookup plans;
  private final PlanStore store;
  private final DraftDesk desk;
  private final PlanFindings findings;

  public PlansResource(PlanLookup plans, Store store, Snapshots snapshots, DraftDesk desk) {
    this.plans = plans;
    this.store = store.plans();
    this.desk = desk;
    this.findings = new PlanFindings(snapshots, store);
  }

  /** The answer of {@code GET /api/v1/plans}. */
  record PlansAnswer(List<PlanAnswer> plans) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/plans", KnownParameters.of("theme").then(this::list));
    routes.get("/api/v1/plans/{id}/findings", FindingFilter.KNOWN.then(this::findings));
  }

  private void list(Context ctx) {
    Theme theme = plans.theme(new Parameters(ctx).text("theme").orElse(null));
    ctx.json(new PlansAnswer(store.list(theme.id()).stream().map(PlanAnswer::of).toList()));
  }

  private void findings(Context ctx) {
    plans.themes();
    PlanInfo plan = plan(ctx.pathParam("id"));
    FindingFilter filter = FindingFilter.parse(new Parameters(ctx));
    List<Reviewed> found =
        plan.status() == PlanInfo.Status.DRAFT ? desk.findings(plan.id()) : findings.of(plan);
    ctx.json(FindingsAnswer.of(found, filter, Languages.of(ctx)));
  }

  private PlanInfo plan(String id) {
    try {
      return store
          .find(Long.parseLong(id))
          .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-plan-id", id)));
    } catch (NumberFormatException notNumber) {
      throw ProblemException.notFound(ApiMessages.of("http.no-plan-id", id));
    }
  }
}

package org.gridwright.api.http.plans;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.gridwright.api.http.FindingFilter;
import org.gridwright.api.http.FindingsRequest;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.FindingPlaces;
import org.gridwright.api.http.answer.FindingsPage;
import org.gridwright.api.http.answer.PlanAnswer;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.PlanStore;
import org.gridwright.data.store.Store;

/** Plans. */
public final class PlansResource implements Resource, AutoCloseable {

  private final PlanLookup plans;
  private final PlanStore store;
  private final DraftDesk desk;
  private final PlanFindings findings;

  public PlansResource(PlanLookup plans, Store store, Snapshots snapshots, DraftDesk desk) {
    this.plans = plans;
    this.store = store.plans();
    this.desk = desk;
    this.findings = new PlanFindings(snapshots, store, desk.bases());
  }

  /** The answer of {@code GET /api/v1/plans}. */
  record PlansAnswer(List<PlanAnswer> plans) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/plans", KnownParameters.of("theme").then(this::list));
    routes.get("/api/v1/plans/{id}/findings", FindingsRequest.KNOWN.then(this::findings));
    routes.get("/api/v1/plans/{id}/findings/places", FindingFilter.KNOWN.then(this::places));
  }

  /** Finds what is wrong with a published plan, and keeps it for those who ask. */
  public void prepare(PlanInfo plan) {
    findings.of(plan);
  }

  /** What is found in the draft, the plan, or the plan in force that a request means. */
  public List<Reviewed> found(Parameters parameters) {
    String draft = parameters.text("draft").orElse(null);
    if (draft != null) {
      return desk.findings(plans.draft(draft).info().id());
    }
    String plan = parameters.text("plan").orElse(null);
    if (plan != null) {
      return found(PlanLookup.stored(store, plan));
    }
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    return found(plans.require(theme, parameters.date("at").orElse(null)).info());
  }

  @Override
  public void close() {
    findings.close();
  }

  private void list(Context ctx) {
    Theme theme = plans.theme(new Parameters(ctx).text("theme").orElse(null));
    ctx.json(new PlansAnswer(store.list(theme.id()).stream().map(PlanAnswer::of).toList()));
  }

  private void findings(Context ctx) {
    PlanInfo plan = plan(ctx);
    FindingsPage page = FindingsRequest.parse(new Parameters(ctx)).page(found(plan));
    ctx.json(FindingsAnswer.of(page, byName(plan, ctx)));
  }

  private void places(Context ctx) {
    PlanInfo plan = plan(ctx);
    FindingFilter filter = FindingFilter.parse(new Parameters(ctx));
    ctx.json(FindingPlaces.of(found(plan).stream().filter(filter).toList()));
  }

  private List<Reviewed> found(PlanInfo plan) {
    return isDraft(plan) ? desk.findings(plan.id()) : findings.of(plan);
  }

  private UnitsByName byName(PlanInfo plan, Context ctx) {
    Plan units = isDraft(plan) ? desk.open(plan.id()).plan() : findings.plan(plan);
    return new UnitsByName(units, Languages.of(ctx));
  }

  private static boolean isDraft(PlanInfo plan) {
    return plan.status() == PlanInfo.Status.DRAFT;
  }

  private PlanInfo plan(Context ctx) {
    plans.themes();
    return PlanLookup.stored(store, ctx.pathParam("id"));
  }
}

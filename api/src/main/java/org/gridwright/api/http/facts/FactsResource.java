package org.gridwright.api.http.facts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.FactsAnswer;
import org.gridwright.api.http.body.FactMembers;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.fact.FactException;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.flow.PlanAttribute;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;

/** What the attributes of a theme's grids are. */
public final class FactsResource implements Resource {

  private static final KnownParameters KNOWN = KnownParameters.of("theme", "draft");

  private final PlanLookup plans;
  private final Store store;

  public FactsResource(PlanLookup plans, Store store) {
    this.plans = plans;
    this.store = store;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/facts", KNOWN.then(this::tell));
    routes.put("/api/v1/facts", KNOWN.then(this::change));
  }

  private void tell(Context ctx) {
    Plan plan = plan(new Parameters(ctx));
    tell(ctx, plan, store.facts().schema(plan.theme().id()));
  }

  private void change(Context ctx) {
    Plan plan = plan(new Parameters(ctx));
    Members body = Members.of(Bodies.object(ctx));
    List<FactChange> changes = FactMembers.changes(body, "facts");
    body.nothingElse();
    try {
      tell(ctx, plan, store.transaction(open -> change(open, plan.theme().id(), changes)));
    } catch (FactException refused) {
      throw ProblemException.refused(body.at("facts"), refused.told()).with("reason", "fact-unfit");
    }
  }

  private static void tell(Context ctx, Plan plan, FactSchema schema) {
    ctx.json(FactsAnswer.of(plan.theme().id(), PlanAttribute.all(plan, schema)));
  }

  private static FactSchema change(Store open, String theme, List<FactChange> changes) {
    FactSchema schema = open.facts().schema(theme).changed(changes);
    open.facts().setSchema(theme, schema);
    return schema;
  }

  /** The draft that is meant, else the plan in force, else the one that was made last. */
  private Plan plan(Parameters parameters) {
    Optional<String> draft = parameters.text("draft");
    if (draft.isPresent()) {
      return plans.draft(draft.get()).plan();
    }
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    return plans.find(theme, null).map(PlanSnapshot::stored).orElseGet(() -> latest(theme));
  }

  private Plan latest(Theme theme) {
    List<PlanInfo> all = store.plans().list(theme.id());
    return all.isEmpty()
        ? Plan.of(theme, List.of())
        : store.plans().load(all.get(all.size() - 1).id());
  }
}

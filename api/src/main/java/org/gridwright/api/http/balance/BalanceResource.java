package org.gridwright.api.http.balance;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.balance.BalanceOrder;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Level;
import org.gridwright.data.draft.DraftBalances;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.jspecify.annotations.Nullable;

/** How evenly drafts are balanced. */
public final class BalanceResource implements Resource {

  private static final int USUAL_ROWS = 100;
  private static final int MOST_ROWS = 10_000;

  private final PlanLookup plans;
  private final DraftBalances balances;

  public BalanceResource(PlanLookup plans, DraftDesk desk) {
    this.plans = plans;
    this.balances = desk.balances();
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/drafts/{id}/balance",
        KnownParameters.of("level", "measure", "sort", "offset", "limit", "bbox")
            .then(this::balance));
  }

  private void balance(Context ctx) {
    DraftState draft = plans.draft(ctx.pathParam("id"));
    Parameters parameters = new Parameters(ctx);
    Level level = plans.level(draft.plan().theme(), parameters.text("level").orElse(null));
    List<Measure> measures = balances.measures(draft);
    Measure measure = measure(parameters, measures);
    BalanceOrder order = order(parameters);
    int offset = parameters.number("offset", 0, Integer.MAX_VALUE, 0);
    int limit = parameters.number("limit", 0, MOST_ROWS, USUAL_ROWS);
    LatticeEnvelope box = parameters.box();
    ctx.header("Cache-Control", "no-cache");
    if (ETags.unchanged(ctx, etag(ctx, draft, measure))) {
      return;
    }
    PlanBalance balance = balances.of(draft, measure, level.depth());
    ctx.json(
        DraftBalanceAnswer.of(
            draft,
            level,
            measure,
            measures,
            balance,
            BalanceRow.of(draft.plan(), balance, balance.page(order, offset, limit)),
            box == null ? null : DrawnAmount.within(box, balance)));
  }

  private String etag(Context ctx, DraftState draft, Measure measure) {
    return ETags.of(
        draft.info().id(),
        draft.version(),
        balances.version(draft, measure),
        String.valueOf(ctx.queryString()));
  }

  /** What is asked for; where nothing is, the first that there is. */
  private static Measure measure(Parameters parameters, List<Measure> measures) {
    @Nullable String asked = parameters.text("measure").orElse(null);
    return measures.stream()
        .filter(each -> asked == null || each.id().equals(asked))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    "measure",
                    ApiMessages.of(
                        "http.member-choice",
                        "measure",
                        measures.stream().map(Measure::id).collect(Collectors.joining(", ")))));
  }

  private static BalanceOrder order(Parameters parameters) {
    String asked = parameters.text("sort").orElse(BalanceOrder.DEVIATION.id());
    return BalanceOrder.of(asked)
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    "sort",
                    ApiMessages.of(
                        "http.member-choice",
                        "sort",
                        Arrays.stream(BalanceOrder.values())
                            .map(BalanceOrder::id)
                            .collect(Collectors.joining(", ")))));
  }
}

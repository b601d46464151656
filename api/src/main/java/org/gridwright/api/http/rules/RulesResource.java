package org.gridwright.api.http.rules;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.api.http.Bodies;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.body.Members;
import org.gridwright.core.coverage.rules.CoverageException;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.data.store.ReviewStore;

/** The rules of a theme. */
public final class RulesResource implements Resource {

  private static final int MOST_RULES = 1000;
  private static final int MAX_NAME = 200;

  private final PlanLookup plans;
  private final ReviewStore review;

  public RulesResource(PlanLookup plans, ReviewStore review) {
    this.plans = plans;
    this.review = review;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/rules", KnownParameters.of("theme").then(this::tell));
    routes.put("/api/v1/rules", KnownParameters.of("theme").then(this::change));
  }

  private void tell(Context ctx) {
    Theme theme = plans.theme(new Parameters(ctx).text("theme").orElse(null));
    ctx.json(RulesAnswer.of(theme.id(), review.rules(theme.id())));
  }

  private void change(Context ctx) {
    Theme theme = plans.theme(new Parameters(ctx).text("theme").orElse(null));
    Members body = Members.of(Bodies.object(ctx));
    RuleSet rules = review.rules(theme.id());
    for (Members each : body.objects("rules", MOST_RULES)) {
      rules = changed(rules, each);
    }
    body.nothingElse();
    review.setRules(theme.id(), rules);
    ctx.json(RulesAnswer.of(theme.id(), rules));
  }

  private static RuleSet changed(RuleSet rules, Members change) {
    String name = change.text("name", MAX_NAME);
    Map<String, Double> parameters = new TreeMap<>();
    change
        .optionalObject("parameters")
        .ifPresent(
            members ->
                members
                    .names()
                    .forEach(
                        each ->
                            parameters.put(
                                each,
                                members
                                    .optionalNumber(each, -Double.MAX_VALUE)
                                    .orElseThrow(() -> members.missing(each)))));
    boolean said = change.optionalFlag("enabled").isPresent();
    boolean enabled = change.flag("enabled");
    change.nothingElse();
    try {
      Rule known =
          rules.rules().stream()
              .filter(rule -> rule.name().equals(name))
              .findFirst()
              .orElseGet(() -> Rule.named(name, true, Map.of()));
      Map<String, Double> all = new TreeMap<>(known.parameters());
      all.putAll(parameters);
      return rules.with(Rule.named(name, said ? enabled : known.enabled(), all));
    } catch (CoverageException refused) {
      throw ProblemException.refused(change.at("name"), refused.told())
          .with("reason", "rule-unfit");
    }
  }
}

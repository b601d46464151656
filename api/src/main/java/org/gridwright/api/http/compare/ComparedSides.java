package org.gridwright.api.http.compare;

import java.util.Optional;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlan.Kind;
import org.gridwright.data.compare.PlanReference;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.PlanStore;

/** Finds the plans and drafts that a request compares. */
final class ComparedSides {

  private final PlanLookup plans;
  private final PlanStore store;
  private final Snapshots snapshots;

  ComparedSides(PlanLookup plans, PlanStore store, Snapshots snapshots) {
    this.plans = plans;
    this.store = store;
    this.snapshots = snapshots;
  }

  /** The later plan. */
  ComparedPlan to(Parameters parameters) {
    return named("to", required(parameters, "to"));
  }

  /** The earlier plan; where it is left out, the base of the draft that it is compared with. */
  ComparedPlan from(Parameters parameters, ComparedPlan to) {
    Optional<String> named = parameters.text("from");
    if (named.isEmpty() && to.kind() == Kind.DRAFT) {
      Optional<ComparedPlan> base = base(plans.draft(String.valueOf(to.id())));
      if (base.isPresent()) {
        return base.get();
      }
    }
    return named("from", named.orElseGet(() -> required(parameters, "from")));
  }

  /** A draft. */
  ComparedPlan of(DraftState draft) {
    return draft(draft.info().id());
  }

  /** The plan that a draft was made from; empty where there was none. */
  Optional<ComparedPlan> base(DraftState draft) {
    return Optional.ofNullable(draft.info().base()).map(this::published);
  }

  /** The plan or draft that a parameter names. */
  ComparedPlan named(Parameters parameters, String parameter) {
    return named(parameter, required(parameters, parameter));
  }

  /** The plan of a theme in force on the day of the request. */
  ComparedPlan inForce(Theme theme, Parameters parameters) {
    return of(plans.require(theme, parameters.date("at").orElse(null)));
  }

  static String required(Parameters parameters, String name) {
    return parameters
        .text(name)
        .orElseThrow(
            () ->
                ProblemException.badParameter(
                    name, ApiMessages.of("http.parameter-missing", name)));
  }

  private ComparedPlan named(String parameter, String text) {
    PlanReference reference =
        PlanReference.parse(text)
            .orElseThrow(
                () ->
                    ProblemException.badParameter(
                        parameter, ApiMessages.of("http.parameter-plan", parameter, text)));
    if (reference.kind() == Kind.DRAFT) {
      return draft(reference.id());
    }
    plans.themes();
    PlanInfo info =
        store
            .find(reference.id())
            .orElseThrow(
                () -> ProblemException.notFound(ApiMessages.of("http.no-plan-id", reference.id())));
    return info.status() == PlanInfo.Status.DRAFT ? draft(info.id()) : published(info);
  }

  private ComparedPlan draft(long id) {
    DraftState draft = plans.draft(String.valueOf(id));
    return new ComparedPlan(
        Kind.DRAFT, id, draft.told(), () -> snapshots.locator(draft.told()), draft::facts);
  }

  private ComparedPlan published(PlanInfo info) {
    return of(snapshots.of(info));
  }

  private static ComparedPlan of(PlanSnapshot snapshot) {
    return new ComparedPlan(
        Kind.PLAN, snapshot.info().id(), snapshot.plan(), snapshot::locator, snapshot::facts);
  }
}

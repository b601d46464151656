package org.gridwright.api.http.locate;

import java.time.LocalDate;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.data.snapshot.OfficerLookup;

/** Locates one point. */
final class LocateHandler {

  private final PlanLookup plans;
  private final OfficerLookup officers;

  LocateHandler(PlanLookup plans, OfficerLookup officers) {
    this.plans = plans;
    this.officers = officers;
  }

  LocateAnswer answer(LocateRequest request) {
    LocalDate day = plans.day(request.at());
    return plans.locate(
        request.theme(),
        request.at(),
        plan -> LocateAnswer.of(plan, request.point(), officers, day));
  }
}

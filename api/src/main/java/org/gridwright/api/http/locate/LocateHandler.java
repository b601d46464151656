package org.gridwright.api.http.locate;

import org.gridwright.api.http.PlanLookup;
import org.gridwright.data.snapshot.OfficerLookup;
import org.gridwright.data.snapshot.PlanSnapshot;

/** Locates one point. */
final class LocateHandler {

  private final PlanLookup plans;
  private final OfficerLookup officers;

  LocateHandler(PlanLookup plans, OfficerLookup officers) {
    this.plans = plans;
    this.officers = officers;
  }

  LocateAnswer answer(LocateRequest request) {
    PlanSnapshot snapshot = plans.require(plans.theme(request.theme()), request.at());
    return LocateAnswer.of(snapshot, request.point(), officers, plans.day(request.at()));
  }
}

package org.gridwright.api.http.locate;

import org.gridwright.api.http.PlanLookup;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.DirectoryStore;

/** Locates one point. */
final class LocateHandler {

  private final PlanLookup plans;
  private final DirectoryStore directory;

  LocateHandler(PlanLookup plans, DirectoryStore directory) {
    this.plans = plans;
    this.directory = directory;
  }

  LocateAnswer answer(LocateRequest request) {
    PlanSnapshot snapshot = plans.require(plans.theme(request.theme()), request.at());
    return LocateAnswer.of(snapshot, request.point(), directory);
  }
}

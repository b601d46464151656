package org.gridwright.api.http.locate;

import java.util.List;
import java.util.Optional;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.answer.OfficerRef;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.Unit;
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
    Placement placement = snapshot.place(request.point());
    Optional<Unit> grid = snapshot.grid(placement.owner());
    String theme = snapshot.theme().id();
    return new LocateAnswer(
        theme,
        snapshot.info().id(),
        request.point().lon(),
        request.point().lat(),
        grid.map(UnitRef::of).orElse(null),
        grid.map(unit -> PathStep.to(snapshot.plan(), unit)).orElse(List.of()),
        placement.onBoundary(),
        LocateAnswer.codes(snapshot, placement.contested()),
        placement.runnerUp().map(other -> LocateAnswer.RunnerUp.of(snapshot, other)).orElse(null),
        grid.map(unit -> OfficerRef.of(directory.officersOf(theme, unit.code())))
            .orElse(List.of()));
  }
}

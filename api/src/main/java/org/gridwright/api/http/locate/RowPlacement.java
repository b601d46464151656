package org.gridwright.api.http.locate;

import java.util.List;
import java.util.Optional;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What is appended to one row.
 *
 * @param grid code; null where nobody owns the point
 * @param runnerUp code of the nearest other grid; null where there is none
 * @param distanceMetres to the runner-up
 */
record RowPlacement(
    @Nullable String grid,
    boolean onBoundary,
    List<String> contested,
    @Nullable String runnerUp,
    @Nullable Double distanceMetres) {

  static RowPlacement of(PlanSnapshot snapshot, LatticePoint point) {
    Placement placement = snapshot.place(point);
    Optional<Placement.RunnerUp> runnerUp = placement.runnerUp();
    return new RowPlacement(
        snapshot.grid(placement.owner()).map(Unit::code).orElse(null),
        placement.onBoundary(),
        LocateAnswer.codes(snapshot, placement.contested()),
        runnerUp.flatMap(other -> snapshot.grid(other.owner())).map(Unit::code).orElse(null),
        runnerUp.map(other -> Metres.rounded(other.distanceMetres())).orElse(null));
  }
}

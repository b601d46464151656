package org.gridwright.api.http.locate;

import java.util.List;
import java.util.Map;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.Names;
import org.gridwright.api.http.answer.OfficerRef;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/v1/locate}.
 *
 * @param grid null where nobody owns the point
 * @param contested codes of all grids that hold the point, where there are several
 * @param runnerUp the nearest other grid; null where there is none
 */
record LocateAnswer(
    String theme,
    long plan,
    double lon,
    double lat,
    @Nullable UnitRef grid,
    List<PathStep> path,
    boolean onBoundary,
    List<String> contested,
    @Nullable RunnerUp runnerUp,
    List<OfficerRef> officers) {

  record RunnerUp(String code, String name, Map<String, String> names, double distanceMetres) {

    static RunnerUp of(PlanSnapshot snapshot, Placement.RunnerUp runnerUp) {
      Unit unit = snapshot.grid(runnerUp.owner()).orElseThrow();
      return new RunnerUp(
          unit.code(), unit.name(), Names.of(unit), Metres.rounded(runnerUp.distanceMetres()));
    }
  }

  static List<String> codes(PlanSnapshot snapshot, List<Integer> owners) {
    return owners.stream().map(owner -> snapshot.grid(owner).orElseThrow().code()).toList();
  }
}

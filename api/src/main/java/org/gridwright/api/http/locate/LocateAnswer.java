package org.gridwright.api.http.locate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.OfficerRef;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.snapshot.OfficerLookup;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/v1/locate}.
 *
 * @param grid null where nobody owns the point
 * @param contested codes of all grids that hold the point, where there are several
 * @param runnerUp the nearest other grid; null where there is none
 * @param boundaryMetres to the nearest boundary of any grid; null where there are no grids
 */
public record LocateAnswer(
    String theme,
    long plan,
    double lon,
    double lat,
    @Nullable UnitRef grid,
    List<PathStep> path,
    boolean onBoundary,
    List<String> contested,
    @Nullable RunnerUp runnerUp,
    @Nullable Double boundaryMetres,
    List<OfficerRef> officers) {

  /**
   * The answer of a plan to one point.
   *
   * @param day on which the officers told are assigned
   */
  public static LocateAnswer of(
      LocatedPlan plan, LatticePoint point, OfficerLookup officers, LocalDate day) {
    Locator locator = plan.locatorAt(point.x(), point.y());
    Placement placement = locator.place(point.x(), point.y());
    Optional<Unit> grid = plan.grid(placement.owner());
    String theme = plan.theme().id();
    return new LocateAnswer(
        theme,
        plan.id(),
        point.lon(),
        point.lat(),
        grid.map(UnitRef::of).orElse(null),
        grid.isEmpty() ? List.of() : PathStep.of(plan.theme(), plan.path(placement.owner())),
        placement.onBoundary(),
        codes(plan, placement.contested()),
        placement.runnerUp().map(other -> RunnerUp.of(plan, other)).orElse(null),
        boundaryMetres(locator, point),
        grid.map(unit -> OfficerRef.of(officers.officersOf(theme, unit.code(), day)))
            .orElse(List.of()));
  }

  private static @Nullable Double boundaryMetres(Locator locator, LatticePoint point) {
    OptionalDouble metres = locator.boundaryMetres(point.x(), point.y());
    return metres.isPresent() ? Metres.rounded(metres.getAsDouble()) : null;
  }

  /** The nearest other grid. */
  public record RunnerUp(
      String code, String name, Map<String, String> names, double distanceMetres) {

    static RunnerUp of(LocatedPlan plan, Placement.RunnerUp runnerUp) {
      Unit unit = plan.grid(runnerUp.owner()).orElseThrow();
      return new RunnerUp(
          unit.code(), unit.name(), UnitNames.of(unit), Metres.rounded(runnerUp.distanceMetres()));
    }
  }

  static List<String> codes(LocatedPlan plan, List<Integer> owners) {
    return owners.stream().map(owner -> plan.grid(owner).orElseThrow().code()).toList();
  }
}

package org.gridwright.api.http.answer;

import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/** One step of the path from the coarsest level down to a unit. */
public record PathStep(String level, String code, String name, Map<String, String> names) {

  /** The path to a unit, itself last. */
  public static List<PathStep> to(Plan plan, Unit unit) {
    return of(plan.theme(), plan.path(unit));
  }

  /** The steps of a path from the coarsest level down. */
  public static List<PathStep> of(Theme theme, List<Unit> path) {
    return path.stream()
        .map(
            step ->
                new PathStep(
                    theme.levels().get(step.depth()).name(),
                    step.code(),
                    step.name(),
                    UnitNames.of(step)))
        .toList();
  }
}

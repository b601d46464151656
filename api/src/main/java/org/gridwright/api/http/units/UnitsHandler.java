package org.gridwright.api.http.units;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** Lists the units of a level. */
final class UnitsHandler {

  private final PlanLookup plans;

  UnitsHandler(PlanLookup plans) {
    this.plans = plans;
  }

  UnitsAnswer answer(UnitsRequest request) {
    Plan plan = request.meant().plan();
    Level level = plans.level(plan.theme(), request.level());
    List<Unit> matching =
        plan.units(level.depth()).stream().filter(unit -> matches(unit, request)).toList();
    return new UnitsAnswer(
        plan.theme().id(),
        request.meant().id(),
        level.name(),
        matching.size(),
        matching.stream()
            .limit(request.limit())
            .map(unit -> UnitsAnswer.Item.of(plan, unit))
            .toList());
  }

  private static boolean matches(Unit unit, UnitsRequest request) {
    if (request.parent() != null && !request.parent().equals(unit.parentCode())) {
      return false;
    }
    if (request.text() == null) {
      return true;
    }
    String wanted = request.text().toLowerCase(Locale.ROOT);
    return contains(unit.code(), wanted)
        || contains(unit.name(), wanted)
        || unit.attributes().entrySet().stream()
            .anyMatch(
                each ->
                    each.getKey().startsWith(Unit.NAME_IN) && contains(each.getValue(), wanted));
  }

  private static boolean contains(String text, String lowerCase) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}

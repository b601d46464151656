package org.gridwright.api.http.units;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.snapshot.PlanSnapshot;

/** Lists the units of a level. */
final class UnitsHandler {

  private final PlanLookup plans;

  UnitsHandler(PlanLookup plans) {
    this.plans = plans;
  }

  UnitsAnswer answer(UnitsRequest request) {
    Theme theme = plans.theme(request.theme());
    Level level = plans.level(theme, request.level());
    PlanSnapshot snapshot = plans.require(theme, request.at());
    List<Unit> matching =
        snapshot.plan().units(level.depth()).stream()
            .filter(unit -> matches(unit, request))
            .toList();
    return new UnitsAnswer(
        theme.id(),
        snapshot.info().id(),
        level.name(),
        matching.size(),
        matching.stream().limit(request.limit()).map(UnitsAnswer.Item::of).toList());
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
                each -> each.getKey().startsWith("name:") && contains(each.getValue(), wanted));
  }

  private static boolean contains(String text, String lowerCase) {
    return text.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}

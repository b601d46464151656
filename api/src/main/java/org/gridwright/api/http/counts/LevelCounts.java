package org.gridwright.api.http.counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.answer.Metres;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlaceCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/** Counts per unit of a level. */
final class LevelCounts {

  private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

  private final PlanLookup plans;
  private final GridCounts counts;

  LevelCounts(PlanLookup plans, GridCounts counts) {
    this.plans = plans;
    this.counts = counts;
  }

  /** What is asked for; null means the default. */
  record Request(
      @Nullable String theme,
      @Nullable String level,
      @Nullable LocalDate at,
      IncidentStore.Query query) {

    static Request parse(Parameters parameters) {
      return new Request(
          parameters.text("theme").orElse(null),
          parameters.text("level").orElse(null),
          parameters.date("at").orElse(null),
          IncidentFilter.parse(parameters));
    }
  }

  /**
   * @param outside incidents that no grid owns
   */
  record Answer(
      String by,
      String theme,
      long plan,
      String level,
      long total,
      long outside,
      List<Item> items) {

    /**
     * @param within the unit that it is part of; null at the top
     * @param perThousandAddresses null where the unit has no address
     * @param households as the unit's attribute of this name says; null where it does not
     */
    record Item(
        String code,
        String name,
        Map<String, String> names,
        @Nullable UnitRef within,
        long count,
        double areaSquareMetres,
        double perSquareKilometre,
        long addresses,
        @Nullable Double perThousandAddresses,
        @Nullable Long households) {}
  }

  Answer answer(Request request) {
    Theme theme = plans.theme(request.theme());
    Level level = plans.level(theme, request.level());
    PlanSnapshot snapshot = plans.require(theme, request.at());
    PlaceCounts incidents = counts.incidents(snapshot, request.query());
    long[] incidentsOf = incidents.byUnit(level.depth());
    long[] addressesOf = counts.addresses(snapshot).byUnit(level.depth());
    double[] areaOf = snapshot.squareMetres(level.depth());
    List<Answer.Item> items = new ArrayList<>();
    List<Unit> units = snapshot.plan().units(level.depth());
    for (int i = 0; i < units.size(); i++) {
      UnitRef within = UnitRef.above(snapshot.plan(), units.get(i));
      items.add(item(units.get(i), within, incidentsOf[i], addressesOf[i], areaOf[i]));
    }
    return new Answer(
        "level",
        theme.id(),
        snapshot.info().id(),
        level.name(),
        incidents.total(),
        incidents.outside(),
        items);
  }

  private static Answer.Item item(
      Unit unit, @Nullable UnitRef within, long count, long addresses, double squareMetres) {
    return new Answer.Item(
        unit.code(),
        unit.name(),
        UnitNames.of(unit),
        within,
        count,
        Metres.rounded(squareMetres),
        rate(count, squareMetres / SQUARE_METRES_PER_SQUARE_KILOMETRE),
        addresses,
        addresses == 0 ? null : rate(count, addresses / 1000.0),
        households(unit));
  }

  private static @Nullable Long households(Unit unit) {
    String text = unit.attributes().get("households");
    return text != null && DIGITS.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  /** A rate with two decimals; 0 where there is nothing to relate to. */
  static double rate(long count, double base) {
    return base <= 0 ? 0 : Math.round(count / base * 100) / 100.0;
  }
}

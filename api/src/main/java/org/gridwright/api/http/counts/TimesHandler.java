package org.gridwright.api.http.counts;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.hotspot.time.Rhythm;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.hotspot.plan.TimeCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/** When incidents were, of the whole city or of one unit. */
final class TimesHandler {

  static final KnownParameters KNOWN =
      KnownParameters.of("theme", "level", "at", "unit").and(IncidentFilter.KNOWN);

  private final PlanLookup plans;
  private final IncidentStore incidents;

  TimesHandler(PlanLookup plans, IncidentStore incidents) {
    this.plans = plans;
    this.incidents = incidents;
  }

  /**
   * @param step how long a bin of the series is
   */
  record ByTime(long total, String step, List<SeriesBin> series, HoursOfWeek week) {

    /**
     * @param from its first day
     * @param to the day after its last
     */
    record SeriesBin(LocalDate from, LocalDate to, long count) {}

    /**
     * @param counts of each weekday, from Monday, for each hour
     * @param expected the same if hour and weekday had nothing to do with each other
     * @param p the chance of counts as far from what is expected; null where it is not defined
     */
    record HoursOfWeek(long[][] counts, double[][] expected, @Nullable Double p) {}

    private static ByTime of(TimeCounts times) {
      Rhythm rhythm = times.week();
      long[][] counts = new long[Rhythm.WEEKDAYS][Rhythm.HOURS];
      double[][] expected = new double[Rhythm.WEEKDAYS][Rhythm.HOURS];
      for (int day = 0; day < Rhythm.WEEKDAYS; day++) {
        for (int hour = 0; hour < Rhythm.HOURS; hour++) {
          counts[day][hour] = rhythm.count(day, hour);
          expected[day][hour] = rhythm.expected(day, hour);
        }
      }
      List<SeriesBin> series = new ArrayList<>();
      times.series().forEach(bin -> series.add(new SeriesBin(bin.from(), bin.to(), bin.count())));
      OptionalDouble p = rhythm.p();
      return new ByTime(
          times.total(),
          times.step().id(),
          series,
          new HoursOfWeek(counts, expected, p.isPresent() ? p.getAsDouble() : null));
    }
  }

  void answer(Context ctx) {
    Parameters parameters = new Parameters(ctx);
    IncidentStore.Query query = IncidentFilter.parse(parameters);
    String code = parameters.text("unit").orElse(null);
    parameters.text("theme").ifPresent(plans::theme);
    ctx.json(
        ByTime.of(
            code == null ? TimeCounts.of(incidents, query) : ofUnit(parameters, query, code)));
  }

  private TimeCounts ofUnit(Parameters parameters, IncidentStore.Query query, String code) {
    Theme theme = plans.theme(parameters.text("theme").orElse(null));
    Level level = plans.level(theme, parameters.text("level").orElse(null));
    PlanSnapshot snapshot = plans.require(theme, parameters.date("at").orElse(null));
    Unit unit =
        snapshot
            .plan()
            .unit(level.depth(), code)
            .orElseThrow(
                () ->
                    ProblemException.notFound(ApiMessages.of("http.no-unit", level.name(), code)));
    return TimeCounts.of(incidents, query, snapshot, unit);
  }
}

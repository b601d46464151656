package org.gridwright.api.http.hotspots;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridwright.api.http.WeekWords;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.api.http.answer.UnitRef;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.global.GlobalFigure;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.WeightsReport;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.hotspot.plan.HotspotQuestion;
import org.gridwright.data.hotspot.plan.HotspotResult;
import org.gridwright.data.hotspot.plan.NeighbourChoice;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/**
 * What a question was answered with.
 *
 * @param request the question, with what was not said filled in
 * @param outside incidents that no unit owns
 * @param tested units that have a chance
 * @param classes how many units are in each class
 */
record HotspotAnswer(
    String id,
    Request request,
    long plan,
    long total,
    long outside,
    int tested,
    Global moran,
    Links links,
    Map<String, Integer> classes,
    List<Warning> warnings,
    List<TestedPlace> places) {

  /** What was asked; it can be asked again as it stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Request(
      String theme,
      @Nullable String draft,
      String level,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime to,
      @Nullable String category,
      @Nullable String status,
      @Nullable String hours,
      @Nullable String weekdays,
      String neighbours,
      @Nullable Double metres,
      @Nullable Integer nearest,
      String over,
      String value,
      String method,
      String style,
      String moments,
      String chance,
      String sides,
      @Nullable Integer draws,
      @Nullable Long seed,
      String adjust) {

    static Request of(HotspotResult result) {
      HotspotQuestion question = result.question();
      IncidentStore.Query incidents = question.incidents();
      LocalOptions options = question.options();
      NeighbourChoice near = question.neighbours();
      boolean isDrawn = options.chance() == Chance.PERMUTATION;
      return new Request(
          result.snapshot().theme().id(),
          draftOf(result.snapshot()),
          result.snapshot().theme().levels().get(question.depth()).name(),
          incidents.from(),
          incidents.to(),
          incidents.category(),
          incidents.status(),
          WeekWords.hours(incidents.times()),
          WeekWords.weekdays(incidents.times()),
          near.kind().id(),
          near.kind() == NeighbourChoice.Kind.BAND ? near.metres() : null,
          near.kind() == NeighbourChoice.Kind.NEAREST ? near.nearest() : null,
          question.over().id(),
          question.value().id(),
          options.method().id(),
          String.valueOf(options.style().letter()),
          options.moments().id(),
          options.chance().id(),
          options.sides().id(),
          isDrawn ? options.draws() : null,
          isDrawn ? options.seed() : null,
          question.adjustment().id());
    }
  }

  private static @Nullable String draftOf(PlanSnapshot snapshot) {
    return snapshot.info().status() == PlanInfo.Status.DRAFT ? String.valueOf(snapshot.id()) : null;
  }

  /** Moran's I of all units; numbers are null where it is not defined. */
  record Global(
      @Nullable Double value,
      @Nullable Double expectation,
      @Nullable Double z,
      @Nullable Double p,
      @Nullable String note) {

    static Global of(GlobalFigure figure, Locale locale) {
      return figure.isDefined()
          ? new Global(figure.value(), figure.expectation(), figure.z(), orNull(figure.p()), null)
          : new Global(
              null, null, null, null, figure.reason().map(it -> it.told().in(locale)).orElse(null));
    }
  }

  /** Who is a neighbour of whom, in figures. */
  record Links(int links, int islands, int components, @Nullable Double mean, int most) {

    static Links of(WeightsReport report) {
      return new Links(
          report.links(),
          report.islands().size(),
          report.components(),
          orNull(report.meanNeighbours()),
          report.mostNeighbours());
    }
  }

  /** What to know before believing it. */
  record Warning(String id, String message) {}

  /**
   * A unit.
   *
   * @param expected what it would have at the city's rate; null where nothing is at risk
   * @param note why it has no chance; null where it has one
   */
  record TestedPlace(
      String code,
      String name,
      Map<String, String> names,
      @Nullable UnitRef within,
      long count,
      @Nullable Double atRisk,
      @Nullable Double expected,
      @Nullable Double value,
      @Nullable Double statistic,
      @Nullable Double expectation,
      @Nullable Double variance,
      @Nullable Double z,
      @Nullable Double p,
      @Nullable Double pAdjusted,
      @JsonProperty("class") String kind,
      int neighbours,
      @Nullable String note) {}

  static HotspotAnswer of(HotspotResult result, Locale locale) {
    Rows rows = new Rows(result, locale);
    List<TestedPlace> places =
        IntStream.range(0, result.counts().size()).mapToObj(rows::place).toList();
    return new HotspotAnswer(
        result.id(),
        Request.of(result),
        result.snapshot().id(),
        result.total(),
        result.outside(),
        result.test().tested(),
        Global.of(result.moran(), locale),
        Links.of(result.links()),
        result.classes(),
        result.warnings().stream()
            .sorted()
            .map(each -> new Warning(each.id(), each.told().in(locale)))
            .toList(),
        places);
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** Makes the rows: figures are asked for once, not once a unit. */
  private static final class Rows {

    private final HotspotResult result;
    private final LocalTest test;
    private final List<Unit> units;
    private final Locale locale;
    private final PlaceFigures statistic;
    private final PlaceFigures expectation;
    private final PlaceFigures variance;
    private final PlaceFigures z;
    private final PlaceFigures p;

    Rows(HotspotResult result, Locale locale) {
      this.result = result;
      this.locale = locale;
      test = result.test();
      units = result.snapshot().plan().units(result.question().depth());
      statistic = test.statistic();
      expectation = test.expectation();
      variance = test.variance();
      z = test.z();
      p = test.p();
    }

    TestedPlace place(int i) {
      Unit unit = units.get(i);
      return new TestedPlace(
          unit.code(),
          unit.name(),
          UnitNames.of(unit),
          UnitRef.above(result.snapshot().plan(), unit),
          (long) result.counts().value(i),
          orNull(result.atRisk().at(i)),
          orNull(result.expected().at(i)),
          orNull(result.values().at(i)),
          orNull(statistic.at(i)),
          orNull(expectation.at(i)),
          orNull(variance.at(i)),
          orNull(z.at(i)),
          orNull(p.at(i)),
          orNull(result.pAdjusted().at(i)),
          result.classOf(i).id(),
          test.neighbours(i),
          test.reason(i).map(NotDefined::told).map(it -> it.in(locale)).orElse(null));
    }
  }
}

package org.gridwright.api.http.hotspots;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.WeekWords;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.Sides;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.LocalStatistic.Randomisation;
import org.gridwright.core.hotspot.weights.WeightStyle;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.hotspot.plan.Denominator;
import org.gridwright.data.hotspot.plan.HotspotQuestion;
import org.gridwright.data.hotspot.plan.NeighbourChoice;
import org.gridwright.data.hotspot.plan.TestedValue;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/** Reads a question from the members of a body. */
record HotspotOrder(PlanSnapshot snapshot, HotspotQuestion question) {

  private static final int WORD = 200;
  private static final double MOST_METRES = 1_000_000;
  private static final List<String> METHODS =
      List.of(
          LocalMethod.GISTAR.id(),
          LocalMethod.GI.id(),
          LocalMethod.MORAN.id(),
          LocalMethod.GEARY.id());
  private static final List<String> STATUSES = List.of("open", "closed");

  /** What is asked; each other member is a 400. */
  static HotspotOrder of(Members body, PlanLookup plans) {
    Theme theme = plans.theme(body.optionalText("theme", WORD).orElse(null));
    int depth = plans.level(theme, body.optionalText("level", WORD).orElse(null)).depth();
    PlanSnapshot snapshot = plans.require(theme, body.has("at") ? body.date("at") : null);
    HotspotQuestion question =
        new HotspotQuestion(
            depth,
            incidents(body),
            neighbours(body),
            over(body),
            word(body, "value", TestedValue.values(), TestedValue::id).orElse(TestedValue.COUNT),
            options(body),
            word(body, "adjust", Adjustment.values(), Adjustment::id).orElse(Adjustment.BH));
    body.nothingElse();
    return new HotspotOrder(snapshot, question);
  }

  private static IncidentStore.Query incidents(Members body) {
    LocalDateTime from = moment(body, "from");
    LocalDateTime to = moment(body, "to");
    if (from != null && to != null && !from.isBefore(to)) {
      throw body.bad("to", ApiMessages.of("http.to-not-after-from", to, from));
    }
    return new IncidentStore.Query(
        from,
        to,
        body.optionalText("category", WORD).orElse(null),
        body.optionalWord("status", STATUSES).orElse(null),
        null,
        WeekWords.times(
            numbers(body, "hours", 0, WeekWords.LAST_HOUR),
            numbers(body, "weekdays", WeekWords.MONDAY, WeekWords.SUNDAY)));
  }

  private static Optional<Collection<Integer>> numbers(
      Members body, String name, int least, int most) {
    return body.optionalText(name, WORD)
        .map(
            text ->
                WeekWords.numbers(text, least, most)
                    .orElseThrow(() -> body.bad(name, ApiMessages.of("http." + name, text))));
  }

  private static @Nullable LocalDateTime moment(Members body, String name) {
    String text = body.optionalText(name, WORD).orElse(null);
    if (text == null) {
      return null;
    }
    try {
      return Parameters.momentOf(text);
    } catch (DateTimeException malformed) {
      throw body.bad(name, ApiMessages.of("http.parameter-moment", name, text));
    }
  }

  private static NeighbourChoice neighbours(Members body) {
    NeighbourChoice.Kind kind =
        word(body, "neighbours", NeighbourChoice.Kind.values(), NeighbourChoice.Kind::id)
            .orElse(NeighbourChoice.Kind.QUEEN);
    Optional<Double> band = body.optionalNumber("metres", 0);
    Optional<Long> nearest = body.optionalId("nearest");
    return switch (kind) {
      case QUEEN, ROOK -> new NeighbourChoice(kind, 0, 0);
      case BAND -> {
        double metres = band.orElseThrow(() -> body.missing("metres"));
        if (metres > MOST_METRES) {
          throw body.bad("metres", ApiMessages.of("http.most-metres", metres, MOST_METRES));
        }
        yield new NeighbourChoice(kind, metres, 0);
      }
      case NEAREST ->
          new NeighbourChoice(
              kind,
              0,
              Math.toIntExact(
                  Math.min(Integer.MAX_VALUE, nearest.orElseThrow(() -> body.missing("nearest")))));
    };
  }

  private static Denominator over(Members body) {
    return Denominator.named(body.optionalText("over", WORD).orElse("none"));
  }

  private static LocalOptions options(Members body) {
    LocalMethod method =
        body.optionalWord("method", METHODS).flatMap(LocalMethod::of).orElse(LocalMethod.GISTAR);
    LocalOptions usual = LocalOptions.of(method);
    try {
      return new LocalOptions(
          method,
          body.optionalWord("style", List.of("B", "W"))
              .flatMap(WeightStyle::of)
              .orElse(usual.style()),
          word(body, "moments", Randomisation.values(), Randomisation::id).orElse(usual.moments()),
          word(body, "chance", Chance.values(), Chance::id).orElse(usual.chance()),
          word(body, "sides", Sides.values(), Sides::id).orElse(usual.sides()),
          (int) Math.min(Integer.MAX_VALUE, body.optionalId("draws").orElse(999L)),
          body.optionalId("seed").orElse(1L));
    } catch (HotspotException refused) {
      throw ProblemException.refused(null, refused.told()).with("reason", "hotspot-refused");
    }
  }

  private static <E> Optional<E> word(
      Members body, String name, E[] values, Function<E, String> id) {
    return body.optionalWord(name, Arrays.stream(values).map(id).toList())
        .flatMap(
            word -> Arrays.stream(values).filter(each -> id.apply(each).equals(word)).findFirst());
  }
}

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
import org.gridwright.api.http.WeekWords;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.hotspot.plan.Denominator;
import org.gridwright.data.hotspot.plan.NeighbourChoice;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/** Reads what questions of all methods have in common from the members of a body. */
record HotspotMembers(Members body) {

  private static final int WORD = 200;
  private static final double MOST_METRES = 1_000_000;
  private static final List<String> STATUSES = List.of("open", "closed");

  /** The theme that is meant. */
  Theme theme(PlanLookup plans) {
    return plans.theme(body.optionalText("theme", WORD).orElse(null));
  }

  /** The depth of the level that is meant; the finest where none is named. */
  int depth(PlanLookup plans, Theme theme) {
    return plans.level(theme, body.optionalText("level", WORD).orElse(null)).depth();
  }

  /** The plan that is meant. */
  PlanSnapshot snapshot(PlanLookup plans, Theme theme) {
    return plans.require(theme, body.has("at") ? body.date("at") : null);
  }

  /** Which incidents. */
  IncidentStore.Query incidents() {
    LocalDateTime from = moment("from");
    LocalDateTime to = moment("to");
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
            numbers("hours", 0, WeekWords.LAST_HOUR),
            numbers("weekdays", WeekWords.MONDAY, WeekWords.SUNDAY)));
  }

  private Optional<Collection<Integer>> numbers(String name, int least, int most) {
    return body.optionalText(name, WORD)
        .map(
            text ->
                WeekWords.numbers(text, least, most)
                    .orElseThrow(() -> body.bad(name, ApiMessages.of("http." + name, text))));
  }

  /** A moment, a date being its first; null where none is said. */
  @Nullable LocalDateTime moment(String name) {
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

  /** Who is a neighbour of whom. */
  NeighbourChoice neighbours() {
    NeighbourChoice.Kind kind =
        word("neighbours", NeighbourChoice.Kind.values(), NeighbourChoice.Kind::id)
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
          new NeighbourChoice(kind, 0, whole(nearest.orElseThrow(() -> body.missing("nearest"))));
    };
  }

  /** What is at risk. */
  Denominator over() {
    return Denominator.named(body.optionalText("over", WORD).orElse("none"));
  }

  /** A whole number of at least 0; those that no int holds are as large as it gets. */
  int number(String name, int otherwise) {
    return whole(body.optionalId(name).orElse((long) otherwise));
  }

  private static int whole(long number) {
    return (int) Math.min(Integer.MAX_VALUE, number);
  }

  /** One of some words. */
  <E> Optional<E> word(String name, E[] values, Function<E, String> id) {
    return body.optionalWord(name, Arrays.stream(values).map(id).toList())
        .flatMap(
            word -> Arrays.stream(values).filter(each -> id.apply(each).equals(word)).findFirst());
  }
}

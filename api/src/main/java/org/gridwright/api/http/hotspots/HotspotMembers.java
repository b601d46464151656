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
import org.gridwright.core.work.Progress;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.hotspot.plan.BinChoice;
import org.gridwright.data.hotspot.plan.Denominator;
import org.gridwright.data.hotspot.plan.MadePlaces;
import org.gridwright.data.hotspot.plan.NeighbourChoice;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/** Reads what questions of all methods have in common from the members of a body. */
record HotspotMembers(Members body, PlanLookup plans, MadePlaces made) {

  private static final int WORD = 200;
  private static final double MOST_METRES = 1_000_000;
  private static final List<String> STATUSES = List.of("open", "closed");

  /** The plan that is meant: the one in force on a day, or a draft. */
  PlanSnapshot plan() {
    Optional<String> draft = body.optionalText("draft", WORD);
    Optional<String> theme = body.optionalText("theme", WORD);
    if (draft.isEmpty()) {
      return plans.require(
          plans.theme(theme.orElse(null)), body.has("at") ? body.date("at") : null);
    }
    DraftState state = plans.draft(draft.get());
    if (body.has("at") || !theme.orElse(state.info().theme()).equals(state.info().theme())) {
      throw body.bad("draft", ApiMessages.of("http.hotspots-draft", draft.get()));
    }
    return made.draft(state.info(), state.told(), Progress.NONE);
  }

  /** The places that are meant: the units of a level of a plan, or cells laid over it. */
  LevelPlaces places(PlanSnapshot plan) {
    String level = body.optionalText("level", WORD).orElse(null);
    Theme theme = plan.theme();
    if (level != null && theme.level(level).isEmpty()) {
      Optional<BinChoice> bins = BinChoice.of(level);
      if (bins.isPresent()) {
        return new LevelPlaces(made.bins(plan, bins.get(), Progress.NONE), 0);
      }
    }
    return new LevelPlaces(plan, plans.level(theme, level).depth());
  }

  /**
   * The units of a level.
   *
   * @param depth of the level
   */
  record LevelPlaces(PlanSnapshot snapshot, int depth) {

    /** What the level is called. */
    String level() {
      return snapshot.theme().levels().get(depth).name();
    }
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

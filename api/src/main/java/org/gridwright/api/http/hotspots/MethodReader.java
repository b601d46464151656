package org.gridwright.api.http.hotspots;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.WeekWords;
import org.gridwright.api.http.body.Members;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.density.DensityKernel;
import org.gridwright.core.hotspot.density.EdgeCorrection;
import org.gridwright.core.hotspot.scan.ScanDirection;
import org.gridwright.core.hotspot.scan.ScanOptions;
import org.gridwright.core.hotspot.time.CubeScope;
import org.gridwright.core.message.Message;
import org.gridwright.data.hotspot.BandwidthChoice;
import org.gridwright.data.hotspot.CubeTest;
import org.gridwright.data.hotspot.DensityOptions;
import org.gridwright.data.hotspot.HotspotInputException;
import org.gridwright.data.hotspot.NearRepeatBands;
import org.gridwright.data.hotspot.StepLength;
import org.gridwright.data.hotspot.plan.MethodQuestion;
import org.gridwright.data.hotspot.plan.NeighbourChoice;
import org.gridwright.data.hotspot.plan.PlanEmerging;
import org.gridwright.data.hotspot.plan.PlanNearRepeat;
import org.gridwright.data.hotspot.plan.PlanRateChange;
import org.gridwright.data.hotspot.plan.PlanRepeat;
import org.gridwright.data.hotspot.plan.PlanRhythm;
import org.gridwright.data.hotspot.plan.PlanScan;
import org.gridwright.data.hotspot.plan.PlanScore;
import org.gridwright.data.hotspot.plan.PlanSurface;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads one question to a method other than the local statistics, and notes what was asked beside
 * it. For one thread.
 */
final class MethodReader {

  /** The names of the methods. */
  static final List<String> METHODS =
      List.of("scan", "emerging", "change", "repeat", "near-repeat", "rhythm", "density", "score");

  private static final int WORD = 200;
  private static final int MOST_BANDS = 100;
  private static final int MOST_SHUFFLES = 99_999;
  private static final double USUAL_LEVEL = 0.05;

  /** A year in whole weeks, so that weekdays meet their like. */
  private static final int WEEKS_OF_YEAR = 52;

  private final Members body;
  private final HotspotMembers members;

  /** The plan that is meant, or the cells laid over it once a level of such was read. */
  private PlanSnapshot snapshot;

  private final IncidentStore.Query incidents;
  private final Map<String, Object> recipe = new LinkedHashMap<>();

  MethodReader(HotspotMembers members) {
    this.body = members.body();
    this.members = members;
    this.snapshot = members.plan();
    this.incidents = members.incidents();
  }

  MethodOrder order() {
    String method = body.optionalWord("method", METHODS).orElseThrow();
    recipe.put("method", method);
    recipe.put("theme", snapshot.theme().id());
    body.optionalText("draft", WORD).ifPresent(id -> recipe.put("draft", id));
    try {
      MethodQuestion question = question(method);
      period(incidents);
      body.nothingElse();
      return new MethodOrder(snapshot, question, Collections.unmodifiableMap(recipe));
    } catch (HotspotException refused) {
      throw refused(refused.told());
    } catch (HotspotInputException refused) {
      throw refused(refused.told());
    }
  }

  private static ProblemException refused(Message told) {
    return ProblemException.refused(null, told).with("reason", "hotspot-refused");
  }

  private MethodQuestion question(String method) {
    return switch (method) {
      case "scan" -> scan();
      case "emerging" -> emerging();
      case "change" -> change();
      case "repeat" -> repeat();
      case "near-repeat" -> nearRepeat();
      case "density" -> density();
      case "score" -> score();
      default -> new PlanRhythm(incidents);
    };
  }

  private int depth() {
    HotspotMembers.LevelPlaces places = members.places(snapshot);
    snapshot = places.snapshot();
    recipe.put("level", places.level());
    return places.depth();
  }

  /** Which incidents, as they can be asked for again. */
  private void period(IncidentStore.Query asked) {
    note("from", asked.from());
    note("to", asked.to());
    note("category", asked.category());
    note("status", asked.status());
    note("hours", WeekWords.hours(asked.times()));
    note("weekdays", WeekWords.weekdays(asked.times()));
  }

  private void note(String name, @Nullable Object value) {
    if (value != null) {
      recipe.put(name, value);
    }
  }

  private <T> T noted(String name, T value) {
    recipe.put(name, value);
    return value;
  }

  private @Nullable StepLength step() {
    String word = body.optionalText("step", WORD).orElse(null);
    StepLength length = word == null ? null : StepLength.of(word);
    note("step", length == null ? null : length.id());
    return length;
  }

  private long seed() {
    return noted("seed", body.optionalId("seed").orElse(1L));
  }

  private double level() {
    double level = body.optionalNumber("significance", 0).orElse(USUAL_LEVEL);
    if (!(level > 0 && level < 1)) {
      throw body.bad("significance", ApiMessages.of("http.significance", level));
    }
    return noted("significance", level);
  }

  private <E extends Enum<E>> E named(String name, E[] values, E usual) {
    E chosen = members.word(name, values, MethodReader::id).orElse(usual);
    recipe.put(name, id(chosen));
    return chosen;
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private MethodQuestion scan() {
    ScanOptions usual = ScanOptions.DEFAULT;
    int depth = depth();
    noted("over", members.over().id());
    StepLength length = step();
    ScanOptions options =
        usual
            .withDirection(named("direction", ScanDirection.values(), usual.direction()))
            .withLargest(
                noted(
                    "largestShare",
                    body.optionalNumber("largestShare", 0).orElse(usual.populationShare())),
                largestMetres())
            .withLeastCases(noted("leastCases", members.number("leastCases", usual.leastCases())))
            .withReplicas(noted("replicas", members.number("replicas", usual.replicas())), seed());
    boolean alive = body.flag("alive");
    if (length == null && (alive || body.has("longestSteps"))) {
      throw body.bad("step", ApiMessages.of("http.scan-untimed"));
    }
    if (length != null) {
      noted("alive", alive);
      int longest = members.number("longestSteps", Integer.MAX_VALUE);
      note("longestSteps", longest == Integer.MAX_VALUE ? null : longest);
      options = options.withTime(longest, alive);
    }
    return new PlanScan(depth, incidents, members.over(), length, options);
  }

  private double largestMetres() {
    Double metres = body.optionalNumber("largestMetres", 0).orElse(null);
    note("largestMetres", metres);
    return Objects.requireNonNullElse(metres, Double.POSITIVE_INFINITY);
  }

  private MethodQuestion emerging() {
    int depth = depth();
    StepLength length = step();
    if (length == null) {
      throw body.missing("step");
    }
    NeighbourChoice near = members.neighbours();
    noted("neighbours", near.kind().id());
    note("metres", near.kind() == NeighbourChoice.Kind.BAND ? near.metres() : null);
    note("nearest", near.kind() == NeighbourChoice.Kind.NEAREST ? near.nearest() : null);
    CubeScope scope =
        body.optionalWord("scope", List.of("cube", "step")).orElse("cube").equals("step")
            ? CubeScope.EACH_STEP
            : CubeScope.WHOLE_CUBE;
    noted("scope", scope == CubeScope.EACH_STEP ? "step" : "cube");
    return new PlanEmerging(
        depth,
        incidents,
        length,
        near,
        new CubeTest(
            noted("before", members.number("before", 1)),
            scope,
            level(),
            noted("hamedRao", body.flag("hamedRao"))));
  }

  private MethodQuestion change() {
    int depth = depth();
    LocalDateTime from = required("from", incidents.from());
    LocalDateTime to = required("to", incidents.to());
    boolean yearBefore = body.flag("yearBefore");
    if (yearBefore && (body.has("beforeFrom") || body.has("beforeTo"))) {
      throw body.bad("yearBefore", ApiMessages.of("http.year-before"));
    }
    LocalDateTime first =
        yearBefore
            ? from.minusWeeks(WEEKS_OF_YEAR)
            : required("beforeFrom", members.moment("beforeFrom"));
    LocalDateTime end =
        yearBefore
            ? first.plus(Duration.between(from, to))
            : required("beforeTo", members.moment("beforeTo"));
    if (!first.isBefore(end)) {
      throw body.bad("beforeTo", ApiMessages.of("http.to-not-after-from", end, first));
    }
    if (end.isAfter(from)) {
      throw body.bad(
          yearBefore ? "yearBefore" : "beforeTo",
          ApiMessages.of("http.before-overlaps", end, from));
    }
    noted("beforeFrom", first);
    noted("beforeTo", end);
    return new PlanRateChange(depth, incidents, incidents.during(first, end), level());
  }

  private LocalDateTime required(String name, @Nullable LocalDateTime moment) {
    if (moment == null) {
      throw body.missing(name);
    }
    return moment;
  }

  private MethodQuestion repeat() {
    boolean byUnit =
        noted("by", body.optionalWord("by", List.of("points", "units")).orElse("points"))
            .equals("units");
    if (!byUnit && body.has("level")) {
      throw body.bad("level", ApiMessages.of("http.repeat-level"));
    }
    OptionalInt depth = byUnit ? OptionalInt.of(depth()) : OptionalInt.empty();
    int least = noted("least", members.number("least", 2));
    int outOf = members.number("outOf", 0);
    note("outOf", outOf == 0 ? null : outOf);
    if (least < 1) {
      throw body.bad("least", ApiMessages.of("http.least"));
    }
    return new PlanRepeat(depth, incidents, least, outOf);
  }

  private MethodQuestion nearRepeat() {
    NearRepeatBands usual = NearRepeatBands.USUAL;
    int replicas = members.number("replicas", usual.replicas());
    if (replicas > MOST_SHUFFLES) {
      throw body.bad("replicas", ApiMessages.of("http.shuffles", replicas, MOST_SHUFFLES));
    }
    return new PlanNearRepeat(
        incidents,
        new NearRepeatBands(
            noted(
                "bandsMetres",
                body.optionalNumbers("bandsMetres", MOST_BANDS, 0).orElse(usual.metres())),
            noted(
                "bandsDays", body.optionalNumbers("bandsDays", MOST_BANDS, 0).orElse(usual.days())),
            noted("replicas", replicas),
            seed()));
  }

  private MethodQuestion density() {
    BandwidthChoice bandwidth =
        BandwidthChoice.of(body.optionalText("bandwidth", WORD).orElse("scott"));
    noted("bandwidth", bandwidth.id());
    Double cell = body.optionalNumber("cell", 0).orElse(null);
    if (cell != null && cell == 0) {
      throw body.bad("cell", ApiMessages.of("http.cell"));
    }
    note("cell", cell);
    return new PlanSurface(
        incidents,
        new DensityOptions(
            named("kernel", DensityKernel.values(), DensityKernel.GAUSSIAN),
            bandwidth,
            cell == null ? 0 : cell,
            named("edge", EdgeCorrection.values(), EdgeCorrection.NONE)));
  }

  private MethodQuestion score() {
    int depth = depth();
    LocalDateTime first = noted("testFrom", required("testFrom", members.moment("testFrom")));
    LocalDateTime end = noted("testTo", required("testTo", members.moment("testTo")));
    if (!first.isBefore(end)) {
      throw body.bad("testTo", ApiMessages.of("http.to-not-after-from", end, first));
    }
    IncidentStore.Query training =
        PlanScore.training(incidents, first)
            .orElseThrow(() -> body.bad("testFrom", ApiMessages.of("http.score-seen", first)));
    return new PlanScore(depth, training, first, end);
  }
}

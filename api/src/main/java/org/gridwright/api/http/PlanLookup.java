package org.gridwright.api.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.PlanStore;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Finds the theme, plan and level that a request means. Thread-safe. */
public final class PlanLookup {

  private final Snapshots snapshots;
  private final DraftDesk drafts;

  public PlanLookup(Snapshots snapshots, DraftDesk drafts) {
    this.snapshots = snapshots;
    this.drafts = drafts;
  }

  /** The day that a request means; today where it names none. */
  public LocalDate day(@Nullable LocalDate at) {
    return at == null ? snapshots.today() : at;
  }

  /** What {@link #meant} reads. */
  public static final KnownParameters MEANT = KnownParameters.of("theme", "at", "draft");

  /**
   * The units that a request means.
   *
   * @param id of the plan or draft
   * @param version of the draft; 0 for a published plan, which never changes
   */
  public record Meant(Plan plan, long id, long version) {}

  /**
   * All themes in order of id.
   *
   * @throws ProblemException 503 while plans are still loading
   */
  public List<Theme> themes() {
    requireReady();
    return snapshots.themes();
  }

  /** The theme of an id; the first one where it is null. */
  public Theme theme(@Nullable String id) {
    requireReady();
    if (id != null) {
      return snapshots
          .theme(id)
          .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-theme", id)));
    }
    return snapshots.themes().stream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-themes")));
  }

  /** The level of a name; the finest where it is null. */
  public Level level(Theme theme, @Nullable String name) {
    if (name == null) {
      return theme.gridLevel();
    }
    return theme
        .level(name)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    ApiMessages.of(
                        "http.no-level",
                        theme.id(),
                        name,
                        String.join(", ", theme.levels().stream().map(Level::name).toList()))));
  }

  /** The plan in force on a day, today where it is null; empty where there is none. */
  public Optional<PlanSnapshot> find(Theme theme, @Nullable LocalDate at) {
    requireReady();
    return snapshots.at(theme.id(), at == null ? snapshots.today() : at);
  }

  /** The codes of the grids in force today; none where no plan is. */
  public Set<String> gridCodes(Theme theme) {
    return find(theme, null).stream()
        .flatMap(plan -> plan.plan().grids().stream())
        .map(Unit::code)
        .collect(Collectors.toSet());
  }

  /** As {@link #find}; none is a 404. */
  public PlanSnapshot require(Theme theme, @Nullable LocalDate at) {
    return find(theme, at)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    ApiMessages.of(
                        "http.no-plan", theme.id(), at == null ? snapshots.today() : at)));
  }

  /**
   * Asks the plan in force on a day whose a place is. While plans are still loading, it is asked as
   * it was kept when the server ran last, where nobody wrote to it since.
   *
   * @param theme its id; null for the first one
   * @param at null for today
   */
  public <R> R locate(
      @Nullable String theme, @Nullable LocalDate at, Function<LocatedPlan, R> question) {
    Optional<R> early =
        snapshots.ready() ? Optional.empty() : snapshots.early(theme, day(at), question);
    return early.orElseGet(() -> question.apply(require(theme(theme), at)));
  }

  /**
   * The draft of the parameter {@code draft}, or the plan in force that {@code theme} and {@code
   * at} name.
   */
  public Meant meant(Parameters parameters) {
    Optional<String> draft = parameters.text("draft");
    if (draft.isPresent()) {
      DraftState state = draft(draft.get());
      return new Meant(state.told(), state.info().id(), state.version());
    }
    Theme theme = theme(parameters.text("theme").orElse(null));
    PlanSnapshot snapshot = require(theme, parameters.date("at").orElse(null));
    return new Meant(snapshot.plan(), snapshot.info().id(), 0);
  }

  /** The draft of an id; none is a 404, as is one that was published. */
  public DraftState draft(String id) {
    requireReady();
    try {
      return drafts.open(Long.parseLong(id));
    } catch (NumberFormatException notNumber) {
      throw ProblemException.notFound(ApiMessages.of("http.no-draft", id));
    } catch (StoreException failure) {
      if (failure.reason() == StoreException.Reason.CONFLICT) {
        throw ProblemException.notFound(failure.told());
      }
      throw failure;
    }
  }

  /** The plan or draft of an id; none is a 404. */
  public static PlanInfo stored(PlanStore store, String id) {
    try {
      return store.find(Long.parseLong(id)).orElseThrow(() -> noPlan(id));
    } catch (NumberFormatException notNumber) {
      throw noPlan(id);
    }
  }

  /** 404: there is no plan of an id. */
  public static ProblemException noPlan(String id) {
    return ProblemException.notFound(ApiMessages.of("http.no-plan-id", id));
  }

  /** The plan of the first theme in force today; empty where there is none. */
  public Optional<PlanSnapshot> byDefault() {
    requireReady();
    return snapshots.themes().stream().findFirst().flatMap(theme -> snapshots.current(theme.id()));
  }

  private void requireReady() {
    if (!snapshots.ready()) {
      throw ProblemException.starting();
    }
  }
}

package org.gridwright.api.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/** Finds the theme, plan and level that a request means. Thread-safe. */
public final class PlanLookup {

  private final Snapshots snapshots;

  public PlanLookup(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

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

  /** As {@link #find}; none is a 404. */
  public PlanSnapshot require(Theme theme, @Nullable LocalDate at) {
    return find(theme, at)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    ApiMessages.of(
                        "http.no-plan", theme.id(), at == null ? snapshots.today() : at)));
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

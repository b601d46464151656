package org.gridwright.api.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.facts.StoreFacts;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Finds the theme, level and plan that a command line means, or says which there are. */
final class PlanChoice {

  private PlanChoice() {}

  /** The theme named; the only one where none is named. */
  static Theme theme(Store store, @Nullable String id) {
    List<Theme> all = store.themes().all();
    if (all.isEmpty()) {
      throw CliException.failed("choice.no-themes", store.description());
    }
    String ids = String.join(", ", all.stream().map(Theme::id).toList());
    if (id != null) {
      return store
          .themes()
          .find(id)
          .orElseThrow(() -> CliException.failed("choice.unknown-theme", id, ids));
    }
    if (all.size() > 1) {
      throw CliException.usage("choice.which-theme", ids);
    }
    return all.get(0);
  }

  /** The level named; the finest where none is named. */
  static Level level(Theme theme, @Nullable String name) {
    if (name == null) {
      return theme.gridLevel();
    }
    return theme
        .level(name)
        .orElseThrow(
            () ->
                CliException.failed(
                    "choice.unknown-level",
                    theme.id(),
                    name,
                    String.join(", ", theme.levels().stream().map(Level::name).toList())));
  }

  /** The published plan in force on a day; today where none is named. */
  static PlanInfo inForce(Store store, Theme theme, @Nullable LocalDate at) {
    LocalDate day = day(at);
    return store
        .plans()
        .inForce(theme.id(), day)
        .orElseThrow(() -> CliException.failed("choice.no-plan", theme.id(), day));
  }

  /** The day named; today where none is. */
  static LocalDate day(@Nullable LocalDate at) {
    return at == null ? LocalDate.now(ZoneId.systemDefault()) : at;
  }

  /** The plan or draft of an id. */
  static PlanInfo known(Store store, long id) {
    return store.plans().find(id).orElseThrow(() -> CliException.failed("check.no-such-plan", id));
  }

  /** The plan in force. */
  static Plan plan(
      Store store, @Nullable String themeId, @Nullable LocalDate at, Progress progress) {
    return new StoreFacts(store)
        .told(store.plans().load(inForce(store, theme(store, themeId), at).id(), progress));
  }

  /** The plan in force today, else the one that was made last; without any, one without units. */
  static Plan present(Store store, Theme theme) {
    List<PlanInfo> all = store.plans().list(theme.id());
    return store
        .plans()
        .inForce(theme.id(), LocalDate.now(ZoneId.systemDefault()))
        .or(() -> all.stream().reduce((earlier, later) -> later))
        .map(info -> store.plans().load(info.id()))
        .orElseGet(() -> Plan.of(theme, List.of()));
  }

  /** The plan in force, ready to locate. */
  static PlanSnapshot snapshot(
      Store store, @Nullable String themeId, @Nullable LocalDate at, Progress progress) {
    PlanInfo info = inForce(store, theme(store, themeId), at);
    Plan plan = store.plans().load(info.id(), progress);
    return new PlanSnapshot(info, plan, PackedLocator.of(plan, progress))
        .toldBy(store.facts().schema(info.theme()));
  }
}

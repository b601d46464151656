package org.gridwright.data.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Incident.GivenGrid;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Which grid of a theme owned a place on a day. Loads the plans that it is asked about and keeps
 * them. For one thread.
 */
final class GridsInTime {

  private final Store store;
  private final Progress progress;
  private final List<PlanInfo> published;
  private final Map<Long, Loaded> loaded = new HashMap<>();

  GridsInTime(Store store, String theme, Progress progress) {
    this.store = store;
    this.progress = progress;
    this.published =
        store.plans().list(theme).stream()
            .filter(plan -> plan.status() == PlanInfo.Status.PUBLISHED)
            .toList();
  }

  /** The grid by the plan in force; null where none was in force or nobody owned the place. */
  @Nullable GivenGrid at(LatticePoint place, LocalDate day) {
    Optional<PlanInfo> plan = published.stream().filter(it -> inForce(it, day)).findFirst();
    return plan.map(it -> given(it, place)).orElse(null);
  }

  private @Nullable GivenGrid given(PlanInfo info, LatticePoint place) {
    Loaded units = loaded.computeIfAbsent(info.id(), this::load);
    int owner = units.locator.owner(place.x(), place.y());
    return owner == Locator.NOBODY
        ? null
        : new GivenGrid(info.theme(), info.id(), units.plan.grids().get(owner - 1).code());
  }

  private Loaded load(long planId) {
    Plan plan = store.plans().load(planId, progress.quiet());
    return new Loaded(plan, PackedLocator.of(plan, progress.quiet()));
  }

  private static boolean inForce(PlanInfo plan, LocalDate day) {
    return plan.effectiveFrom() != null
        && !day.isBefore(plan.effectiveFrom())
        && (plan.effectiveTo() == null || day.isBefore(plan.effectiveTo()));
  }

  private record Loaded(Plan plan, Locator locator) {}
}

package org.gridwright.data.intake;

import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;

/** Where a store's data lies already. */
final class KnownPlaces {

  private KnownPlaces() {}

  /** The rectangle of the latest published plans of all themes; empty where there is none. */
  static LatticeEnvelope rectangle(Store store) {
    LatticeEnvelope all = LatticeEnvelope.EMPTY;
    for (Theme theme : store.themes().all()) {
      for (PlanInfo plan : store.plans().list(theme.id())) {
        if (plan.status() == PlanInfo.Status.PUBLISHED && plan.effectiveTo() == null) {
          all = all.union(rectangle(store, theme, plan));
        }
      }
    }
    return all;
  }

  /** By the coarsest level that is drawn. */
  private static LatticeEnvelope rectangle(Store store, Theme theme, PlanInfo plan) {
    LatticeEnvelope drawn = LatticeEnvelope.EMPTY;
    for (int depth = 0; drawn.isEmpty() && depth < theme.levels().size(); depth++) {
      try (Stream<Unit> level = store.plans().units(plan.id(), depth, null)) {
        drawn =
            level
                .filter(unit -> unit.area() != null)
                .map(unit -> unit.drawnArea().envelope())
                .reduce(LatticeEnvelope.EMPTY, LatticeEnvelope::union);
      }
    }
    return drawn;
  }
}

package org.gridwright.data.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.ShiftSuspicion;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;

/** Where a store's data lies already. */
final class KnownPlaces {

  /** A degree: shifts up to 50 km are looked for, also where meridians lie close together. */
  private static final int MOST_SHIFT = Lattice.STEPS_PER_DEGREE;

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

  /**
   * What looks shifted between a new plan and the latest published plans of all themes, by grids
   * that have the same code in both.
   */
  static List<Message> shifts(Store store, Plan added, Progress progress) {
    List<Message> shifts = new ArrayList<>();
    for (Theme theme : store.themes().all()) {
      store.plans().list(theme.id()).stream()
          .filter(plan -> plan.status() == PlanInfo.Status.PUBLISHED)
          .filter(plan -> plan.effectiveTo() == null)
          .filter(plan -> near(rectangle(store, theme, plan), added.envelope()))
          .map(plan -> ShiftSuspicion.between(added, store.plans().load(plan.id(), progress)))
          .flatMap(Optional::stream)
          .map(ShiftSuspicion::message)
          .forEach(shifts::add);
    }
    return shifts;
  }

  /** Whether the two are nearer than any shift that is looked for. */
  private static boolean near(LatticeEnvelope a, LatticeEnvelope b) {
    return !a.isEmpty()
        && (long) a.minX() - b.maxX() < MOST_SHIFT
        && (long) b.minX() - a.maxX() < MOST_SHIFT
        && (long) a.minY() - b.maxY() < MOST_SHIFT
        && (long) b.minY() - a.maxY() < MOST_SHIFT;
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

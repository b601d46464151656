package org.gridwright.data.compare;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.compare.Ancestry;
import org.gridwright.core.compare.Apportionment;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.compare.Handover;
import org.gridwright.core.compare.LocatedPoints;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.service.Points;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Incident;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** Compares plans with what a store knows of the city. Thread-safe as far as the store is. */
public final class PlanComparer {

  private static final String OPEN = "open";

  private final @Nullable Store store;

  /**
   * @param store null where there is none: then there are no points, and no history
   */
  public PlanComparer(@Nullable Store store) {
    this.store = store;
  }

  /** As {@link #compare(ComparedPlan, int, ComparedPlan, int, CompareOptions, Progress)}. */
  public ComparedPlans compare(
      ComparedPlan from, int fromDepth, ComparedPlan to, int toDepth, CompareOptions options) {
    return compare(from, fromDepth, to, toDepth, options, Progress.NONE);
  }

  /**
   * Compares the units of two plans.
   *
   * @param fromDepth depth of the level of the earlier units
   * @param toDepth depth of the level of the later units
   * @param options their lineage is added to what the history of a draft says
   * @throws org.gridwright.core.plan.PlanException when the plans are 90 degrees or more apart
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public ComparedPlans compare(
      ComparedPlan from,
      int fromDepth,
      ComparedPlan to,
      int toDepth,
      CompareOptions options,
      Progress progress) {
    CompareOptions known =
        options.lineage().isEmpty() ? options.withLineage(history(from, to)) : options;
    Comparison comparison =
        Comparison.of(
            drawn(from.plan(), fromDepth),
            fromDepth,
            drawn(to.plan(), toDepth),
            toDepth,
            known,
            progress.part(0, 0.7));
    return counted(from, to, known, comparison, progress.part(0.7, 1));
  }

  /** The same comparison with the addresses and incidents that there are now. */
  public ComparedPlans recounted(ComparedPlans compared, Progress progress) {
    return counted(
        compared.from(), compared.to(), compared.options(), compared.comparison(), progress);
  }

  private ComparedPlans counted(
      ComparedPlan from,
      ComparedPlan to,
      CompareOptions known,
      Comparison comparison,
      Progress progress) {
    LocatedPoints addresses = located(from, to, addresses(progress), progress.part(0.2, 0.4));
    LocatedPoints incidents = located(from, to, openIncidents(progress), progress.part(0.4, 0.6));
    return ComparedPlans.of(
        from,
        to,
        known,
        comparison,
        Handover.of(comparison, addresses),
        Handover.of(comparison, incidents),
        Apportionment.of(comparison, addresses, Unit.HOUSEHOLDS, progress),
        progress.part(0.8, 1));
  }

  private static LocatedPoints located(
      ComparedPlan from, ComparedPlan to, Points points, Progress progress) {
    progress.checkpoint();
    return points.size() == 0
        ? LocatedPoints.NONE
        : LocatedPoints.of(from.locator().get(), to.locator().get(), points, progress);
  }

  /** The plan with all units of a level drawn that have grids. */
  private static Plan drawn(Plan plan, int depth) {
    return plan.units(depth).stream().allMatch(unit -> unit.area() != null)
        ? plan
        : UpperLevels.draw(plan);
  }

  /** What the edits of a draft say, where it is compared with its own base. */
  private List<Lineage> history(ComparedPlan from, ComparedPlan to) {
    if (isBase(from, to)) {
      return lineage(to.id());
    }
    return isBase(to, from)
        ? lineage(from.id()).stream().map(Lineage::reversed).toList()
        : List.of();
  }

  private boolean isBase(ComparedPlan base, ComparedPlan draft) {
    if (store == null
        || base.kind() != ComparedPlan.Kind.PLAN
        || draft.kind() != ComparedPlan.Kind.DRAFT) {
      return false;
    }
    return store
        .drafts()
        .find(draft.id())
        .map(info -> info.base())
        .map(PlanInfo::id)
        .filter(id -> id == base.id())
        .isPresent();
  }

  private List<Lineage> lineage(long draft) {
    return store == null ? List.of() : Ancestry.of(store.drafts().since(draft, 1));
  }

  private Points addresses(Progress progress) {
    Points.Builder points = new Points.Builder();
    if (store != null) {
      try (Stream<Address> all = store.addresses().stream(null)) {
        all.forEach(
            address -> {
              progress.checkpoint();
              points.add(address.place());
            });
      }
    }
    return points.build();
  }

  private Points openIncidents(Progress progress) {
    Points.Builder points = new Points.Builder();
    if (store != null) {
      IncidentStore.Query open = new IncidentStore.Query(null, null, null, OPEN, null);
      try (Stream<Incident> all = store.incidents().stream(open)) {
        all.forEach(
            incident -> {
              progress.checkpoint();
              points.add(incident.place());
            });
      }
    }
    return points.build();
  }
}

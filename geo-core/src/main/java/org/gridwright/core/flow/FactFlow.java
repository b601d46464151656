package org.gridwright.core.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.UnitFacts;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;

/**
 * Carries facts through a change of a plan, whatever made it: the one place where numbers, names
 * and tags follow the ground.
 *
 * <p>Takes time linear in the places of the counted grounds that the change touches; their owners
 * are looked up among the grids around. For one change by one thread.
 */
public final class FactFlow {

  private final Plan before;
  private final FactBasis basis;
  private final int depth;
  private final MovedGround moved;
  private final Progress progress;

  private FactFlow(Plan before, FactBasis basis, int depth, MovedGround moved, Progress progress) {
    this.before = before;
    this.basis = basis;
    this.depth = depth;
    this.moved = moved;
    this.progress = progress;
  }

  /**
   * A change that moves ground, with the facts that follow.
   *
   * @param grids finds grids of the plan before
   * @param change what becomes of the ground; what its units say of counted attributes is read only
   *     where their ground stays, as a count that somebody entered
   * @return the same change of ground; grids whose facts alone change may have come to it
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static PlanChange carried(
      Plan before, GridsNear grids, PlanChange change, FactBasis basis, Progress progress) {
    int depth = before.theme().gridLevel().depth();
    MovedGround moved = new MovedGround(grids, change, depth);
    progress.checkpoint();
    PlanChange entered = EnteredCounts.taken(before, change, basis, grids, progress);
    return moved.isNone()
        ? entered
        : new FactFlow(before, basis, depth, moved, progress).carried(entered);
  }

  private PlanChange carried(PlanChange change) {
    Map<String, UnitFacts> facts = facts();
    Map<String, Unit> after = new TreeMap<>(Plan.CODE_ORDER);
    Labels labels =
        new Labels(
            new NewNames(before, moved.before(), basis.schema()),
            basis.schema(),
            moved.was(),
            change.lineage().stream().filter(each -> each.depth() == depth).toList());
    moved
        .is()
        .forEach(
            (code, unit) -> {
              progress.checkpoint();
              after.put(code, withFacts(labels.of(unit), facts));
            });
    List<UnitChange> units = new ArrayList<>();
    for (UnitChange unit : change.units()) {
      Unit carried = unit.depth() == depth ? after.remove(unit.code()) : null;
      units.add(carried == null ? unit : new UnitChange(unit.before(), carried));
    }
    after.forEach((code, unit) -> units.add(new UnitChange(moved.was().get(code), unit)));
    return new PlanChange(units, change.voids(), change.lineage());
  }

  /** What each grid after the change holds, once every grid that gets something is looked at. */
  private Map<String, UnitFacts> facts() {
    if (basis.schema().counted().isEmpty()) {
      return Map.of();
    }
    while (true) {
      LatticeEnvelope box = envelope();
      GroundOwners owners = new GroundOwners(moved.before(), box, progress);
      Map<String, CountedGround> grounds = grounds(owners);
      if (grounds.isEmpty()) {
        return Map.of();
      }
      HeldShares shares = new HeldShares(owners, new GroundOwners(moved.after(), box, progress));
      Map<String, List<Held>> held = shares.of(grounds, moved, basis.schema(), progress);
      if (shares.others().isEmpty()) {
        Map<String, UnitFacts> facts = new TreeMap<>(Plan.CODE_ORDER);
        held.forEach((code, all) -> facts.put(code, new UnitFacts(all)));
        return facts;
      }
      moved.add(staying(shares.others(), box));
    }
  }

  private Collection<Unit> staying(Set<String> codes, LatticeEnvelope box) {
    List<Unit> found = new ArrayList<>();
    for (long reach = 0; found.size() < codes.size(); reach = 2 * reach + 100_000) {
      found.clear();
      moved.before().near(GroundOwners.widened(box, reach)).stream()
          .filter(unit -> codes.contains(unit.code()))
          .forEach(found::add);
    }
    return found;
  }

  /** Around the grids before and after the change, and all ground that they hold shares of. */
  private LatticeEnvelope envelope() {
    LatticeEnvelope box = moved.envelope();
    for (Unit unit : moved.was().values()) {
      for (Held held : unit.facts().held()) {
        box = box.union(held.ground().area().envelope());
      }
    }
    return box;
  }

  /** All counted grounds that the grids hold before the change, by id. */
  private Map<String, CountedGround> grounds(GroundOwners owners) {
    Map<String, CountedGround> grounds = new LinkedHashMap<>();
    FactBasis looked = basis.within(plainEnvelope(), progress);
    for (Unit unit : moved.was().values()) {
      progress.checkpoint();
      if (unit.facts().isNone()) {
        ownGround(unit, looked, owners).ifPresent(ground -> grounds.put(ground.id(), ground));
      } else {
        unit.facts().held().forEach(held -> grounds.put(held.ground().id(), held.ground()));
      }
    }
    return grounds;
  }

  /** Around the grids whose attributes say everything, so that places are looked up once. */
  private LatticeEnvelope plainEnvelope() {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Unit unit : moved.was().values()) {
      box = unit.facts().isNone() ? box.union(unit.drawnArea().envelope()) : box;
    }
    return box;
  }

  /**
   * The ground of a grid whose attributes say what was counted on it; empty where nothing was that
   * other grids have.
   */
  private static Optional<CountedGround> ownGround(
      Unit unit, FactBasis basis, GroundOwners owners) {
    Map<String, Counted> counts = new TreeMap<>();
    for (String attribute : basis.schema().counted()) {
      Counted counted = Counted.of(unit.attributes(), attribute, basis.since());
      if (counted.value().isPresent()) {
        counts.put(attribute, counted);
      } else if (basis.known().contains(attribute)) {
        counts.put(attribute, Counted.UNKNOWN);
      }
    }
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CountedGround.of(unit.code(), unit.drawnArea(), places(unit, basis, owners), counts));
  }

  /** The places that a grid owns. */
  static WeighedPlaces places(Unit unit, FactBasis basis, GroundOwners owners) {
    return basis
        .places()
        .within(unit.drawnArea().envelope(), Progress.NONE)
        .where(place -> owners.owner(place).filter(unit.code()::equals).isPresent());
  }

  private Unit withFacts(Unit unit, Map<String, UnitFacts> facts) {
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    attributes.keySet().removeAll(basis.schema().countsAndDays());
    UnitFacts held = facts.getOrDefault(unit.code(), UnitFacts.NONE);
    if (isItsOwn(unit, held)) {
      held.held()
          .get(0)
          .ground()
          .counts()
          .forEach(
              (attribute, counted) -> {
                if (counted.text() != null) {
                  attributes.put(attribute, counted.text());
                }
                if (counted.since() != null && !counted.since().equals(basis.since())) {
                  attributes.put(Counted.sinceKey(attribute), counted.since().toString());
                }
              });
      held = UnitFacts.NONE;
    }
    return unit.withAttributes(attributes).withFacts(held);
  }

  /** Whether a grid has just the ground on which its numbers were counted. */
  private static boolean isItsOwn(Unit unit, UnitFacts facts) {
    if (facts.held().size() != 1) {
      return false;
    }
    Held only = facts.held().get(0);
    return only.replaced().isEmpty()
        && only.ground().replaced().isEmpty()
        && only.ground().code().equals(unit.code())
        && only.share().weight() == only.ground().whole().weight()
        && only.ground().area().equals(unit.drawnArea());
  }
}

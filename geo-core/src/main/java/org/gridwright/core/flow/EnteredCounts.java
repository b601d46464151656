package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.CountedGround;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.Replaced;
import org.gridwright.core.fact.Share;
import org.gridwright.core.fact.UnitFacts;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/** Counts that somebody entered for grids that hold shares of older ones: their estimates end. */
final class EnteredCounts {

  private final Plan before;
  private final FactBasis basis;
  private final GridsNear grids;
  private @Nullable PlanFacts told;

  private EnteredCounts(Plan before, FactBasis basis, GridsNear grids) {
    this.before = before;
    this.basis = basis;
    this.grids = grids;
  }

  /** The change, with entered counts in the place of what is held. */
  @SuppressWarnings("ReferenceEquality") // identity tells what did not change
  static PlanChange taken(
      Plan before, PlanChange change, FactBasis basis, GridsNear grids, Progress progress) {
    EnteredCounts entered = new EnteredCounts(before, basis, grids);
    int depth = before.theme().gridLevel().depth();
    List<UnitChange> units = new ArrayList<>();
    boolean any = false;
    for (UnitChange unit : change.units()) {
      progress.checkpoint();
      UnitChange taken = unit.depth() == depth ? entered.taken(unit) : unit;
      any |= taken != unit;
      units.add(taken);
    }
    return any ? new PlanChange(units, change.voids(), change.lineage()) : change;
  }

  private UnitChange taken(UnitChange unit) {
    Unit after = unit.after();
    if (unit.before() == null || after == null) {
      return unit;
    }
    Map<String, Counted> counts = counts(after);
    return counts.isEmpty()
        ? unit
        : new UnitChange(unit.before(), taken(unit.before(), after, counts));
  }

  /** What the attributes say though the grid holds shares of it. */
  private Map<String, Counted> counts(Unit unit) {
    Map<String, Counted> counts = new TreeMap<>();
    if (!unit.facts().isNone()) {
      for (String attribute : basis.schema().counted()) {
        Counted counted = Counted.of(unit.attributes(), attribute, basis.since());
        if (counted.text() != null) {
          counts.put(attribute, counted);
        }
      }
    }
    return counts;
  }

  private Unit taken(Unit was, Unit unit, Map<String, Counted> counts) {
    GroundOwners owners = new GroundOwners(grids, unit.drawnArea().envelope(), Progress.NONE);
    Map<String, Replaced> replaced = new TreeMap<>();
    List<Held> held = new ArrayList<>();
    for (Held each : unit.facts().held()) {
      if (each.ground().counts().keySet().stream().anyMatch(counts::containsKey)) {
        replaced.put(each.ground().id(), replaced(was, each, counts, owners));
      }
      held.add(withdrawn(each, counts));
    }
    CountedGround ground =
        CountedGround.anew(
            unit.code(), unit.drawnArea(), FactFlow.places(unit, basis, owners), counts, replaced);
    held.add(new Held(ground, ground.whole(), Map.of()));
    Map<String, String> attributes = new TreeMap<>(unit.attributes());
    for (String attribute : counts.keySet()) {
      attributes.remove(attribute);
      attributes.remove(Counted.sinceKey(attribute));
    }
    return unit.withAttributes(attributes).withFacts(new UnitFacts(held));
  }

  private Replaced replaced(Unit was, Held held, Map<String, Counted> counts, GroundOwners owners) {
    List<Long> places = new ArrayList<>();
    for (int i = 0; i < held.ground().places().size(); i++) {
      long place = held.ground().places().place(i);
      if (owners.of(place).filter(was.code()::equals).isPresent()) {
        places.add(place);
      }
    }
    Map<String, BigDecimal> withdrawn = new TreeMap<>();
    for (String attribute : counts.keySet()) {
      if (basis.schema().kind(attribute) == FactKind.EXTENSIVE) {
        told()
            .part(was, held.ground(), attribute)
            .ifPresent(part -> withdrawn.put(attribute, part));
      }
    }
    return new Replaced(places, withdrawn);
  }

  private PlanFacts told() {
    PlanFacts known = told;
    if (known == null) {
      known = PlanFacts.of(before, basis);
      told = known;
    }
    return known;
  }

  private static Held withdrawn(Held held, Map<String, Counted> counts) {
    Map<String, Share> replaced = new TreeMap<>(held.replaced());
    for (String attribute : counts.keySet()) {
      if (held.ground().counts().containsKey(attribute)) {
        replaced.put(attribute, held.share());
      }
    }
    return new Held(held.ground(), held.share(), replaced);
  }
}

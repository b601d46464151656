package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;

/**
 * A plan as it is read by people and programs: what units are told stands among their attributes.
 * Grids that hold shares say what these come to; upper units say the sum of what is below them,
 * whatever was stored for them; what is derived is computed from that. For one use.
 */
final class ToldPlan {

  private final Plan plan;
  private final PlanFacts facts;
  private final List<FactDeclaration> totals;
  private final Map<String, Unit> told = new HashMap<>();

  ToldPlan(Plan plan, PlanFacts facts) {
    this.plan = plan;
    this.facts = facts;
    this.totals =
        facts.schema().declarations().stream()
            .filter(each -> each.kind() == FactKind.EXTENSIVE)
            .toList();
  }

  /** One grid of the plan, alone. */
  Unit told(Unit grid) {
    Unit says =
        grid.facts().isNone() ? grid : grid.withAttributes(ofGrid(grid, facts.schema().counted()));
    return says.withAttributes(new DerivedFacts(facts.schema()).with(says));
  }

  Plan plan() {
    List<String> counted = facts.schema().counted();
    DerivedFacts derived = new DerivedFacts(facts.schema());
    if (counted.isEmpty() && derived.isNone()) {
      return plan;
    }
    for (Unit grid : plan.grids()) {
      if (!grid.facts().isNone()) {
        tell(grid, ofGrid(grid, counted));
      }
    }
    for (int depth = plan.theme().gridLevel().depth(); depth > 0; depth--) {
      sumUp(depth);
    }
    if (!derived.isNone()) {
      all().forEach(unit -> tell(unit, derived.with(said(unit))));
    }
    List<UnitChange> changes = new ArrayList<>();
    all()
        .filter(unit -> told.containsKey(key(unit)))
        .forEach(unit -> changes.add(new UnitChange(unit, said(unit))));
    return plan.with(PlanChange.ofUnits(changes, List.of()));
  }

  private Stream<Unit> all() {
    return plan.theme().levels().stream().flatMap(level -> plan.units(level.depth()).stream());
  }

  private void tell(Unit unit, Map<String, String> attributes) {
    if (!attributes.equals(said(unit).attributes())) {
      told.put(key(unit), unit.withAttributes(attributes));
    }
  }

  /** The unit as far as it is told. */
  private Unit said(Unit unit) {
    return told.getOrDefault(key(unit), unit);
  }

  private static String key(Unit unit) {
    return unit.depth() + unit.code();
  }

  private Map<String, String> ofGrid(Unit grid, List<String> counted) {
    Map<String, String> attributes = new TreeMap<>(grid.attributes());
    for (String attribute : counted) {
      Optional<Fact> fact = facts.fact(grid, attribute);
      fact.flatMap(Fact::value).ifPresent(it -> attributes.put(attribute, it.toPlainString()));
      fact.map(Fact::since)
          .filter(day -> !day.equals(facts.since()))
          .ifPresent(day -> attributes.put(Counted.sinceKey(attribute), day.toString()));
      fact.map(Fact::basis).ifPresent(it -> attributes.put(PlanFacts.basisKey(attribute), it));
    }
    return attributes;
  }

  /** What the units of a level come to in those above them. */
  private void sumUp(int depth) {
    Map<String, Map<String, Sum>> sums = new HashMap<>();
    for (Unit unit : plan.units(depth)) {
      Unit says = said(unit);
      for (FactDeclaration total : totals) {
        sums.computeIfAbsent(unit.parent().orElseThrow(), it -> new TreeMap<>())
            .computeIfAbsent(total.attribute(), it -> new Sum())
            .add(says, total.attribute());
      }
    }
    for (Unit parent : plan.units(depth - 1)) {
      Map<String, String> attributes = new TreeMap<>(parent.attributes());
      sums.getOrDefault(parent.code(), Map.of())
          .forEach((attribute, sum) -> sum.tell(attribute, attributes));
      tell(parent, attributes);
    }
  }

  /** A sum over the units below one, with the weaker of their bases. */
  private static final class Sum {

    private BigDecimal known = BigDecimal.ZERO;
    private boolean any;
    private boolean missing;
    private String basis = "";

    void add(Unit unit, String attribute) {
      Optional<BigDecimal> number = Counted.number(unit.attributes().get(attribute));
      number.ifPresent(it -> known = known.add(it));
      any |= number.isPresent();
      missing |= number.isEmpty();
      String said = unit.attributes().getOrDefault(PlanFacts.basisKey(attribute), "");
      basis = Fact.weaker(basis, said);
    }

    void tell(String attribute, Map<String, String> attributes) {
      if (any) {
        Counted.number(attributes.get(attribute))
            .filter(stored -> stored.compareTo(known) != 0)
            .ifPresent(
                stored ->
                    attributes.put(PlanFacts.referenceKey(attribute), stored.toPlainString()));
        attributes.put(attribute, known.toPlainString());
        String weaker = missing ? Fact.INCOMPLETE : basis;
        if (!weaker.isEmpty()) {
          attributes.put(PlanFacts.basisKey(attribute), weaker);
        }
      }
    }
  }
}

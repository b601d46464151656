package org.gridwright.core.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * whatever was stored for them. For one use.
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

  Plan plan() {
    List<String> counted = facts.schema().counted();
    if (counted.isEmpty()) {
      return plan;
    }
    List<UnitChange> changes = new ArrayList<>();
    for (Unit grid : plan.grids()) {
      if (!grid.facts().isNone()) {
        add(grid, ofGrid(grid, counted), changes);
      }
    }
    for (int depth = plan.theme().gridLevel().depth(); depth > 0; depth--) {
      sumUp(depth, changes);
    }
    return plan.with(PlanChange.ofUnits(changes, List.of()));
  }

  private void add(Unit unit, Map<String, String> attributes, List<UnitChange> changes) {
    if (!attributes.equals(unit.attributes())) {
      Unit says = unit.withAttributes(attributes);
      told.put(unit.depth() + unit.code(), says);
      changes.add(new UnitChange(unit, says));
    }
  }

  private Map<String, String> ofGrid(Unit grid, List<String> counted) {
    Map<String, String> attributes = new TreeMap<>(grid.attributes());
    for (String attribute : counted) {
      Optional<Fact> fact = facts.fact(grid, attribute);
      fact.flatMap(Fact::value).ifPresent(it -> attributes.put(attribute, it.toPlainString()));
      fact.map(Fact::basis).ifPresent(it -> attributes.put(PlanFacts.basisKey(attribute), it));
    }
    return attributes;
  }

  /** What the units of a level come to in those above them. */
  private void sumUp(int depth, List<UnitChange> changes) {
    Map<String, Map<String, Sum>> sums = new HashMap<>();
    for (Unit unit : plan.units(depth)) {
      Unit says = told.getOrDefault(depth + unit.code(), unit);
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
      add(parent, attributes, changes);
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
        attributes.put(attribute, known.toPlainString());
        String weaker = missing ? Fact.INCOMPLETE : basis;
        if (!weaker.isEmpty()) {
          attributes.put(PlanFacts.basisKey(attribute), weaker);
        }
      }
    }
  }
}

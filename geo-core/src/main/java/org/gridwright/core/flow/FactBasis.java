package org.gridwright.core.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Held;
import org.gridwright.core.fact.Places;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a theme's facts while its plan is edited. Immutable.
 *
 * @param schema what its attributes are
 * @param known counted attributes that some grid has; of a grid that lacks one, it is unknown
 * @param places where the weight of ground lies
 * @param since day of which the numbers in the attributes tell; null where nobody said
 */
public record FactBasis(
    FactSchema schema, Set<String> known, Places places, @Nullable LocalDate since) {

  public FactBasis {
    known = Set.copyOf(known);
  }

  /** The basis of a plan of which nothing else is known: what its attributes are called. */
  public static FactBasis of(Plan plan) {
    return of(plan, FactSchema.NONE, Places.NONE, null);
  }

  /**
   * The basis of a plan; takes one pass over its grids.
   *
   * @param declared what is known of attributes; for others, what they are called
   */
  public static FactBasis of(
      Plan plan, FactSchema declared, Places places, @Nullable LocalDate since) {
    Set<String> keys = new TreeSet<>();
    for (Unit grid : plan.grids()) {
      keys.addAll(grid.attributes().keySet());
      grid.facts().held().forEach(held -> keys.addAll(held.ground().counts().keySet()));
    }
    FactSchema schema = declared.or(FactSchema.proposed(keys));
    keys.retainAll(schema.counted());
    return new FactBasis(schema.withDigits(digits(plan.grids(), keys)), keys, places, since);
  }

  /**
   * The same after a change of the plan, which may have brought attributes that no grid had. Takes
   * time in proportion to the change; where a grid has lost one, it is looked for until some other
   * grid has it.
   */
  public FactBasis after(Plan plan, PlanChange change) {
    Set<String> lost = new TreeSet<>();
    Set<String> said = new TreeSet<>();
    List<Unit> grids = new ArrayList<>();
    for (UnitChange unit : change.units()) {
      Unit is = unit.after();
      if (is == null || is.depth() != plan.theme().gridLevel().depth()) {
        continue;
      }
      if (unit.before() != null) {
        lost.addAll(lost(unit.before(), is));
      }
      grids.add(is);
      said.addAll(is.attributes().keySet());
    }
    if (!lost.stream().allMatch(attribute -> anyHas(plan, attribute))) {
      return of(plan, schema, places, since);
    }
    said.removeAll(known);
    FactSchema wider = said.isEmpty() ? schema : schema.or(FactSchema.proposed(said));
    said.retainAll(wider.counted());
    if (said.isEmpty()) {
      return this;
    }
    Map<String, Integer> digits = digits(grids, said);
    said.addAll(known);
    return new FactBasis(wider.withDigits(digits), said, places, since);
  }

  /** Counted attributes of a grid of which it knows nothing any more. */
  private List<String> lost(Unit was, Unit is) {
    return known.stream()
        .filter(was.attributes()::containsKey)
        .filter(attribute -> !has(is, attribute))
        .toList();
  }

  private static boolean anyHas(Plan plan, String attribute) {
    return plan.grids().stream().anyMatch(grid -> has(grid, attribute));
  }

  private static boolean has(Unit grid, String attribute) {
    return grid.attributes().containsKey(attribute)
        || grid.facts().held().stream()
            .anyMatch(held -> held.ground().counts().containsKey(attribute));
  }

  /** The same, with the places of a closed rectangle at hand. */
  FactBasis within(LatticeEnvelope box, Progress progress) {
    WeighedPlaces found = box.isEmpty() ? WeighedPlaces.NONE : places.within(box, progress);
    return new FactBasis(schema, known, (part, unwatched) -> found.within(part), since);
  }

  /** Decimal places of the longest number of each attribute. */
  private static Map<String, Integer> digits(List<Unit> grids, Set<String> attributes) {
    Map<String, Integer> digits = new TreeMap<>();
    for (Unit grid : grids) {
      for (String attribute : attributes) {
        Counted.number(grid.attributes().get(attribute))
            .ifPresent(number -> digits.merge(attribute, number.scale(), Math::max));
      }
      for (Held held : grid.facts().held()) {
        held.ground()
            .counts()
            .forEach(
                (attribute, counted) ->
                    counted
                        .value()
                        .ifPresent(it -> digits.merge(attribute, it.scale(), Math::max)));
      }
    }
    return digits;
  }
}

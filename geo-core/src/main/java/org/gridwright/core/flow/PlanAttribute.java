package org.gridwright.core.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.fact.Counted;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * An attribute of a plan's grids, with what it is taken for.
 *
 * @param attribute key of the attribute
 * @param kind what it is: as it is declared, else as its name says, else a label
 * @param weight as {@link FactDeclaration#weight}
 * @param digits decimal places that estimates of it have, 0 to 9
 * @param pattern as {@link FactDeclaration#pattern}
 * @param declared whether somebody said what it is; else the kind is only proposed, and edits go by
 *     it until somebody does
 * @param grids how many grids have it
 * @param numbers how many of these have a number
 */
public record PlanAttribute(
    String attribute,
    FactKind kind,
    String weight,
    int digits,
    String pattern,
    boolean declared,
    int grids,
    int numbers) {

  /**
   * All attributes that grids have or that are declared, by key. Takes one pass over the grids.
   *
   * @param schema what is declared
   */
  public static List<PlanAttribute> all(Plan plan, FactSchema schema) {
    Map<String, int[]> tallies = new TreeMap<>();
    schema.declarations().forEach(each -> tallies.put(each.attribute(), new int[2]));
    plan.grids().forEach(grid -> tally(grid, tallies));
    FactSchema known = FactBasis.of(plan, schema, Places.NONE, null).schema();
    known.counted().forEach(counted -> tallies.remove(Counted.sinceKey(counted)));
    return tallies.entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue(), schema, known))
        .toList();
  }

  /** Keys of some attributes, in their order. */
  public static List<String> keys(Collection<PlanAttribute> attributes) {
    return attributes.stream().map(PlanAttribute::attribute).toList();
  }

  /** Whether most values are numbers that pass for texts, because nobody said what they are. */
  public boolean isUnconfirmedNumber() {
    return !declared && kind == FactKind.LABEL && 2 * numbers > grids;
  }

  private static PlanAttribute of(
      String attribute, int[] tally, FactSchema schema, FactSchema known) {
    Optional<FactDeclaration> taken = known.declaration(attribute);
    return new PlanAttribute(
        attribute,
        known.kind(attribute),
        taken.map(FactDeclaration::weight).orElse(""),
        taken.map(FactDeclaration::digits).orElse(0),
        taken.map(FactDeclaration::pattern).orElse(""),
        schema.declaration(attribute).isPresent(),
        tally[0],
        tally[1]);
  }

  private static void tally(Unit grid, Map<String, int[]> tallies) {
    Map<String, Boolean> own = new TreeMap<>();
    grid.attributes().forEach((key, text) -> own.put(key, Counted.number(text).isPresent()));
    grid.facts()
        .held()
        .forEach(
            held ->
                held.ground()
                    .counts()
                    .forEach(
                        (key, counted) ->
                            own.merge(key, counted.value().isPresent(), Boolean::logicalOr)));
    own.forEach(
        (key, isNumber) -> {
          int[] tally = tallies.computeIfAbsent(key, it -> new int[2]);
          tally[0]++;
          tally[1] += isNumber ? 1 : 0;
        });
  }
}

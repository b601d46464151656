package org.gridwright.core.coverage.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Renumbering;
import org.gridwright.core.coverage.area.RingFaults;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * What the rules about single grids find, and what is needed to look only at changed grids after an
 * edit. Immutable.
 */
public final class UnitFindings {

  private final List<UnitRule> rules;
  private final Sizes sizes;

  /** For each rule what it finds, sorted. */
  private final List<List<Finding>> byRule;

  private UnitFindings(List<UnitRule> rules, Sizes sizes, List<List<Finding>> byRule) {
    this.rules = rules;
    this.sizes = sizes;
    this.byRule = byRule;
  }

  /**
   * Looks at all grids.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static UnitFindings of(
      Plan plan, RingFaults faults, List<UnitRule> rules, Progress progress) {
    Steps looks = progress.steps((long) plan.grids().size() * (rules.size() + 1));
    UnitShapes shapes = new UnitShapes(plan, faults, looks);
    Sizes sizes = Sizes.of(shapes, comparesSizes(rules) ? plan.grids().size() : 0);
    int[] all = IntStream.range(0, plan.grids().size()).toArray();
    return new UnitFindings(
        rules,
        sizes,
        rules.stream().map(rule -> found(shapes, all, rule, sizes.median())).toList());
  }

  /**
   * The findings after an edit. Looks at the grids that are new or changed only.
   *
   * @param touched codes of the grids that were changed, added or removed
   */
  public UnitFindings after(
      Plan edited, RingFaults faults, Renumbering renumbering, Set<String> touched) {
    if (rules.isEmpty()) {
      return this;
    }
    UnitShapes shapes = new UnitShapes(edited, faults, Progress.NONE.steps(0));
    Sizes now = comparesSizes(rules) ? sizes.after(shapes, renumbering) : sizes;
    List<List<Finding>> findings = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      UnitRule rule = rules.get(i);
      List<Finding> kept =
          byRule.get(i).stream()
              .filter(finding -> !touched.contains(finding.units().get(0)))
              .toList();
      findings.add(
          rule instanceof SizeOutlier outlier && now.median() != sizes.median()
              ? outliers(outlier, kept, shapes, now)
              : FindingLists.replaced(
                  kept, it -> false, found(shapes, renumbering.fresh(), rule, now.median())));
    }
    return new UnitFindings(rules, now, findings);
  }

  /** The findings of each rule, each sorted. */
  public List<List<Finding>> byRule() {
    return byRule;
  }

  private static List<Finding> found(UnitShapes shapes, int[] grids, UnitRule rule, double median) {
    return FindingLists.sorted(shapes.each(grids, shape -> rule.find(shape, median)));
  }

  /** All outliers by another median; one that was one before is only said in other words. */
  private static List<Finding> outliers(
      SizeOutlier rule, List<Finding> before, UnitShapes shapes, Sizes sizes) {
    Map<String, Finding> known = new HashMap<>();
    before.forEach(finding -> known.put(finding.units().get(0), finding));
    int[] grids =
        IntStream.range(0, sizes.byGrid().length)
            .filter(grid -> rule.isOutlier(sizes.byGrid()[grid], sizes.median()))
            .toArray();
    return FindingLists.sorted(
        shapes.each(
            grids,
            shape -> {
              Finding same = known.get(shape.unit().code());
              return same == null
                  ? rule.find(shape, sizes.median())
                  : Optional.of(rule.reworded(same, sizes.median()));
            }));
  }

  private static boolean comparesSizes(List<UnitRule> rules) {
    return rules.stream().anyMatch(SizeOutlier.class::isInstance);
  }
}

package org.gridwright.core.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What appeared between two checks of one plan, and what is gone. Findings are the same by id.
 *
 * @param appeared in the later check alone, in its order
 * @param gone in the earlier one alone, in its order
 */
public record FindingDifference(List<Finding> appeared, List<Finding> gone) {

  public FindingDifference {
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
  }

  /**
   * The difference of two lists in their lasting order. Where the later check took most findings
   * over from the earlier one, as after an edit, they are told by being the same objects, and it
   * takes one quick pass.
   */
  public static FindingDifference between(List<Finding> before, List<Finding> after) {
    return new Walk(before, after).difference();
  }

  /** Both lists side by side. For one thread. */
  private static final class Walk {

    private final List<Finding> before;
    private final List<Finding> after;

    /** Without those that are the same object in both. */
    private final List<Finding> onlyBefore = new ArrayList<>();

    private final List<Finding> onlyAfter = new ArrayList<>();

    Walk(List<Finding> before, List<Finding> after) {
      this.before = before;
      this.after = after;
    }

    FindingDifference difference() {
      divide();
      return new FindingDifference(missing(onlyAfter, before), missing(onlyBefore, after));
    }

    @SuppressWarnings("ReferenceEquality") // others are looked at by id
    private void divide() {
      int was = 0;
      int is = 0;
      while (was < before.size() && is < after.size()) {
        Finding old = before.get(was);
        Finding now = after.get(is);
        int order = old == now ? 0 : FindingLists.ORDER.compare(old, now);
        if (old != now && order <= 0) {
          onlyBefore.add(old);
        }
        if (old != now && order >= 0) {
          onlyAfter.add(now);
        }
        was += order <= 0 ? 1 : 0;
        is += order >= 0 ? 1 : 0;
      }
      onlyBefore.addAll(before.subList(was, before.size()));
      onlyAfter.addAll(after.subList(is, after.size()));
    }

    /** Those of a few whose ids are not among many. */
    private static List<Finding> missing(List<Finding> few, List<Finding> many) {
      if (few.isEmpty()) {
        return List.of();
      }
      Set<String> missing = new HashSet<>();
      few.forEach(finding -> missing.add(finding.id()));
      many.forEach(finding -> missing.remove(finding.id()));
      return few.stream().filter(finding -> missing.contains(finding.id())).toList();
    }
  }
}

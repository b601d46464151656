package org.gridwright.core.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gridwright.core.plan.Plan;
import org.locationtech.jts.geom.Geometry;

/** Lists of findings in their lasting order: by kind, then units, then place from west to east. */
public final class FindingLists {

  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::kind)
          .thenComparing(Finding::units, FindingLists::byCodes)
          .thenComparing(Finding::place, FindingLists::westToEast)
          .thenComparing(Finding::id);

  private FindingLists() {}

  public static List<Finding> sorted(Collection<Finding> findings) {
    return findings.stream().sorted(ORDER).toList();
  }

  /** A sorted list without some of its findings and with others. */
  public static List<Finding> replaced(
      List<Finding> sorted, Predicate<Finding> gone, Collection<Finding> added) {
    List<Finding> kept = new ArrayList<>(sorted);
    boolean less = kept.removeIf(gone);
    if (!less && added.isEmpty()) {
      return sorted;
    }
    return List.copyOf(merged(kept, sorted(added)));
  }

  /** Sorted lists as one. Takes linear time where they hardly interlock. */
  public static List<Finding> joined(Collection<List<Finding>> lists) {
    List<Finding> all = List.of();
    for (List<Finding> list : lists) {
      all = merged(all, list);
    }
    return List.copyOf(all);
  }

  /** Two sorted lists as one; of equal findings, those of the first one first. */
  private static List<Finding> merged(List<Finding> first, List<Finding> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<Finding> merged = new ArrayList<>(first.size() + second.size());
    int from = 0;
    for (Finding each : second) {
      int to = firstBehind(each, first, from);
      merged.addAll(first.subList(from, to));
      merged.add(each);
      from = to;
    }
    merged.addAll(first.subList(from, first.size()));
    return merged;
  }

  /** Where the first finding stands, from a position on, that comes behind one. */
  private static int firstBehind(Finding one, List<Finding> sorted, int from) {
    int low = from;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ORDER.compare(sorted.get(middle), one) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many there are of which kind, by the kinds' ids, in the order of the kinds. */
  public static Map<String, Integer> counts(Collection<Finding> findings) {
    Map<Finding.Kind, Integer> kinds = new EnumMap<>(Finding.Kind.class);
    findings.forEach(finding -> kinds.merge(finding.kind(), 1, Integer::sum));
    Map<String, Integer> counts = new LinkedHashMap<>();
    kinds.forEach((kind, count) -> counts.put(kind.id(), count));
    return counts;
  }

  /** How many of them block publishing. */
  public static int blocking(Collection<Finding> findings) {
    return (int) findings.stream().filter(it -> it.severity() == Severity.BLOCKING).count();
  }

  private static int byCodes(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = Plan.CODE_ORDER.compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int westToEast(Geometry a, Geometry b) {
    return a.isEmpty() || b.isEmpty()
        ? Boolean.compare(a.isEmpty(), b.isEmpty())
        : a.getCoordinate().compareTo(b.getCoordinate());
  }
}

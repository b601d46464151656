package org.gridwright.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.core.message.Message;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class FindingDifferenceTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Against sets of ids, of lists that have most findings in common, as they were or reworded. */
  @Test
  void tellsFindingsByTheirIds() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      List<Finding> before = new ArrayList<>();
      List<Finding> after = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        Finding finding = finding(random.nextInt(3), random.nextInt(8), i % 20);
        int what = random.nextInt(10);
        if (what > 0) {
          before.add(finding);
        }
        if (what > 1) {
          after.add(what == 2 ? finding.withMessage(Message.core("finding.gap", "x")) : finding);
        }
      }
      List<Finding> was = FindingLists.sorted(before);
      List<Finding> is = FindingLists.sorted(after);
      FindingDifference difference = FindingDifference.between(was, is);
      assertThat(difference.appeared()).isEqualTo(without(is, was));
      assertThat(difference.gone()).isEqualTo(without(was, is));
    }
  }

  /** As one sort would order them, in however many sorted lists they come. */
  @Test
  void joinsSortedListsAsOneSortDoes() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      List<List<Finding>> lists = new ArrayList<>();
      List<Finding> all = new ArrayList<>();
      for (int list = random.nextInt(4); list >= 0; list--) {
        List<Finding> some = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
          some.add(finding(random.nextInt(3), random.nextInt(8), random.nextInt(20)));
        }
        lists.add(FindingLists.sorted(some));
        all.addAll(lists.get(lists.size() - 1));
      }
      assertThat(FindingLists.joined(lists)).isEqualTo(FindingLists.sorted(all));
      List<Finding> left = all.stream().filter(it -> !it.units().contains("3")).toList();
      List<Finding> more = List.of(finding(1, 3, 4), finding(0, 1, 2));
      List<Finding> wanted = new ArrayList<>(left);
      wanted.addAll(more);
      assertThat(
              FindingLists.replaced(FindingLists.sorted(all), it -> it.units().contains("3"), more))
          .isEqualTo(FindingLists.sorted(wanted));
    }
  }

  private static Finding finding(int kind, int unit, int id) {
    int row = id / 5;
    return new Finding(
        "f-" + id,
        List.of(Finding.Kind.GAP, Finding.Kind.OVERLAP, Finding.Kind.SLIVER).get(kind),
        Severity.WARNING,
        FACTORY.createPoint(new Coordinate(id % 5, row)),
        0,
        0,
        List.of(String.valueOf(unit)),
        Message.core("finding.gap", "it"));
  }

  private static List<Finding> without(List<Finding> findings, List<Finding> others) {
    Set<String> ids = others.stream().map(Finding::id).collect(Collectors.toSet());
    return findings.stream().filter(finding -> !ids.contains(finding.id())).toList();
  }
}

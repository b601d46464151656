package org.gridwright.core.hotspot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.Test;

class EmergingClassTest {

  private static final double SIGNIFICANT = 1.96;

  private static int[] signs(double[] z) {
    return Arrays.stream(z)
        .mapToInt(it -> it >= SIGNIFICANT ? 1 : it <= -SIGNIFICANT ? -1 : 0)
        .toArray();
  }

  @Test
  void seriesHaveTheClassesOfTheTruthTableTrapsIncluded() {
    ReferenceTable table = ReferenceTable.of("emerging_truth_table");
    for (int row = 0; row < table.size(); row++) {
      double[] z =
          Arrays.stream(table.text(row, "z").split(" ", -1))
              .mapToDouble(Double::parseDouble)
              .toArray();
      MannKendall trend = MannKendall.of(z);
      assertThat((double) trend.s()).isEqualTo(table.number(row, "S").orElseThrow());
      EmergingClass found = EmergingClass.of(signs(z), trend.direction(0.05));
      assertThat(found.id()).as(table.text(row, "name")).isEqualTo(table.text(row, "class"));
      if (bothSides(signs(z))) {
        continue;
      }
      double[] turned = Arrays.stream(z).map(it -> -it).toArray();
      assertThat(EmergingClass.of(signs(turned), MannKendall.of(turned).direction(0.05)))
          .isEqualTo(found.mirrored());
    }
  }

  @Test
  void allPatternsOfSevenStepsAreInOneClassEach() {
    Map<String, Integer> counts = new TreeMap<>();
    int patterns = 2187;
    for (int pattern = 0; pattern < patterns; pattern++) {
      int[] signs = new int[7];
      int rest = pattern;
      for (int i = 0; i < 7; i++) {
        signs[i] = rest % 3 - 1;
        rest /= 3;
      }
      EmergingClass found = EmergingClass.of(signs, 0);
      counts.merge(found.id(), 1, Integer::sum);
      int[] turned = Arrays.stream(signs).map(it -> -it).toArray();
      if (!bothSides(signs)) {
        assertThat(EmergingClass.of(turned, 0)).isEqualTo(found.mirrored());
      }
    }
    ReferenceTable table = ReferenceTable.of("emerging_exhaustive_7_steps_flat");
    Map<String, Integer> expected = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      expected.put(table.text(row, "class"), (int) table.number(row, "patterns").orElseThrow());
    }
    assertThat(counts).isEqualTo(expected);
  }

  /** Where one side is nine steps in ten and the other the last, hot is asked first. */
  private static boolean bothSides(int[] signs) {
    int hot = Arrays.stream(signs).filter(it -> it == 1).toArray().length;
    int cold = Arrays.stream(signs).filter(it -> it == -1).toArray().length;
    return 10 * Math.max(hot, cold) >= 9 * signs.length && Math.min(hot, cold) > 0;
  }

  @Test
  void coldBinsAreNeverCountedAsHot() {
    assertThat(EmergingClass.of(new int[] {-1, -1, -1, -1}, 0))
        .isEqualTo(EmergingClass.PERSISTENT_COLD);
    assertThat(EmergingClass.of(new int[] {-1, -1, -1, 1}, 0)).isEqualTo(EmergingClass.NEW_HOT);
    assertThat(EmergingClass.of(new int[] {1, -1, 0, 1}, 0))
        .isEqualTo(EmergingClass.OSCILLATING_HOT);
    assertThat(EmergingClass.of(new int[] {-1, -1}, 1)).isEqualTo(EmergingClass.DIMINISHING_COLD);
    assertThat(EmergingClass.of(new int[] {-1, -1}, -1)).isEqualTo(EmergingClass.INTENSIFYING_COLD);
    assertThat(EmergingClass.values()).hasSize(17);
  }
}

package org.gridwright.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

  @Test
  void whatNobodyAskedForLongestGoes() {
    Map<String, Integer> kept = new RecentlyUsed<>(2);
    kept.put("a", 1);
    kept.put("b", 2);
    assertThat(kept.get("a")).isEqualTo(1);
    kept.put("c", 3);
    assertThat(kept).containsOnlyKeys("a", "c");
    kept.put("a", 4);
    kept.put("d", 5);
    assertThat(kept).containsOnlyKeys("a", "d");
  }
}

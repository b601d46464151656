package org.gridwright.data.demo;

import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.edit.EditSequence;
import org.junit.jupiter.api.Test;

/**
 * A sequence of edits of the demo city, all levels and numbered codes included, keeps every
 * invariant; a long one is {@code scripts/bench sequences}.
 */
class DemoEditsTest {

  @Test
  void aSequenceOfEditsKeepsTheSeam() {
    DemoCity city = DemoCity.generate(DemoOptions.of(122, 1));
    CoverageRules rules = CoverageRules.STANDARD.within(city.jurisdiction());
    EditSequence.run("demo", city.plan(), rules, 80, 40, 2);
  }
}

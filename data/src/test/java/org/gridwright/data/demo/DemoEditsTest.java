package org.gridwright.data.demo;

import org.gridwright.core.edit.EditSequence;
import org.junit.jupiter.api.Test;

/**
 * A sequence of edits of the demo city, all levels and numbered codes included, keeps every
 * invariant; a long one is {@code scripts/bench sequences}.
 */
class DemoEditsTest {

  @Test
  void aSequenceOfEditsKeepsTheSeam() {
    EditSequence.run("demo", DemoCity.generate(DemoOptions.of(122, 1)).plan(), 80, 40, 2);
  }
}

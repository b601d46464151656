package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.RandomPartitions;
import org.junit.jupiter.api.Test;

/** The seeded edits, by which all kinds are held to the invariants, leave none out. */
class EditGeneratorTest {

  @Test
  void everyKindIsGenerated() {
    EditablePlan plan = EditablePlan.of(UpperLevels.draw(RandomPartitions.city(40, 3)));
    EditGenerator generator = new EditGenerator(1);
    Set<Class<?>> kinds = new HashSet<>();
    EditGenerator.KINDS.forEach(name -> kinds.add(generator.next(plan, name).getClass()));
    assertThat(kinds).containsExactlyInAnyOrder(Edit.class.getPermittedSubclasses());
  }
}

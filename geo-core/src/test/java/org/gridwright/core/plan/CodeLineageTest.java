package org.gridwright.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeLineageTest {

  @Test
  void aCodeIsFollowedThroughAllSteps() {
    CodeLineage codes =
        CodeLineage.of(1, List.of(List.of(step("A", "B")), List.of(), List.of(step("B", "C"))));
    assertThat(codes.of("A")).isEqualTo("C");
    assertThat(codes.newCode("A")).contains("C");
    assertThat(codes.newCode("X")).isEmpty();
    assertThat(codes.of("X")).isEqualTo("X");
  }

  @Test
  void whatIsDoneAtOnceMayExchangeCodes() {
    CodeLineage codes = CodeLineage.of(1, List.of(List.of(step("A", "B"), step("B", "A"))));
    assertThat(codes.of("A")).isEqualTo("B");
    assertThat(codes.of("B")).isEqualTo("A");
  }

  @Test
  void thereAndBackIsNothing() {
    CodeLineage codes =
        CodeLineage.of(1, List.of(List.of(step("A", "B")), List.of(step("B", "A"))));
    assertThat(codes.newCode("A")).isEmpty();
  }

  @Test
  void aUnitThatIsSplitKeepsItsCodeAndOneThatIsJoinedHasNone() {
    Lineage split = new Lineage(1, List.of("A"), List.of("A", "N"));
    Lineage join = new Lineage(1, List.of("B", "C"), List.of("C"));
    CodeLineage codes =
        CodeLineage.of(
            1, List.of(List.of(split, join), List.of(step("A", "Z")), List.of(step("N", "B"))));
    assertThat(codes.of("A")).isEqualTo("Z");
    assertThat(codes.newCode("B")).as("another unit has the code now").isEmpty();
    assertThat(codes.of("N")).isEqualTo("B");
  }

  @Test
  void otherLevelsSayNothing() {
    assertThat(CodeLineage.of(2, List.of(List.of(step("A", "B")))).isEmpty()).isTrue();
  }

  private static Lineage step(String from, String to) {
    return new Lineage(1, List.of(from), List.of(to));
  }
}

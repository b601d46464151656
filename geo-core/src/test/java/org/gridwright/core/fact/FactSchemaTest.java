package org.gridwright.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is declared of attributes changes one by one, and stays sound as a whole. */
class FactSchemaTest {

  private static final FactSchema JOBS =
      FactSchema.of(List.of(new FactDeclaration("jobs", FactKind.EXTENSIVE, "area", 2)));

  @Test
  void whatIsNotNamedStays() {
    FactSchema both = JOBS.changed(List.of(change("rank", FactKind.OTHER, null)));
    assertThat(both.declaration("jobs")).isEqualTo(JOBS.declaration("jobs"));
    assertThat(both.kind("rank")).isEqualTo(FactKind.OTHER);
  }

  @Test
  void whatIsLeftOutStaysWhileTheKindDoes() {
    FactSchema same = JOBS.changed(List.of(change("jobs", FactKind.EXTENSIVE, null)));
    assertThat(same).isEqualTo(JOBS);
    FactSchema mean = JOBS.changed(List.of(change("jobs", FactKind.INTENSIVE, null)));
    assertThat(mean.declaration("jobs"))
        .contains(new FactDeclaration("jobs", FactKind.INTENSIVE, "addresses", 2));
  }

  @Test
  void aMeanMayComeBeforeItsWeight() {
    FactSchema schema =
        FactSchema.NONE.changed(
            List.of(
                change("income", FactKind.INTENSIVE, "households"),
                change("households", FactKind.EXTENSIVE, null)));
    assertThat(schema.counted()).containsExactly("households", "income");
    assertThatThrownBy(() -> schema.changed(List.of(change("households", null, null))))
        .isInstanceOf(FactException.class)
        .hasMessageContaining("income");
  }

  @Test
  void aDeclarationIsTakenBack() {
    assertThat(JOBS.changed(List.of(change("jobs", null, null)))).isEqualTo(FactSchema.NONE);
  }

  @Test
  void nothingIsNamedTwice() {
    List<FactChange> twice =
        List.of(change("jobs", FactKind.LABEL, null), change("jobs", FactKind.OTHER, null));
    assertThatThrownBy(() -> JOBS.changed(twice)).isInstanceOf(FactException.class);
  }

  @Test
  void aPatternBelongsToANameAndHasOneNumber() {
    FactSchema named =
        FactSchema.NONE.changed(
            List.of(new FactChange("name:zh", FactKind.LABEL, null, null, "第{n}网格")));
    assertThat(named.namePatterns()).isEqualTo(Map.of("name:zh", "第{n}网格"));
    assertThat(named.changed(List.of(change("name:zh", FactKind.LABEL, null)))).isEqualTo(named);
    FactChange none = new FactChange("name:zh", FactKind.LABEL, null, null, "");
    assertThat(named.changed(List.of(none)).namePatterns()).isEmpty();
    for (String bad : List.of("Grid", "{n} of {n}", "Grid {n}\n", "{n}".repeat(2))) {
      assertThatThrownBy(() -> FactDeclaration.naming("name", bad))
          .isInstanceOf(FactException.class);
    }
    assertThatThrownBy(() -> FactDeclaration.naming("street", "Grid {n}"))
        .isInstanceOf(FactException.class);
  }

  private static FactChange change(
      String attribute, @Nullable FactKind kind, @Nullable String weight) {
    return new FactChange(attribute, kind, weight, null);
  }
}

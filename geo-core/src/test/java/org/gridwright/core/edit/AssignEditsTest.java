package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.assertLooks;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Many units put below parents, and grids drawn as unions of blocks, at once. */
class AssignEditsTest {

  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "community", "grid");

  /** Blocks of a picture, each assigned as {@code a=X} says. */
  private static AssignBlocksEdit blocks(String picture, boolean emptied, String... assigned) {
    return blocks(picture, false, emptied, assigned);
  }

  private static AssignBlocksEdit blocks(
      String picture, boolean multipart, boolean emptied, String... assigned) {
    Plan blocks = Pictures.plan(picture);
    List<AssignedBlock> given = new ArrayList<>();
    for (String each : assigned) {
      String code = each.substring(0, 1);
      given.add(
          new AssignedBlock(
              code, each.substring(2), blocks.unit(0, code).orElseThrow().drawnArea()));
    }
    return new AssignBlocksEdit(given, null, multipart, emptied);
  }

  /** The grids alone. */
  private static Plan flat(Plan plan) {
    return Plan.of(
        Pictures.plan("A").theme(),
        plan.grids().stream()
            .map(it -> new Unit(0, it.code(), null, it.code(), Map.of(), it.drawnArea()))
            .toList());
  }

  @Test
  void blocksGoToTheirGridsAndTheRestStays() {
    assertLooks(
        after("AABB/AABB/CCCC", blocks("abcd/efgh/ijkl", false, "b=B", "i=A")), "ABBB/AABB/ACCC");
  }

  @Test
  void aCodeThatNoGridHasMakesANewGrid() {
    Plan plan = Pictures.plan(TWO, "PPQQ/PPQQ", "AABB/AABB");
    Plan after = after(plan, blocks("abcd/efgh", false, "b=N", "c=N", "g=N"));
    Unit added = after.unit(1, "N").orElseThrow();
    assertThat(added.parent()).as("most of its ground was of B").contains("Q");
    assertLooks(flat(after), "ANNB/AANB");
    assertThat(
            Editing.change(EditablePlan.of(plan), blocks("abcd/efgh", false, "b=N", "c=N", "g=N"))
                .lineage())
        .containsExactly(new Lineage(1, List.of("A", "B"), List.of("A", "B", "N")));
  }

  @Test
  void aGridThatIsLeftWithNothingGoesOnlyWhereThatIsAllowed() {
    assertThat(refusal("AABB", blocks("abcd", false, "a=B", "b=B")).reason())
        .isEqualTo(Refusal.UNIT_EMPTIED);
    assertLooks(after("AABB", blocks("abcd", true, "a=B", "b=B")), "BBBB");
  }

  @Test
  void aGridOfSeveralPartsIsRefusedAtTheSmallestOfThem() {
    EditRefusedException refused = refusal("AAAABB", blocks("abcdef", false, "a=B"));
    assertThat(refused.reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    assertThat(refused.place().orElseThrow().getArea()).isEqualTo(100e-14, offset(1e-16));
    assertLooks(after("AAAABB", blocks("abcdef", true, false, "a=B")), "BAAABB");
  }

  @Test
  void blocksThatOverlapAreRefusedByName() {
    Plan wide = Pictures.plan("aab");
    Plan narrow = Pictures.plan("ccd");
    AssignBlocksEdit both =
        new AssignBlocksEdit(
            List.of(
                new AssignedBlock("a", "B", wide.unit(0, "a").orElseThrow().drawnArea()),
                new AssignedBlock("c", "C", narrow.unit(0, "c").orElseThrow().drawnArea())),
            null,
            false,
            true);
    EditRefusedException refused = refusal("ABC", both);
    assertThat(refused.reason()).isEqualTo(Refusal.BLOCKS_OVERLAP);
    assertThat(refused.told().toString()).contains("\"a\"", "\"c\"");
  }

  @Test
  void aNewGridOnGroundOfNobodyNeedsAParent() {
    Plan plan = Pictures.plan(TWO, "P.", "A.");
    assertThat(refusal(plan, blocks("ab", false, "b=N")).reason())
        .isEqualTo(Refusal.UNIT_WITHOUT_PARENT);
    AssignBlocksEdit named =
        new AssignBlocksEdit(blocks("ab", false, "b=N").blocks(), "P", false, false);
    assertLooks(flat(after(plan, named)), "AN");
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    assertThat(refusal("AABB/AABB", blocks("aabb/ccdd", false, "a=A", "d=B")).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
    Plan two = Pictures.plan(TWO, "PPQQ", "AABB");
    assertThat(refusal(two, new AssignParentsEdit(1, Map.of("A", "P"), false)).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
  }

  @Test
  void unitsGoBelowTheirParentsAtOnceAndTheirOutlinesFollow() {
    Plan plan = Pictures.plan(TWO, "PPQQ/PPQQ", "AABB/CCDD");
    Plan after = after(plan, new AssignParentsEdit(1, Map.of("C", "Q", "D", "P"), true));
    assertThat(after.unit(1, "C").orElseThrow().parent()).contains("Q");
    assertThat(after.unit(1, "D").orElseThrow().parent()).contains("P");
    Plan all = after(plan, new AssignParentsEdit(1, Map.of("A", "Q", "C", "Q"), false));
    assertThat(all.unit(0, "P")).as("left without children").isEmpty();
  }

  @Test
  void aParentThatThereIsNotIsRefused() {
    Plan plan = Pictures.plan(TWO, "PPQQ", "AABB");
    assertThat(refusal(plan, new AssignParentsEdit(1, Map.of("A", "X"), false)).reason())
        .isEqualTo(Refusal.PARENT_UNKNOWN);
    assertThat(refusal(plan, new AssignParentsEdit(1, Map.of("X", "P"), false)).reason())
        .isEqualTo(Refusal.UNIT_UNKNOWN);
  }
}

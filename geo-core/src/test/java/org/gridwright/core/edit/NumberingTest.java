package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.assertLooks;
import static org.gridwright.core.edit.Drawn.line;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Codes of scheme cn15, numbering, and proposals that are put into effect. */
class NumberingTest {

  private static final String COMMUNITY = "310101001001";
  private static final String OTHER = "310101001002";

  /** Grids of a picture by sequence; the digit is the last of the code. */
  private static Plan city(String picture, String others) {
    Theme theme = Theme.of("cn", "CN", CodeScheme.CN15, "community", "grid");
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(0, COMMUNITY, null, COMMUNITY, Map.of(), null));
    units.add(new Unit(0, OTHER, null, OTHER, Map.of(), null));
    Pictures.areas(picture, 0, 0, 10)
        .forEach(
            (letter, area) -> {
              String parent = others.contains(letter) ? OTHER : COMMUNITY;
              String code = parent + "00" + letter;
              units.add(new Unit(1, code, parent, code, Map.of(), area));
            });
    return UpperLevels.draw(Plan.of(theme, units));
  }

  private static LatticeMultiPolygon area(Plan plan, String code) {
    return plan.unit(1, code).orElseThrow().drawnArea();
  }

  @Test
  void aCommunityIsNumberedInRows() {
    Plan plan = city("319/524", "9");
    Plan numbered = after(plan, new RenumberEdit(0, COMMUNITY));
    String[] rows = {"003", "001", "005", "002", "004"};
    for (int i = 0; i < rows.length; i++) {
      assertThat(area(numbered, COMMUNITY + NewCodes.numbered("", 3, i + 1)))
          .isEqualTo(area(plan, COMMUNITY + rows[i]));
    }
    assertThat(refusal(numbered, new RenumberEdit(0, COMMUNITY)).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
    Drawn.assertSameOutlines(numbered, UpperLevels.draw(numbered));
  }

  @Test
  void aPartGetsTheNextSequence() {
    Plan plan = city("1119", "9");
    Edit split =
        new SplitEdit(COMMUNITY + "001", line(10, -5, 10, 15), Keeper.By.LARGEST, List.of());
    assertThat(after(plan, split).unit(1, COMMUNITY + "002")).isPresent();
    Edit unfit =
        new SplitEdit(COMMUNITY + "001", line(10, -5, 10, 15), Keeper.By.LARGEST, List.of("X"));
    assertThat(refusal(plan, unfit).reason()).isEqualTo(Refusal.CODE_UNFIT);
  }

  @Test
  void aUnitThatMovesGetsACodeOfItsNewParent() {
    Plan plan = city("1239", "9");
    Plan moved = after(plan, new ChangeParentEdit(1, List.of(COMMUNITY + "003"), OTHER, true));
    assertThat(area(moved, OTHER + "010")).isSameAs(area(plan, COMMUNITY + "003"));
    Drawn.assertSameOutlines(moved, UpperLevels.draw(moved));
  }

  @Test
  void aRecodedCommunityTakesItsGridsAlong() {
    Plan plan = city("1239", "9");
    Plan moved = after(plan, new RecodeEdit(0, COMMUNITY, "310101001005"));
    assertThat(moved.unit(1, "310101001005003")).isPresent();
    assertThat(moved.unit(1, COMMUNITY + "003")).isEmpty();
  }

  @Test
  void aProposalIsPutIntoEffectOrRefused() {
    Plan plan = Pictures.plan("AAB/AAB");
    Map<String, LatticeMultiPolygon> drawn = Pictures.areas("ACB/ACB", 0, 0, 10);
    Unit added = new Unit(0, "C", null, "C", Map.of(), drawn.get("C"));
    Lineage lineage = new Lineage(0, List.of("A"), List.of("A", "C"));
    Edit good =
        new ReplaceAreasEdit(
            Map.of("A", drawn.get("A")), List.of(added), List.of(), List.of(lineage));
    assertLooks(after(plan, good), "ACB/ACB");
    Edit overlapping = new ReplaceAreasEdit(Map.of(), List.of(added), List.of(), List.of(lineage));
    assertThat(refusal(plan, overlapping).reason()).isEqualTo(Refusal.OVERLAP);
    assertThat(refusal(plan, overlapping).place()).isPresent();
  }
}

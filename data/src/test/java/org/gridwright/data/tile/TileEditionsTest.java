package org.gridwright.data.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class TileEditionsTest {

  private final Plan first = Pictures.plan("AAB/CCB");
  private final Plan divided = Pictures.plan("AAB/CEB");
  private final Plan other = Pictures.plan("AAB/DEB");

  @Test
  void aNumberIsNeverGivenAgain() {
    UnitNumbers numbers = UnitNumbers.of(first);
    assertThat(numbers.of(0)).containsExactly(1, 2, 3);
    UnitNumbers later = numbers.and(divided);
    assertThat(later.of(0)).containsExactly(1, 2, 3, 4);
    UnitNumbers last = later.and(other);
    assertThat(last.of(0)).containsExactly(1, 2, 5, 4);
    assertThat(last.and(first).of(0)).containsExactly(1, 2, 3);
    assertThat(last.and(first).and(divided).of(0)).containsExactly(1, 2, 3, 4);
    assertThat(last.code(0, 5)).contains("D");
    assertThat(last.code(0, 6)).isEmpty();
    assertThat(last.code(0, 0)).isEmpty();
    assertThat(last.last(0)).isEqualTo(5);
    assertThat(last.and(first).last(0)).isEqualTo(5);
  }

  @Test
  void onlyWhereGroundOrNamesDifferIsAChange() {
    LatticeEnvelope north = new LatticeEnvelope(0, 11, 30, 20);
    LatticeEnvelope south = new LatticeEnvelope(0, 0, 9, 9);
    TileChanges changes = TileChanges.since(3).and(4, first, divided);
    assertThat(changes.last(0, south)).isEqualTo(4);
    assertThat(changes.last(0, north)).isEqualTo(3);
    Plan counted =
        withUnit(divided, divided.grids().get(0).withAttributes(Map.of("households", "7")));
    assertThat(changes.and(5, divided, counted).last(0, north)).isEqualTo(3);
    Plan named = withUnit(divided, divided.grids().get(0).withAttributes(Map.of("name:zh", "甲")));
    assertThat(changes.and(5, divided, named).last(0, north)).isEqualTo(5);
  }

  @Test
  void aNewVertexIsAChangeOfItsLineAlone() {
    Plan square = plan(new int[] {0, 0, 100, 0, 100, 100, 0, 100, 0, 0});
    Plan touched = plan(new int[] {0, 0, 50, 0, 100, 0, 100, 100, 0, 100, 0, 0});
    TileChanges changes = TileChanges.since(1).and(2, square, touched);
    assertThat(changes.last(0, new LatticeEnvelope(10, 0, 20, 5))).isEqualTo(2);
    assertThat(changes.last(0, new LatticeEnvelope(0, 60, 100, 100))).isEqualTo(1);
  }

  @Test
  void aUnitThatGoesToAnotherParentChangesTheLinesBelow() {
    Theme theme = Theme.of("t", "T", CodeScheme.FREE, "street", "community", "grid");
    String grids = "ABCD";
    Plan before = UpperLevels.draw(Pictures.plan(theme, "XXYY", "KLMN", grids));
    Plan after = UpperLevels.draw(Pictures.plan(theme, "XYYY", "KLMN", grids));
    TileChanges changes = TileChanges.since(1).and(2, before, after);
    LatticeEnvelope second = before.grids().get(1).drawnArea().envelope();
    LatticeEnvelope last = new LatticeEnvelope(31, 0, 40, 10);
    assertThat(changes.last(2, second)).isEqualTo(2);
    assertThat(changes.last(2, last)).isEqualTo(1);
    assertThat(changes.last(0, second)).isEqualTo(2);
    assertThat(changes.last(0, last)).isEqualTo(1);
  }

  private static Plan plan(int... ring) {
    LatticeMultiPolygon area = LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(ring)));
    Theme theme = Theme.of("t", "T", CodeScheme.FREE, "grid");
    return Plan.of(theme, List.of(new Unit(0, "A", null, "A", Map.of(), area)));
  }

  @Test
  void aPlanThatWasWrittenToGoesOnInItsLine() {
    TileEdition before = TileEdition.ofPlan(7, first, () -> PackedLocator.of(first));
    TileEdition after = before.next(1, divided, () -> PackedLocator.of(divided));
    String line = before.version(0).substring(0, before.version(0).indexOf('.'));
    assertThat(line).matches("p7-[0-9a-f]{12}");
    assertThat(before.version(0)).isEqualTo(line + ".0.1");
    assertThat(after.version(0)).isEqualTo(line + ".1.1");
    assertThat(after.ofOwners(0)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void stepsThatWereForgottenCountAsChangesEverywhere() {
    TileChanges changes = TileChanges.since(1);
    for (int version = 2; version < 1200; version++) {
      changes = changes.and(version, first, first);
    }
    assertThat(changes.steps()).hasSize(1024);
    assertThat(changes.first()).isEqualTo(1199 - 1024);
    assertThat(changes.last(0, first.envelope())).isEqualTo(changes.first());
  }

  private static Plan withUnit(Plan plan, Unit unit) {
    List<Unit> units =
        plan.grids().stream().map(each -> each.code().equals(unit.code()) ? unit : each).toList();
    return Plan.of(plan.theme(), units);
  }
}

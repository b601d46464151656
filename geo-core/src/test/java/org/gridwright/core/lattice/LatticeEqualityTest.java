package org.gridwright.core.lattice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatticeEqualityTest {

  private static final LatticeRing SQUARE = LatticeRing.of(0, 0, 9, 0, 9, 9, 0, 9, 0, 0);

  @Test
  void whereARingBeginsDoesNotMatter() {
    LatticeRing elsewhere = LatticeRing.of(9, 9, 0, 9, 0, 0, 9, 0, 9, 9);
    assertThat(elsewhere).isEqualTo(SQUARE).hasSameHashCodeAs(SQUARE);
    assertThat(elsewhere.normalized().toArray()).isEqualTo(SQUARE.toArray());
    assertThat(elsewhere.toArray()).startsWith(9, 9);
  }

  @Test
  void pointsAndDirectionDoMatter() {
    assertThat(SQUARE.reversed()).isNotEqualTo(SQUARE);
    assertThat(LatticeRing.of(0, 0, 4, 0, 9, 0, 9, 9, 0, 9, 0, 0)).isNotEqualTo(SQUARE);
    assertThat(LatticeRing.of(0, 0, 9, 0, 9, 9, 0, 8, 0, 0)).isNotEqualTo(SQUARE);
  }

  @Test
  void aRingThatPassesItsFirstPointTwiceHasOneNormalForm() {
    LatticeRing eight = LatticeRing.of(0, 0, 5, 1, 5, 5, 0, 0, 7, 8, 2, 9, 0, 0);
    LatticeRing otherLoopFirst = LatticeRing.of(0, 0, 7, 8, 2, 9, 0, 0, 5, 1, 5, 5, 0, 0);
    assertThat(otherLoopFirst).isEqualTo(eight);
    assertThat(otherLoopFirst.normalized().toArray()).isEqualTo(eight.normalized().toArray());
  }

  @Test
  void theOrderOfHolesAndPartsDoesNotMatter() {
    LatticeRing one = LatticeRing.of(1, 1, 2, 1, 2, 2, 1, 1);
    LatticeRing two = LatticeRing.of(5, 5, 6, 5, 6, 6, 5, 5);
    LatticePolygon holes = new LatticePolygon(SQUARE, List.of(one, two));
    LatticePolygon turned = new LatticePolygon(SQUARE, List.of(two, one));
    LatticePolygon far = LatticePolygon.of(LatticeRing.of(20, 0, 29, 0, 29, 9, 20, 0));
    assertThat(turned).isEqualTo(holes).hasSameHashCodeAs(holes);
    assertThat(turned).isNotEqualTo(new LatticePolygon(SQUARE, List.of(one, one)));
    assertThat(LatticeMultiPolygon.of(far, turned))
        .isEqualTo(LatticeMultiPolygon.of(holes, far))
        .isNotEqualTo(LatticeMultiPolygon.of(holes, holes));
    assertThat(LatticeMultiPolygon.of(far, turned).normalized().polygons().get(0)).isEqualTo(holes);
  }
}

package org.gridwright.core.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.junit.jupiter.api.Test;

class SpareVerticesTest {

  private static final LatticeMultiPolygon DISSOLVED =
      Wkt.area("POLYGON ((0 0, 4 0, 6 0, 10 0, 10 10, 6 10, 4 10, 0 10, 0 0))");

  private static List<LatticeMultiPolygon> dropped(LatticeMultiPolygon... areas) {
    BitSet first = new BitSet();
    first.set(0);
    return SpareVertices.dropped(List.of(areas), first);
  }

  @Test
  void verticesOnStraightBordersThatNobodyElseHasAreDropped() {
    LatticeMultiPolygon below = Wkt.area("POLYGON ((0 0, 0 -10, 10 -10, 10 0, 0 0))");

    assertThat(dropped(DISSOLVED, below))
        .containsExactly(Wkt.area("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"), below);
  }

  @Test
  void verticesThatANeighbourHasTooStay() {
    LatticeMultiPolygon below = Wkt.area("POLYGON ((0 0, 0 -10, 10 -10, 10 0, 6 0, 0 0))");

    assertThat(dropped(DISSOLVED, below).get(0))
        .isEqualTo(Wkt.area("POLYGON ((0 0, 6 0, 10 0, 10 10, 0 10, 0 0))"));
  }

  @Test
  void whatWasNotDrawnAnewStaysAsItIs() {
    LatticeMultiPolygon same = Wkt.area("POLYGON ((20 0, 24 0, 30 0, 30 10, 20 10, 20 0))");

    assertThat(dropped(DISSOLVED, same).get(1)).isSameAs(same);
  }

  @Test
  void aVertexWhereTheUnitTouchesItselfStays() {
    LatticeMultiPolygon touching =
        Wkt.area("MULTIPOLYGON (((0 0, 5 0, 10 0, 10 10, 0 10, 0 0)), ((5 0, 4 -5, 6 -5, 5 0)))");

    assertThat(dropped(touching).get(0)).isEqualTo(touching);
  }
}

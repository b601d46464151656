package org.gridwright.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.junit.jupiter.api.Test;

class GeodesyTest {

  private static final int DEGREE = 10_000_000;

  @Test
  void aDegreeOfMeridianAtTheEquatorHasItsKnownLength() {
    assertThat(Geodesy.metres(0, 0, 0, DEGREE)).isCloseTo(110_574.389, within(0.001));
    assertThat(Geodesy.metres(0, 0, DEGREE, 0)).isCloseTo(111_319.491, within(0.001));
  }

  @Test
  void distanceCrossesTheAntimeridian() {
    assertThat(Geodesy.metres(1_800_000_000, 0, -1_800_000_000, 0)).isZero();
  }

  @Test
  void holesAreSubtractedAndTheirRimsAdded() {
    LatticeRing shell = square(0, 4);
    LatticeRing hole = square(1, 2);
    Geodesy.Size size =
        Geodesy.size(LatticeMultiPolygon.of(new LatticePolygon(shell, List.of(hole))));
    assertThat(size.squareMetres())
        .isCloseTo(Geodesy.squareMetres(shell) - Geodesy.squareMetres(hole), within(1e-3));
    assertThat(size.perimeterMetres())
        .isCloseTo(Geodesy.perimeterMetres(shell) + Geodesy.perimeterMetres(hole), within(1e-6));
  }

  @Test
  void areaDoesNotDependOnTheDirectionOfTheRing() {
    LatticeRing ring = square(0, 1);
    assertThat(Geodesy.squareMetres(ring)).isCloseTo(12_308_778_361.469, within(0.01));
    assertThat(Geodesy.squareMetres(ring.reversed()))
        .isCloseTo(Geodesy.squareMetres(ring), within(1e-3));
  }

  private static LatticeRing square(int from, int degrees) {
    int a = from * DEGREE;
    int b = (from + degrees) * DEGREE;
    return LatticeRing.of(a, a, b, a, b, b, a, b, a, a);
  }
}

package org.gridwright.core.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ValidAreaTest {

  private static final String TWICE_AROUND =
      "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0, 2 2, 8 2, 8 8, 2 8, 2 2, 0 0))";

  @Test
  void whatARingWindsAroundTwiceIsOutsideByEvenOdd() {
    Geometry steps = ValidArea.steps(Wkt.area(TWICE_AROUND));

    assertThat(steps.isValid()).isTrue();
    assertThat(steps.getArea()).isEqualTo(100 - 36);
  }

  @Test
  void bothHalvesOfACrossedRingAreGround() {
    Geometry steps = ValidArea.steps(Wkt.area("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))"));

    assertThat(steps.isValid()).isTrue();
    assertThat(steps.getArea()).isEqualTo(50);
  }

  @Test
  void aRingThatEnclosesNothingIsEmpty() {
    assertThat(ValidArea.steps(Wkt.area("POLYGON ((0 0, 5 0, 10 0, 5 0, 0 0))")).isEmpty())
        .isTrue();
  }

  @Test
  void aBowTieIsAsLargeAsItsTwoHalves() {
    LatticeMultiPolygon bowTie = Wkt.area("POLYGON ((0 0, 1000 1000, 1000 0, 0 1000, 0 0))");
    LatticeMultiPolygon halves =
        Wkt.area(
            "MULTIPOLYGON (((0 0, 500 500, 0 1000, 0 0)), ((1000 0, 1000 1000, 500 500, 1000 0)))");

    assertThat(GroundSize.squareMetres(bowTie)).isEqualTo(Geodesy.squareMetres(halves));
    assertThat(GroundSize.equalAreaSquareMetres(bowTie)).isEqualTo(EqualArea.squareMetres(halves));
  }

  @Test
  void theUnionOfAreasAsTheyWereDrawnIsThatOfTheirGround() {
    for (int seed = 0; seed < SeededRuns.of(100); seed++) {
      List<LatticePolygon> parts = new RandomHeaps(seed).onBoard(7, 100);
      List<LatticeMultiPolygon> areas = new RandomHeaps(seed).features(parts);

      Geometry union = LatticeUnion.of(areas, Progress.NONE);

      for (int x = 50; x < 700; x += 100) {
        for (int y = 50; y < 700; y += 100) {
          assertThat(union.intersects(new GeometryFactory().createPoint(new Coordinate(x, y))))
              .as("seed %d, at %d %d of %s", seed, x, y, parts)
              .isEqualTo(DrawnParts.depth(parts, 2L * x, 2L * y) > 0);
        }
      }
    }
  }
}

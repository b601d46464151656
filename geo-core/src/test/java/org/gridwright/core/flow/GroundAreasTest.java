package org.gridwright.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.ground.GroundSize;
import org.gridwright.core.ground.ValidArea;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** How much ground areas have in common, beside JTS. */
class GroundAreasTest {

  private static final GeometryFactory BETWEEN_STEPS = new GeometryFactory();

  @Test
  void ofSquaresThatCoverTouchAndMissEachOther() {
    LatticeMultiPolygon square = square(0, 0, 2_000);
    long whole = squareMillimetres(square);
    assertThat(GroundAreas.common(square, square)).isEqualTo(whole);
    assertThat(GroundAreas.common(square, square(1_000, 0, 2_000)))
        .isCloseTo(whole / 2, Offset.offset(1L));
    assertThat(GroundAreas.common(square, square(2_000, 0, 2_000))).as("side by side").isZero();
    assertThat(GroundAreas.common(square, square(2_000, 2_000, 2_000))).as("a corner").isZero();
    assertThat(GroundAreas.common(square, square(9_000, 0, 2_000))).as("apart").isZero();
    assertThat(GroundAreas.common(square, square(1_000, 0, 2_000), square(0, 0, 1_000)))
        .as("three, two of which touch")
        .isZero();
  }

  @Test
  void ofHolesAndOfEdgesThatCross() {
    LatticeMultiPolygon ring =
        Wkt.area(
            "POLYGON ((0 0, 900 0, 900 900, 0 900, 0 0), (300 300, 600 300, 600 600, 300 300))");
    LatticeMultiPolygon kite =
        Wkt.area("POLYGON ((450 -100, 1000 450, 450 1000, -100 450, 450 -100))");
    assertAsJts(ring, kite);
    assertAsJts(kite, ring);
    assertThat(GroundAreas.common(ring, kite)).isEqualTo(GroundAreas.common(kite, ring));
  }

  @Test
  void ofGridsOfOnePlanAndOfOthersOnTheSameGround() {
    for (int seed = 0; seed < SeededRuns.of(20); seed++) {
      Plan one = RandomPartitions.city(40, seed);
      Plan other = RandomPartitions.city(60, seed + 1_000);
      Random random = new Random(seed);
      for (int i = 0; i < 30; i++) {
        LatticeMultiPolygon area = any(one, random);
        assertAsJts(area, area);
        for (Unit grid : other.grids()) {
          assertAsJts(area, grid.drawnArea());
        }
        for (Unit grid : one.grids()) {
          assertAsJts(area, grid.drawnArea());
        }
      }
    }
  }

  @Test
  void piecesAddUpToTheWhole() {
    Plan whole = RandomPartitions.city(30, 1);
    Plan pieces = RandomPartitions.city(200, 2);
    for (Unit grid : whole.grids()) {
      long sum =
          pieces.grids().stream()
              .mapToLong(piece -> GroundAreas.common(grid.drawnArea(), piece.drawnArea()))
              .sum();
      assertThat(sum).isLessThanOrEqualTo(squareMillimetres(grid.drawnArea()) + 200);
    }
  }

  private static LatticeMultiPolygon any(Plan plan, Random random) {
    List<Unit> grids = plan.grids();
    return grids.get(random.nextInt(grids.size())).drawnArea();
  }

  private static void assertAsJts(LatticeMultiPolygon a, LatticeMultiPolygon b) {
    double expected = EqualArea.squareMetresOfSteps(meet(a, b)) * 1e6;
    assertThat((double) GroundAreas.common(a, b))
        .as("%s and %s", a, b)
        .isCloseTo(expected, Offset.offset(2 + squareMillimetres(a) * 1e-9));
  }

  private static Geometry meet(LatticeMultiPolygon a, LatticeMultiPolygon b) {
    return OverlayNGRobust.overlay(steps(a), steps(b), OverlayNG.INTERSECTION);
  }

  private static Geometry steps(LatticeMultiPolygon area) {
    return BETWEEN_STEPS.createGeometry(ValidArea.steps(area));
  }

  private static long squareMillimetres(LatticeMultiPolygon area) {
    return Math.round(GroundSize.equalAreaSquareMetres(area) * 1e6);
  }

  private static LatticeMultiPolygon square(int x, int y, int size) {
    return Wkt.area(
        String.format(
            "POLYGON ((%d %d, %d %d, %d %d, %d %d, %d %d))",
            x, y, x + size, y, x + size, y + size, x, y + size, x, y));
  }
}

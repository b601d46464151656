package org.gridwright.core.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.lattice.AreaAssert.assertThatArea;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class PartitionPropertyTest {

  @Test
  void rebuiltGridsAreTheGridsAndFormAValidCoverage() throws Exception {
    for (int seed = 0; seed < 200; seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      Partition partition = Partition.of(plan);
      Geometry[] rebuilt = new Geometry[plan.grids().size()];
      for (int grid = 0; grid < rebuilt.length; grid++) {
        LatticeMultiPolygon area = partition.area(grid);
        assertThatArea(area).isValid().covers(plan.grids().get(grid).drawnArea());
        rebuilt[grid] = LatticeJts.toSteps(area);
        assertThat(partition.facesOf(grid))
            .as("parts, seed %s", seed)
            .hasSize(area.polygons().size());
      }
      assertThat(CoverageValidator.isValid(rebuilt)).as("seed %s", seed).isTrue();
    }
  }

  @Test
  void facesTileThePlanAndItsGaps() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      Partition partition = Partition.of(plan);
      for (int grid = 0; grid < plan.grids().size(); grid++) {
        double inFaces =
            Arrays.stream(partition.facesOf(grid))
                .mapToDouble(face -> LatticeJts.toSteps(partition.faceArea(face)).getArea())
                .sum();
        assertThat(inFaces)
            .isEqualTo(LatticeJts.toSteps(plan.grids().get(grid).drawnArea()).getArea());
      }
      Geometry all = coverageUnion(partition, plan.grids().size());
      int enclosed =
          IntStream.range(0, all.getNumGeometries())
              .map(i -> ((Polygon) all.getGeometryN(i)).getNumInteriorRing())
              .sum();
      assertThat(partition.gapFaces().length).as("seed %s", seed).isGreaterThanOrEqualTo(enclosed);
      for (int gap : partition.gapFaces()) {
        assertThat(LatticeJts.toSteps(partition.faceArea(gap)).relate(all, "F********")).isTrue();
      }
    }
  }

  @Test
  void outlinesEqualTheCoverageUnionOfTheirGrids() throws Exception {
    Plan plan = RandomPartitions.city(200, 7);
    Partition partition = Partition.of(plan);
    int[] district = plan.ancestorsOfGrids(0);
    Map<Integer, LatticeMultiPolygon> outlines = partition.outlines(0);
    assertThat(outlines).hasSize(plan.units(0).size());
    outlines.forEach(
        (unit, outline) -> {
          Geometry[] members =
              IntStream.range(0, district.length)
                  .filter(grid -> district[grid] == unit)
                  .mapToObj(grid -> LatticeJts.toSteps(partition.area(grid)))
                  .toArray(Geometry[]::new);
          assertThatArea(outline)
              .isValid()
              .covers(LatticeJts.fromSteps(CoverageUnion.union(members)));
          assertThatArea(partition.outline(0, unit)).covers(outline);
        });
  }

  @Test
  void everyArcSeparatesTwoOwnersAndEveryPairOfFacesAgrees() throws Exception {
    for (int seed = 0; seed < 200; seed++) {
      Partition partition = Partition.of(RandomPartitions.hard(new Random(seed)));
      for (int arc = 0; arc < partition.arcCount(); arc++) {
        assertThat(partition.left(arc)).isNotEqualTo(partition.right(arc)).isNotNegative();
        assertThat(partition.faceOwner(partition.leftFace(arc))).isEqualTo(partition.left(arc));
        assertThat(partition.faceOwner(partition.rightFace(arc))).isEqualTo(partition.right(arc));
      }
    }
  }

  @Test
  void theSmallestOverlapOfAnyPartitionIsRefused() throws Exception {
    int refused = 0;
    for (int seed = 0; seed < 200; seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      Random random = new Random(-seed);
      int x = (plan.envelope().minX() + random.nextInt(20));
      int y = (plan.envelope().minY() + random.nextInt(20));
      LatticeMultiPolygon extra =
          Wkt.area(
              String.format(
                  "POLYGON ((%d %d, %d %d, %d %d, %d %d))", x, y, x + 1, y, x, y + 1, x, y));
      Set<Unit> units = new HashSet<>(plan.grids());
      units.add(new Unit(0, "extra", null, "extra", Map.of(), extra));
      boolean overlaps =
          plan.grids().stream()
              .anyMatch(
                  unit ->
                      LatticeJts.toSteps(unit.drawnArea())
                          .relate(LatticeJts.toSteps(extra), "T********"));
      assertThat(seamless(Plan.of(plan.theme(), units))).as("seed %s", seed).isEqualTo(!overlaps);
      refused += overlaps ? 1 : 0;
    }
    assertThat(refused).isBetween(30, 190);
  }

  private static boolean seamless(Plan plan) {
    try {
      return Partition.of(plan).arcCount() > 0;
    } catch (NotSeamlessException e) {
      return false;
    }
  }

  private static Geometry coverageUnion(Partition partition, int grids) {
    return CoverageUnion.union(
        IntStream.range(0, grids)
            .mapToObj(grid -> LatticeJts.toSteps(partition.area(grid)))
            .toArray(Geometry[]::new));
  }
}

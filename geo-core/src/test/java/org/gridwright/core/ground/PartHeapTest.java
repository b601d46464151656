package org.gridwright.core.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.Wkt;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class PartHeapTest {

  private static final int FIELDS = 9;
  private static final int FIELD = 100;

  private static PartHeap heap(String... wkt) {
    List<LatticePolygon> parts = new ArrayList<>();
    for (String each : wkt) {
      parts.addAll(Wkt.area(each).polygons());
    }
    return PartHeap.of(parts);
  }

  private static String square(int x, int y, int size) {
    return "POLYGON ((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))"
        .formatted(x, y, x + size, y + size);
  }

  @Test
  void aPartThatRepeatsAnotherOneAddsNothingAndIsTold() {
    PartHeap heap = heap(square(0, 0, 10), square(0, 0, 10), square(0, 0, 10));

    assertThat(heap.ground()).isEqualTo(Wkt.area(square(0, 0, 10)));
    assertThat(heap.doubled())
        .containsExactly(new PartHeap.Doubled(Wkt.area(square(0, 0, 10)), List.of(0, 1, 2)));
  }

  @Test
  void partsThatOverlapAreOneGroundAndTheirCommonPartIsTold() {
    PartHeap heap = heap(square(0, 0, 10), square(6, 0, 10), square(30, 0, 10));

    assertThat(heap.ground())
        .isEqualTo(
            Wkt.area(
                "MULTIPOLYGON (((0 0, 6 0, 10 0, 16 0, 16 10, 10 10, 6 10, 0 10, 0 0)),"
                    + " ((30 0, 40 0, 40 10, 30 10, 30 0)))"));
    assertThat(heap.doubled())
        .containsExactly(
            new PartHeap.Doubled(
                Wkt.area("POLYGON ((6 0, 10 0, 10 10, 6 10, 6 0))"), List.of(0, 1)));
  }

  @Test
  void partsThatTouchAlongAnEdgeAreDissolvedWithoutAWord() {
    PartHeap heap = heap(square(0, 0, 10), square(10, 0, 10));

    assertThat(heap.ground())
        .isEqualTo(Wkt.area("POLYGON ((0 0, 10 0, 20 0, 20 10, 10 10, 0 10, 0 0))"));
    assertThat(heap.doubled()).isEmpty();
  }

  @Test
  void whatNeitherOverlapsNorSharesAnEdgeStaysAsItWasDrawn() {
    String drawn =
        "MULTIPOLYGON (((0 0, 30 0, 30 30, 0 30, 0 0), (0 0, 10 20, 20 20, 0 0)),"
            + " ((12 18, 9 17, 11 19, 12 18)), ((30 30, 40 30, 30 40, 40 40, 30 30)))";

    PartHeap heap = heap(drawn);

    assertThat(heap.ground().polygons()).isEqualTo(Wkt.area(drawn).polygons());
    assertThat(heap.doubled()).isEmpty();
    assertThat(heap.strayHoles()).isEmpty();
  }

  @Test
  void aHoleOutsideItsShellAddsNothingAndIsTold() {
    PartHeap heap = heap("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (20 0, 24 4, 28 0, 20 0))");

    assertThat(heap.ground()).isEqualTo(Wkt.area(square(0, 0, 10)));
    assertThat(heap.strayHoles())
        .containsExactly(new PartHeap.HolePlace(Wkt.area("POLYGON ((20 0, 28 0, 24 4, 20 0))"), 0));
  }

  @Test
  void aHoleTakesNothingFromAnotherPart() {
    PartHeap heap =
        heap(
            "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (22 2, 28 2, 28 8, 22 8, 22 2))",
            square(20, 0, 10));

    assertThat(heap.ground()).isEqualTo(heap(square(0, 0, 10), square(20, 0, 10)).ground());
    assertThat(heap.strayHoles()).hasSize(1);
  }

  @Test
  void aHoleThatReachesOutOfItsShellCutsWhatLiesInIt() {
    PartHeap heap = heap("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (6 2, 14 2, 14 8, 6 8, 6 2))");

    assertThat(heap.ground())
        .isEqualTo(Wkt.area("POLYGON ((0 0, 10 0, 10 2, 6 2, 6 8, 10 8, 10 10, 0 10, 0 0))"));
    assertThat(heap.strayHoles())
        .containsExactly(
            new PartHeap.HolePlace(Wkt.area("POLYGON ((10 2, 14 2, 14 8, 10 8, 10 2))"), 0));
  }

  @Test
  void whereTwoHolesOfAPartOverlapIsNoGroundAndTold() {
    PartHeap heap =
        heap(
            "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0),"
                + " (2 2, 8 2, 8 8, 2 8, 2 2), (6 2, 12 2, 12 8, 6 8, 6 2))");

    assertThat(heap.ground())
        .isEqualTo(
            Wkt.area(
                "POLYGON ((0 0, 20 0, 20 20, 0 20, 0 0),"
                    + " (2 2, 6 2, 8 2, 12 2, 12 8, 8 8, 6 8, 2 8, 2 2))"));
    assertThat(heap.doubledHoles())
        .containsExactly(
            new PartHeap.HolePlace(Wkt.area("POLYGON ((6 2, 8 2, 8 8, 6 8, 6 2))"), 0));
  }

  @Test
  void partsWithoutAnyGroundAreAnAreaWithoutGround() {
    PartHeap heap = heap("POLYGON ((2 2, 8 2, 8 8, 2 8, 2 2), (0 0, 10 0, 10 10, 0 10, 0 0))");

    assertThat(evenOdd(heap.ground(), 2 * 5 + 1, 2 * 5 + 1)).isFalse();
    assertThat(evenOdd(heap.ground(), 2 * 1 + 1, 2 * 1 + 1)).isFalse();
  }

  @Test
  void theGroundOfAnyHeapOnABoardIsTheUnionOfItsPartsFieldByField() {
    for (int seed = 0; seed < SeededRuns.of(500); seed++) {
      List<LatticePolygon> parts = new RandomHeaps(seed).onBoard(FIELDS, FIELD);
      PartHeap heap = PartHeap.of(parts);
      for (int x = 0; x < FIELDS; x++) {
        for (int y = 0; y < FIELDS; y++) {
          long x2 = 2L * x * FIELD + FIELD;
          long y2 = 2L * y * FIELD + FIELD;
          int depth = DrawnParts.depth(parts, x2, y2);
          assertThat(evenOdd(heap.ground(), x2, y2))
              .as("seed %d, field %d %d of %s", seed, x, y, parts)
              .isEqualTo(depth > 0);
          assertThat(heap.doubled().stream().anyMatch(doubled -> evenOdd(doubled.place(), x2, y2)))
              .as("seed %d, doubled in field %d %d of %s", seed, x, y, parts)
              .isEqualTo(depth > 1);
          assertThat(heap.strayHoles().stream().anyMatch(hole -> evenOdd(hole.place(), x2, y2)))
              .as("seed %d, stray hole in field %d %d of %s", seed, x, y, parts)
              .isEqualTo(DrawnParts.inStrayHole(parts, x2, y2));
        }
      }
    }
  }

  @Test
  void theGroundOfAnyTangleHoldsExactlyThePointsOfItsPartsAwayFromTheirRings() {
    for (int seed = 0; seed < SeededRuns.of(250); seed++) {
      List<LatticePolygon> parts = new RandomHeaps(seed).tangled(seed % 2 == 0 ? 60 : 4000);
      LatticeMultiPolygon ground = PartHeap.of(parts).ground();
      Random random = new Random(seed);
      for (int i = 0; i < 200; i++) {
        long x2 = 2L * random.nextInt(seed % 2 == 0 ? 60 : 4000) + 1;
        long y2 = 2L * random.nextInt(seed % 2 == 0 ? 60 : 4000) + 1;
        if (DrawnParts.distance(parts, x2, y2) > 2) {
          assertThat(evenOdd(ground, x2, y2))
              .as("seed %d, half steps %d %d of %s", seed, x2, y2, parts)
              .isEqualTo(DrawnParts.depth(parts, x2, y2) > 0);
        }
      }
    }
  }

  @Test
  void whatWasDrawnAnewIsAValidAreaThatIsReadAsItIs() {
    for (int seed = 0; seed < SeededRuns.of(500); seed++) {
      RandomHeaps heaps = new RandomHeaps(seed);
      List<LatticePolygon> parts = seed % 2 == 0 ? heaps.onBoard(6, 10) : heaps.tangled(50);
      LatticeMultiPolygon ground = PartHeap.of(parts).ground();
      if (!ground.polygons().stream().allMatch(parts::contains)) {
        Geometry steps = Wkt.geometry(Wkt.of(ground));
        assertThat(steps.isValid() || steps.getArea() == 0)
            .as("seed %d: %s of %s", seed, steps, parts)
            .isTrue();
      }
      assertThat(PartHeap.ground(ground)).as("seed %d of %s", seed, parts).isSameAs(ground);
    }
  }

  @Test
  void theOrderOfPartsDoesNotMatter() {
    for (int seed = 0; seed < SeededRuns.of(300); seed++) {
      List<LatticePolygon> parts = new RandomHeaps(seed).onBoard(6, 10);
      List<LatticePolygon> shuffled = new ArrayList<>(parts);
      Collections.shuffle(shuffled, new Random(seed));

      assertThat(PartHeap.of(shuffled).ground())
          .as("seed %d", seed)
          .isEqualTo(PartHeap.of(parts).ground());
    }
  }

  /** Even–odd over all rings, as everything else reads an area. */
  private static boolean evenOdd(LatticeMultiPolygon area, long x2, long y2) {
    boolean[] inside = {false};
    area.forEachRing(ring -> inside[0] ^= DrawnParts.encloses(ring, x2, y2));
    return inside[0];
  }
}

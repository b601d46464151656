package org.gridwright.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/**
 * Units are A, B, C… in the order given; an owner set is written as {@code AB}, nobody as {@code
 * .}.
 */
class ArrangementTest {

  private static Arrangement of(String... wkt) {
    List<LatticeMultiPolygon> areas = Arrays.stream(wkt).map(Wkt::area).toList();
    BitSet invalid = new BitSet();
    for (int i = 0; i < wkt.length; i++) {
      invalid.set(i, !Wkt.geometry(wkt[i]).isValid());
    }
    return Arrangement.of(areas, invalid);
  }

  /** Area in square steps by owner set, over all bounded faces. */
  private static String faces(Arrangement arrangement) {
    TreeMap<String, Long> areas = new TreeMap<>();
    arrangement
        .boundedFaces()
        .forEach(
            face -> {
              StringBuilder owners = new StringBuilder();
              for (int owner : arrangement.owners(face)) {
                owners.append(owner == Arrangement.SOUND ? '*' : (char) ('A' + owner));
              }
              Geometry area = Wkt.geometry(Wkt.of(arrangement.area(face).orElseThrow()));
              assertThat(area.isValid()).as(area.toText()).isTrue();
              areas.merge(
                  owners.isEmpty() ? "." : owners.toString(),
                  Math.round(area.getArea()),
                  Long::sum);
            });
    return areas.toString();
  }

  @Test
  void aSoundPlanNamesNobody() {
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    for (Unit grid : Pictures.plan("AAB/ACB/DDD").grids()) {
      areas.add(grid.drawnArea());
    }
    Arrangement arrangement = Arrangement.of(areas, new BitSet());
    assertThat(arrangement.namedUnits()).isEmpty();
    assertThat(faces(arrangement)).isEqualTo("{*=900}");
  }

  @Test
  void twoSquaresThatOverlapMakeThreeFaces() {
    assertThat(
            faces(
                of(
                    "POLYGON((0 0,30 0,30 30,0 30,0 0))",
                    "POLYGON((20 10,60 10,60 20,20 20,20 10))")))
        .isEqualTo("{A=800, AB=100, B=300}");
  }

  @Test
  void aSquareWithinASquareIsAFaceOfBoth() {
    assertThat(
            faces(
                of(
                    "POLYGON((0 0,30 0,30 30,0 30,0 0))",
                    "POLYGON((10 10,20 10,20 20,10 20,10 10))")))
        .isEqualTo("{A=800, AB=100}");
  }

  @Test
  void theSameSquareTwiceIsOneFace() {
    String square = "POLYGON((0 0,30 0,30 30,0 30,0 0))";
    assertThat(faces(of(square, square))).isEqualTo("{AB=900}");
    assertThat(faces(of(square, square, square))).isEqualTo("{ABC=900}");
  }

  /** C lies over the seam of A and B, which match each other exactly; D is far away and sound. */
  @Test
  void onlyTheSurroundingsOfAFaultAreNamed() {
    Arrangement arrangement =
        of(
            "POLYGON((0 0,30 0,30 30,0 30,0 0))",
            "POLYGON((30 0,60 0,60 30,30 30,30 0))",
            "POLYGON((20 10,40 10,40 20,20 20,20 10))",
            "POLYGON((90 0,99 0,99 9,90 9,90 0))");
    assertThat(faces(arrangement)).isEqualTo("{*=81, A=800, AC=100, B=800, BC=100}");
    assertThat(arrangement.namedUnits()).containsExactly(0, 1, 2);
  }

  @Test
  void aBowTieCoversBothItsWings() {
    assertThat(faces(of("POLYGON((0 0,40 40,40 0,0 40,0 0))"))).isEqualTo("{A=800}");
  }

  @Test
  void whereAnOutlineCoversItselfTwiceNobodyIs() {
    assertThat(faces(of("POLYGON((0 0,30 0,30 20,10 20,10 10,20 10,20 30,0 30,0 0))")))
        .isEqualTo("{.=100, A=700}");
  }

  @Test
  void aSpikeIsNoFace() {
    assertThat(faces(of("POLYGON((0 0,30 0,60 0,30 0,30 30,0 30,0 0))"))).isEqualTo("{A=900}");
  }

  /** The diagonals cross at (5, 2.5), which is rounded north to (5, 3). */
  @Test
  void aCrossingBetweenLatticePointsIsRounded() {
    assertThat(faces(of("POLYGON((0 0,10 5,0 9,0 0))", "POLYGON((0 5,10 0,10 -9,0 5))")))
        .contains("AB=");
  }

  @Test
  void aGapAndItsIsland() {
    assertThat(
            faces(
                of(
                    "POLYGON((0 0,50 0,50 50,0 50,0 0),(10 10,10 40,40 40,40 10,10 10))",
                    "POLYGON((20 20,30 20,30 30,20 30,20 20))")))
        .isEqualTo("{.=800, A=1600, B=100}");
  }

  @Test
  void aJurisdictionTellsWhatSpills() {
    Arrangement arrangement =
        Arrangement.within(
            Wkt.area("POLYGON((0 0,50 0,50 30,0 30,0 0))"),
            EdgeMatching.of(
                List.of(
                    Wkt.area("POLYGON((0 0,30 0,30 30,0 30,0 0))"),
                    Wkt.area("POLYGON((30 0,40 0,40 40,30 40,30 0))"))),
            new BitSet());
    assertThat(faces(arrangement)).isEqualTo("{.=300, A=900, B=400}");
    long outside =
        arrangement
            .boundedFaces()
            .filter(face -> !arrangement.inJurisdiction(face))
            .peek(face -> assertThat(arrangement.owners(face)).containsExactly(1))
            .count();
    assertThat(outside).isEqualTo(1);
  }
}

package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;

/**
 * The situations that the JTS coverage validator is tested with, in figures of our own: grid A and
 * grid B, what we find, and whether JTS finds the pair valid. One differs on purpose: a corner that
 * only touches an edge opens nothing and hides nothing.
 */
class CoverageCasesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      collinear edges of different length  | POLYGON((0 0,40 0,40 40,0 40,0 0)) | POLYGON((0 40,30 40,30 70,0 70,0 40)) | mismatched-edge | false
      the same ground in one of two parts  | POLYGON((0 0,20 0,20 20,0 20,0 0)) | MULTIPOLYGON(((0 0,20 0,20 20,0 20,0 0)),((40 0,60 0,60 20,40 20,40 0))) | overlap | false
      a corner reaches across an edge      | POLYGON((0 30,90 30,90 90,0 90,0 30)) | POLYGON((10 0,80 0,50 50,10 0)) | overlap | false
      an edge of one inside the other      | POLYGON((0 30,90 30,90 90,0 90,0 30)) | POLYGON((10 0,80 0,60 50,40 50,10 0)) | overlap | false
      a corner touches an edge             | POLYGON((0 50,90 50,90 90,0 90,0 50)) | POLYGON((10 0,80 0,40 50,10 0)) | | false
      an edge inside from edge to edge     | POLYGON((40 30,40 70,80 90,80 10,40 30)) | POLYGON((0 30,60 30,60 70,0 70,0 30)) | overlap | false
      an edge inside from node to node     | POLYGON((40 20,40 80,80 90,80 10,40 20)) | POLYGON((10 50,40 20,70 50,40 80,10 50)) | overlap | false
      three prongs into one side           | MULTIPOLYGON(((40 80,90 70,90 90,40 80)),((30 50,90 40,90 60,30 50)),((20 20,90 10,90 30,20 20))) | POLYGON((0 0,50 0,50 95,0 95,0 0)) | overlap | false
      larger than the hole it lies in      | POLYGON((30 30,70 30,60 80,30 70,30 30)) | POLYGON((0 0,90 0,90 90,0 90,0 0),(30 30,30 70,70 70,70 30,30 30)) | overlap,gap | false
      inside without a hole                | POLYGON((30 30,70 30,70 70,30 70,30 30)) | POLYGON((0 0,90 0,90 90,0 90,0 0)) | overlap | false
      in a hole that fits                  | POLYGON((30 30,70 30,70 70,30 70,30 30)) | POLYGON((0 0,90 0,90 90,0 90,0 0),(30 30,30 70,70 70,70 30,30 30)) | | true
      matched along one border             | POLYGON((0 0,60 40,40 90,0 90,0 0)) | POLYGON((0 0,90 0,90 30,60 40,0 0)) | | true
      a repeated vertex                    | POLYGON((0 0,0 30,50 30,50 30,90 0,0 0)) | POLYGON((0 90,90 90,90 50,50 30,0 30,0 90)) | | true
      touching in a common corner          | POLYGON((0 0,30 0,30 30,0 30,0 0)) | POLYGON((30 30,60 30,60 60,30 60,30 30)) | | true
      """)
  void pair(String name, String a, String b, String expected, boolean validForJts) {
    List<String> kinds =
        CoverageCheck.standard().check(plan(a, b)).stream()
            .map(it -> it.kind().id())
            .distinct()
            .toList();
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            expected == null ? List.of() : List.of(expected.split(",")));
    Geometry[] both = {Wkt.geometry(a), Wkt.geometry(b)};
    assertThat(CoverageValidator.isValid(both)).isEqualTo(validForJts);
  }

  private static Plan plan(String a, String b) {
    return Plan.of(
        Theme.of("t", "T", CodeScheme.FREE, "grid"),
        List.of(
            new Unit(0, "A", null, "A", Map.of(), Wkt.area(a)),
            new Unit(0, "B", null, "B", Map.of(), Wkt.area(b))));
  }
}

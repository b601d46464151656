package org.gridwright.api.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.gridwright.api.http.Json;
import org.gridwright.api.http.ProblemException;
import org.gridwright.core.lattice.LatticePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies are read strictly, and a problem names the member by its path. */
class MembersTest {

  private static Members members(String json) {
    return Members.of(Json.MAPPER.readTree(json.replace('\'', '"')));
  }

  private static String streets(String crs) {
    return "{'g':{'type':'FeatureCollection','crs':{'type':'name','properties':{'name':'"
        + crs
        + "'}},'features':[{'type':'Feature','geometry':"
        + "{'type':'LineString','coordinates':[[10,50],[11,50]]}}]}}";
  }

  @Test
  void aSystemThatOldGeoJsonNamesIsNotLeftAside() {
    assertThat(members(streets("urn:ogc:def:crs:OGC:1.3:CRS84")).lines("g")).hasSize(1);
    assertThat(members(streets("EPSG:4326")).lines("g")).hasSize(1);
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> members(streets("EPSG:4301")).lines("g"));
    assertThat(problem.told().toString()).startsWith("g.crs: ").contains("WGS 84");
  }

  @Test
  void geometriesBecomeLatticeValues() {
    Members body =
        members(
            "{'at':[10,50,7.5],'line':{'type':'LineString','coordinates':[[10,50],[10.00000004,50],[11,50]]},"
                + "'area':{'type':'MultiPolygon','bbox':[0,0,1,1],"
                + "'coordinates':[[[[0,0],[1,0],[1,1],[0,0]]],[[[2,2],[2,3],[3,3],[2,2]]]]}}");
    assertThat(body.position("at")).isEqualTo(new LatticePoint(100_000_000, 500_000_000));
    assertThat(body.line("line")).hasSize(3).endsWith(new LatticePoint(110_000_000, 500_000_000));
    assertThat(body.area("area").polygons()).hasSize(2);
    body.nothingElse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                                                                     | g                        | missing
          true                                                                     | g                        | Polygon, MultiPolygon
          {}                                                                       | g                        | Polygon, MultiPolygon
          {'type':'Point','coordinates':[0,0]}                                     | g                        | Polygon, MultiPolygon
          {'type':'Polygon'}                                                       | g.coordinates            | missing
          {'type':'Polygon','coordinates':[]}                                      | g.coordinates            | not empty
          {'type':'Polygon','coordinates':[[]]}                                    | g.coordinates[0]         | not empty
          {'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,1]]]}             | g.coordinates[0]         | not closed
          {'type':'Polygon','coordinates':[[[0,0],[1,0],[0,0]]]}                   | g.coordinates[0]         | three corners
          {'type':'Polygon','coordinates':[[[0,0],[1e-9,0],[0,1e-9],[0,0]]]}       | g.coordinates[0]         | three corners
          {'type':'Polygon','coordinates':[[[0,0],[1],[1,1],[0,0]]]}               | g.coordinates[0][1]      | [lon, lat]
          {'type':'Polygon','coordinates':[[[0,0],['1',0],[1,1],[0,0]]]}           | g.coordinates[0][1]      | [lon, lat]
          {'type':'Polygon','coordinates':[[[0,0],[1,0,0,0],[1,1],[0,0]]]}         | g.coordinates[0][1]      | [lon, lat]
          {'type':'Polygon','coordinates':[[[0,0],[1,95],[1,1],[0,0]]]}            | g.coordinates[0][1]      | swapped
          {'type':'Polygon','coordinates':[[[0,0],[181,0],[1,1],[0,0]]]}           | g.coordinates[0][1]      | between -180 and 180
          {'type':'Polygon','coordinates':[[[0,0],[1e999,0],[1,1],[0,0]]]}         | g.coordinates[0][1]      | not a number
          {'type':'MultiPolygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]]],[]]}   | g.coordinates[1]         | not empty
          {'type':'Polygon','coordinates':[[[0,0],[1,0],[1,1],[0,0]]],'crs':{}}    | g.crs                    | WGS 84
          """)
  void whatIsNoAreaIsNamedByItsPath(String geometry, String path, String told) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> members("{'g':" + geometry + "}").area("g"));
    assertThat(problem.parameter()).isEqualTo(path);
    assertThat(problem).hasMessageContaining(told);
    assertThat(problem.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'e':[{'t':'x'},7]}      | e[1]   | JSON object
          {'e':[{'t':'x'},{}]}     | e[1].t | missing
          {'e':[{'t':'  '}]}       | e[0].t | 1 to 5 printable characters
          {'e':[{'t':'abcdef'}]}   | e[0].t | 1 to 5 printable characters
          {'e':[{'t':'x\\\\u0007'}]} | e[0].t | 1 to 5 printable characters
          {'e':[{'t':'x','u':1}]}  | e[0].u | not known here; the members are t
          {'e':[]}                 | e      | list of 1 to 3
          {'e':[1,2,3,4]}          | e      | list of 1 to 3
          """)
  void nestedMembersAreNamedByTheirPath(String json, String path, String told) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class,
            () -> {
              for (Members each : members(json).objects("e", 3)) {
                each.text("t", 5);
                each.nothingElse();
              }
            });
    assertThat(problem.parameter()).isEqualTo(path);
    assertThat(problem).hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'type':'LineString','coordinates':[[0,0]]}              | g             | two positions
          {'type':'LineString','coordinates':[[0,0],[0,1e-9]]}     | g             | two positions
          {'type':'LineString','coordinates':[[[0,0],[0,1]]]}      | g.coordinates[0] | [lon, lat]
          """)
  void aLineNeedsTwoPlaces(String geometry, String path, String told) {
    ProblemException problem =
        catchThrowableOfType(
            ProblemException.class, () -> members("{'g':" + geometry + "}").line("g"));
    assertThat(problem.parameter()).isEqualTo(path);
    assertThat(problem).hasMessageContaining(told);
  }
}

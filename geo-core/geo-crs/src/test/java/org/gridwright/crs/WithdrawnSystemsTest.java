package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithdrawnSystemsTest {

  @Test
  void itIsToldWhichSystemIsUsedInstead() {
    CrsTransform bulgaria = CrsTransform.of("EPSG:7804", Datum.WGS84);
    assertThat(bulgaria.code()).isEqualTo("EPSG:9391");
    assertThat(bulgaria.withdrawn().orElseThrow().in(Locale.ENGLISH))
        .isEqualTo(
            "EPSG:7804 was withdrawn from the EPSG registry; EPSG:9391, which took its place there,"
                + " is used for it, as GDAL does");
    assertThat(bulgaria.settledAt(352334, 4717967).withdrawn()).isPresent();
    assertThat(CrsTransform.of("EPSG:9391", Datum.WGS84).withdrawn()).isEmpty();
  }

  @Test
  void oneWithSeveralSuccessorsIsItself() {
    assertThat(WithdrawnSystems.successor("EPSG:2191")).isEmpty();
  }

  @Test
  void successorsAreOtherSystemsThatAreKnown() {
    Map<String, String> all = WithdrawnSystems.all();
    assertThat(all).hasSizeGreaterThan(600);
    assertThat(all).allSatisfy((old, successor) -> assertThat(successor).isNotEqualTo(old));
    List<String> some = all.values().stream().sorted().filter(code -> code.endsWith("1")).toList();
    assertThat(some.stream().filter(code -> !CrsTransform.isKnown(code)))
        .as("a projection that the library has not")
        .containsExactly("EPSG:6201");
  }
}

package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.geotools.referencing.CRS;
import org.gridwright.core.SeededRuns;
import org.junit.jupiter.api.Test;

/**
 * Every code of the registry is answered or refused with a sentence: nothing that GeoTools needs
 * for one was left out of the repacked jar. A sixteenth of the codes always, all of them with
 * {@code scripts/test --long}.
 */
class EveryCodeTest {

  private static final boolean ALL = SeededRuns.areLong();

  private static final Map<String, Integer> OF_ALL =
      Map.of(
          "used", 7205,
          "crs.code-unknown", 6,
          "crs.code-unusable", 189,
          "crs.datum-shift-unknown", 749,
          "crs.not-horizontal", 571);

  private static final Map<String, Integer> OF_A_SIXTEENTH =
      Map.of(
          "used", 426,
          "crs.code-unknown", 1,
          "crs.code-unusable", 6,
          "crs.datum-shift-unknown", 53,
          "crs.not-horizontal", 37);

  @Test
  void everyCodeIsAnsweredOrRefused() {
    CrsTransform.warmUp();
    Set<Integer> codes =
        CRS.getSupportedCodes("EPSG").stream()
            .map(code -> code.replace("EPSG:", ""))
            .filter(code -> code.matches("[0-9]+"))
            .map(Integer::valueOf)
            .filter(code -> ALL || code % 16 == 0)
            .collect(Collectors.toSet());
    Map<String, Integer> outcomes = new TreeMap<>();
    codes.forEach(code -> outcomes.merge(outcome("EPSG:" + code), 1, Integer::sum));
    assertThat(outcomes).isEqualTo(ALL ? OF_ALL : OF_A_SIXTEENTH);
  }

  private static String outcome(String code) {
    try {
      CrsTransform.of(code, Datum.WGS84);
      return "used";
    } catch (CrsException refused) {
      return refused.told().key();
    }
  }
}

package org.gridwright.core.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Two lines of one border become one. Coordinates are lattice steps. */
class MergedBorderTest {

  private static final String TRUE_WEST =
      "POLYGON((0 0,300 0,340 100,290 200,350 300,300 400,0 400,0 0))";
  private static final String TRUE_EAST =
      "POLYGON((300 0,900 0,900 400,300 400,350 300,290 200,340 100,300 0))";

  private static Plan plan(String... wkt) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(wkt[i])));
    }
    return Plan.of(Theme.of("t", "T", CodeScheme.FREE, "grid"), units);
  }

  /** West kept the first corner and the last, east the one between: together they have all. */
  @Test
  void theBorderPassesTheCornersThatEitherLineKept() throws NotSeamlessException {
    Plan faulty =
        plan(
            "POLYGON((0 0,300 0,340 100,350 300,300 400,0 400,0 0))",
            "POLYGON((300 0,900 0,900 400,300 400,290 200,300 0))");
    Repaired repaired = Repair.propose(faulty, RepairOptions.STANDARD).apply();
    assertArea(repaired, "A", TRUE_WEST);
    assertArea(repaired, "B", TRUE_EAST);
    assertThat(repaired.leftovers()).isEmpty();
    Partition.of(repaired.plan());
  }

  @Test
  void theMiddleLiesBetweenTheLines() throws NotSeamlessException {
    Plan faulty =
        plan(
            "POLYGON((0 0,300 0,340 200,300 400,0 400,0 0))",
            "POLYGON((300 0,900 0,900 400,300 400,280 200,300 0))");
    Repaired repaired =
        Repair.propose(faulty, RepairOptions.STANDARD.withOverlapsTo(Choice.MIDDLE)).apply();
    assertThat(repaired.leftovers()).isEmpty();
    assertThat(Wkt.of(repaired.plan().unit(0, "A").orElseThrow().drawnArea()))
        .contains("309 194", "310 203");
    Partition.of(repaired.plan());
  }

  private static void assertArea(Repaired repaired, String code, String wkt) {
    var area = Wkt.geometry(Wkt.of(repaired.plan().unit(0, code).orElseThrow().drawnArea()));
    assertThat(area.equalsTopo(Wkt.geometry(wkt))).as(area.toText()).isTrue();
  }

  /** Of the bench of all clean maps, one map, and a quarter less wrong than the longest border. */
  @Test
  void lessGroundIsWrongThanWithTheLongestBorder() {
    Plan truth = RealFeatures.plan(RealData.file("chicago/districts.geojson.gz"), "district");
    Plan faulty = SimplifiedMap.of(truth, 20, 7);
    WrongGround ground = new WrongGround(truth, faulty);
    RepairOptions longest =
        RepairOptions.STANDARD
            .withGapsTo(Choice.LONGEST_BORDER)
            .withOverlapsTo(Choice.LONGEST_BORDER);
    double before = ground.of(Repair.propose(faulty, longest).apply().plan()).wrong();
    Repaired usual = Repair.propose(faulty, RepairOptions.STANDARD).apply();
    assertThat(ground.of(usual.plan()).wrong()).isLessThan(0.75 * before);
    assertThat(usual.leftovers()).isEmpty();
  }
}

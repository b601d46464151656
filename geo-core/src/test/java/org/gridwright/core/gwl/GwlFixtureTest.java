package org.gridwright.core.gwl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/**
 * The file {@code three-grids-1.gwl} of version 1 stays readable and is what is written today. A
 * change of the layout is a new version, with a file of its own: the system property {@code
 * gridwright.fixture} names a file to write it to.
 */
class GwlFixtureTest {

  private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

  @Test
  void theFixtureOfVersionOneIsWrittenAndRead() throws IOException {
    Plan plan = plan();
    BytesInMemory written =
        BytesInMemory.of(
            new GwlContent(5, 2, new GwlDays(SINCE, null), plan, PackedLocator.of(plan)));
    String target = System.getProperty("gridwright.fixture");
    if (target != null) {
      Files.write(Path.of(target), written.bytes());
    }
    BytesInMemory kept = new BytesInMemory(fixture());
    assertThat(written.bytes()).isEqualTo(kept.bytes());
    GwlPlan read = GwlFile.of(kept).inForce(SINCE).orElseThrow();
    assertThat(read.id()).isEqualTo(5);
    assertThat(read.theme()).isEqualTo(plan.theme());
    assertThat(read.gridCodes()).containsExactly("A", "B", "C");
    assertThat(read.locator().owner(50, 10)).isEqualTo(1);
    assertThat(read.locatorAt(150, 10).place(150, 10).contested()).containsExactly(2, 3);
    assertThat(read.unit(1, 2).attributes()).containsEntry("name:zh", "丙");
  }

  /** A and B side by side, C over half of B. */
  private static Plan plan() {
    return Plan.of(
        Theme.of("beats", "Beats", CodeScheme.FREE, "district", "beat"),
        List.of(
            new Unit(0, "X", null, "North", Map.of(), null),
            grid("A", 0, 100, "甲"),
            grid("B", 100, 200, "乙"),
            grid("C", 140, 240, "丙")));
  }

  private static Unit grid(String code, int west, int east, String chinese) {
    int[] ring = {west, 0, east, 0, east, 100, west, 100, west, 0};
    return new Unit(
        1,
        code,
        "X",
        "Beat " + code,
        Map.of("name:zh", chinese),
        LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(ring))));
  }

  private static byte[] fixture() throws IOException {
    try (InputStream in = GwlFixtureTest.class.getResourceAsStream("three-grids-1.gwl")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}

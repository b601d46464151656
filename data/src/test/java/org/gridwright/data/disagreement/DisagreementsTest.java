package org.gridwright.data.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.Incident;
import org.junit.jupiter.api.Test;

/**
 * Cells of 10 by 10 steps (about 10 cm) from (0, 0); districts X and Y over grids A, B, C.
 *
 * <pre>
 * X X Y
 * A B C
 * </pre>
 */
class DisagreementsTest {

  private static final Theme BEATS =
      Theme.of("beats", "Beats", CodeScheme.FREE, "district", "beat");
  private final Plan plan = Pictures.plan(BEATS, "XXY", "ABC");
  private final List<Disagreement> found = new ArrayList<>();

  @Test
  void agreesStrictlyAndNearlyAndNamesTheRest() {
    Agreement agreement =
        compare(
            "beat",
            0.05,
            incident("in A, reported A", 5, 5, "beat", "A"),
            incident("a hair into B", 12, 5, "beat", "A"),
            incident("far in C", 25, 5, "beat", "A"),
            incident("outside", 35, 5, "beat", "C"));

    assertThat(agreement.compared()).isEqualTo(4);
    assertThat(agreement.agreeing()).isEqualTo(1);
    assertThat(agreement.nearlyAgreeing()).isEqualTo(2);
    assertThat(agreement.share()).isEqualTo(0.25);
    assertThat(found).extracting(Disagreement::computed).containsExactly("B", "C", null);
    assertThat(found.get(0).metres()).isCloseTo(Geodesy.metres(10, 5, 12, 5), within(1e-6));
    assertThat(agreement.zones())
        .extracting(Agreement.Zone::code, Agreement.Zone::disagreeing)
        .containsExactly(tuple("A", 2L), tuple("C", 1L));
  }

  @Test
  void anUpperLevelIsMeasuredToAllItsGrids() {
    Agreement agreement =
        compare(
            "district",
            0,
            incident("B is in X", 15, 5, "district", "X"),
            incident("C is not", 21, 5, "district", "X"));

    assertThat(agreement.agreeing()).isEqualTo(1);
    assertThat(found.get(0).metres()).isCloseTo(Geodesy.metres(20, 5, 21, 5), within(1e-6));
  }

  @Test
  void zonesThatThePlanDoesNotHaveAreCountedApart() {
    Agreement agreement =
        compare(
            "beat",
            0,
            incident("old beat", 5, 5, "beat", "Z"),
            incident("other level", 5, 5, "district", "X"),
            new Incident("none", point(5, 5), NOON, "c", "import", "closed", null, null));

    assertThat(agreement.compared()).isZero();
    assertThat(agreement.unknownZone()).isEqualTo(1);
    assertThat(agreement.share()).isEqualTo(1);
    assertThat(found).isEmpty();
  }

  private static final LocalDateTime NOON = LocalDateTime.of(2024, 1, 1, 12, 0);

  private Agreement compare(String level, double tolerance, Incident... incidents) {
    return new Disagreements(plan, JtsLocator.of(plan), BEATS.level(level).orElseThrow(), tolerance)
        .of(List.of(incidents).iterator(), found::add);
  }

  private static Incident incident(String id, int x, int y, String level, String code) {
    Incident.ReportedZone zone = new Incident.ReportedZone("beats", level, code);
    return new Incident(id, point(x, y), NOON, "c", "import", "closed", zone, null);
  }

  private static LatticePoint point(int x, int y) {
    return new LatticePoint(x, y);
  }
}

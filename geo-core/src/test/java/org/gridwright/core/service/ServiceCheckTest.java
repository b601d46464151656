package org.gridwright.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleSet;
import org.junit.jupiter.api.Test;

/** Cells are 10 steps, about 0.11 m. */
class ServiceCheckTest {

  private static final Plan ABC = Pictures.plan("ABC");

  private static Points points(int... xy) {
    List<LatticePoint> all = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      all.add(new LatticePoint(xy[i], xy[i + 1]));
    }
    return Points.of(all);
  }

  private static List<Finding> check(Plan plan, RuleSet rules, CityFacts facts) {
    return ServiceCheck.of(rules.service()).check(plan, PackedLocator.of(plan), facts);
  }

  private static CityFacts addresses(Points addresses) {
    return new CityFacts(addresses, Points.NONE, Set.of(), Map.of());
  }

  private static CityFacts hydrants(Points addresses, Points hydrants) {
    return new CityFacts(addresses, Points.NONE, Set.of(), Map.of("hydrant", hydrants));
  }

  private static RuleSet hydrantWithin(double metres) {
    return RuleSet.STANDARD.with(
        Rule.named("facility-reach:hydrant", true, Map.of("metres", metres)));
  }

  @Test
  void aCityWithoutFactsHasNoFindings() {
    assertThat(check(ABC, RuleSet.STANDARD, CityFacts.NONE)).isEmpty();
  }

  @Test
  void addressesInNoGridAreGroupedByTheNearestGrid() {
    List<Finding> findings =
        check(ABC, RuleSet.STANDARD, addresses(points(5, 5, 5, 20, 3, 30, 27, -50, 25, 5)));
    assertThat(findings).extracting(Finding::kind).containsOnly(Kind.ADDRESS_OUTSIDE);
    assertThat(findings).extracting(Finding::units).containsExactly(List.of("A"), List.of("C"));
    assertThat(findings.get(0).place().getNumPoints()).isEqualTo(2);
    assertThat(findings.get(0).message().toString()).startsWith("addresses in no unit: 2;");
    assertThat(findings.get(0).widthMetres()).isCloseTo(0.221, within(0.001));
    assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
  }

  private static Offset<Double> within(double metres) {
    return Offset.offset(metres);
  }

  @Test
  void incidentsAreLookedAtByThemselves() {
    CityFacts facts = new CityFacts(points(5, 5), points(5, 20), Set.of(), Map.of());
    assertThat(check(ABC, RuleSet.STANDARD, facts))
        .extracting(Finding::kind)
        .containsExactly(Kind.INCIDENT_OUTSIDE);
    RuleSet off = RuleSet.STANDARD.with(Rule.named("incident-outside", false, Map.of()));
    assertThat(check(ABC, off, facts)).isEmpty();
  }

  @Test
  void manyStraysAreOneFindingWithAnArea() {
    Random random = new Random(1);
    int[] xy = random.ints(6000, 1000, 100_000).toArray();
    List<Finding> findings = check(ABC, RuleSet.STANDARD, addresses(points(xy)));
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).message().toString()).startsWith("addresses in no unit: 3000;");
    assertThat(findings.get(0).place().getGeometryType()).isEqualTo("Polygon");
  }

  @Test
  void gridsThatNobodyAnswersForAreNamedWhereOfficersAreKept() {
    CityFacts facts = new CityFacts(Points.NONE, Points.NONE, Set.of("A", "C"), Map.of());
    List<Finding> findings = check(ABC, RuleSet.STANDARD, facts);
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.GRID_WITHOUT_OFFICER);
    assertThat(findings.get(0).units()).containsExactly("B");
  }

  @Test
  void householdsHaveARange() {
    Map<String, String> households =
        Map.of("A", "199", "B", "200", "C", "400", "D", "401", "E", "0", "F", "many");
    Plan drawn = Pictures.plan("ABCDEFG");
    List<Unit> units =
        drawn.grids().stream()
            .map(
                it ->
                    new Unit(
                        0,
                        it.code(),
                        null,
                        it.name(),
                        households.containsKey(it.code())
                            ? Map.of("households", households.get(it.code()))
                            : Map.of(),
                        it.area()))
            .toList();
    Plan plan = Plan.of(drawn.theme(), units);
    assertThat(check(plan, RuleSet.STANDARD, CityFacts.NONE))
        .extracting(it -> it.message().toString())
        .satisfiesExactly(
            few -> assertThat(few).startsWith("\"A\" has 199 households, fewer than 200"),
            many -> assertThat(many).startsWith("\"D\" has 401 households, more than 400"));
  }

  @Test
  void anEstimateLooksDifferentFromACount() {
    Plan drawn = Pictures.plan("ABC");
    Map<String, String> estimated = Map.of("households", "30", "households_basis", "estimated");
    Map<String, String> counted = Map.of("households", "1000");
    Plan plan =
        Plan.of(
            drawn.theme(),
            drawn.grids().stream()
                .map(it -> it.withAttributes(it.code().equals("A") ? estimated : counted))
                .toList());
    Rule balance = Rule.named("balance:households", true, Map.of("tolerance", 30.0));
    assertThat(check(plan, RuleSet.STANDARD.with(balance), CityFacts.NONE))
        .extracting(it -> it.message().toString())
        .anySatisfy(few -> assertThat(few).startsWith("\"A\" has ≈ 30 households, fewer"))
        .anySatisfy(many -> assertThat(many).startsWith("\"B\" has 1000 households, more"))
        .anySatisfy(off -> assertThat(off).contains("\"A\"", "≈ 30", "mean"));
  }

  @Test
  void aStoredTotalThatIsNotTheSumOfItsGridsIsNamed() {
    Theme theme = Theme.of("totals", "Totals", CodeScheme.FREE, "street", "grid");
    Map<String, String> households =
        Map.of("A", "4", "B", "5", "C", "7", "X", "10", "Y", "7.0", "Z", "3");
    Plan drawn = Pictures.plan(theme, "XXYZ", "ABCD");
    List<Unit> units = new ArrayList<>();
    for (int depth = 0; depth < 2; depth++) {
      for (Unit unit : drawn.units(depth)) {
        String number = households.get(unit.code());
        units.add(number == null ? unit : unit.withAttributes(Map.of("households", number)));
      }
    }
    Plan plan = UpperLevels.draw(Plan.of(theme, units));
    Plan told = PlanFacts.of(plan, FactBasis.of(plan)).told();
    assertThat(told.unit(0, "X").orElseThrow().attributes())
        .isEqualTo(Map.of("households", "9", "households_stored", "10"));
    RuleSet few = RuleSet.STANDARD.with(Rule.named("household-range", false, Map.of()));
    assertThat(check(told, few, CityFacts.NONE))
        .extracting(it -> it.kind() + " " + it.units() + " " + it.message())
        .singleElement()
        .asString()
        .startsWith(
            "TOTAL_MISMATCH [X] \"X\" is stored with 10 households, but what is below it adds up to"
                + " 9;");
  }

  @Test
  void theFarthestAddressOfAGridDecidesOnReach() {
    Points addresses = points(5, 5, 9, 5, 15, 5); // none in C: its inside (25, 5) counts
    List<Finding> findings = check(ABC, hydrantWithin(1), hydrants(addresses, points(-100, 5)));
    assertThat(findings).extracting(it -> it.units().get(0)).containsExactly("A", "B", "C");
    assertThat(findings.get(0).place().getCoordinate().x).isEqualTo(9e-7);
    assertThat(findings.get(0).widthMetres()).isCloseTo(1.213, within(0.001));
    assertThat(check(ABC, hydrantWithin(2), hydrants(addresses, points(-100, 5)))).isEmpty();
  }

  @Test
  void aKindOfFacilityThatIsNowhereIsOneFinding() {
    List<Finding> findings = check(ABC, hydrantWithin(100), CityFacts.NONE);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).units()).isEmpty();
    assertThat(findings.get(0).message().toString()).contains("no hydrant");
  }

  @Test
  void theNearestPointIsTheNearest() {
    Random random = new Random(3);
    for (int round = 0; round < 40; round++) {
      int spread = round % 4 == 0 ? 10 : 1_000_000;
      int[] xy = random.ints(2L * (1 + random.nextInt(200)), 0, spread).toArray();
      Points points = points(xy);
      NearestPoint nearest = new NearestPoint(points);
      for (int k = 0; k < 200; k++) {
        int x = random.nextInt(3 * spread) - spread;
        int y = random.nextInt(3 * spread) - spread;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
          best = Math.min(best, Geodesy.metres(x, y, points.x(i), points.y(i)));
        }
        int found = nearest.to(x, y);
        assertThat(Geodesy.metres(x, y, points.x(found), points.y(found)))
            .isLessThanOrEqualTo(best * 1.01);
      }
    }
  }
}

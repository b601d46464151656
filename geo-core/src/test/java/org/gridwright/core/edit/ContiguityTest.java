package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.line;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units above the grids hang together, unless several parts are allowed. */
class ContiguityTest {

  private static final Theme TWO = Theme.of("two", "Two", CodeScheme.FREE, "community", "grid");
  private static final Theme THREE =
      Theme.of("three", "Three", CodeScheme.FREE, "street", "community", "grid");

  private static ChangeParentEdit to(String parent, String... grids) {
    return new ChangeParentEdit(1, List.of(grids), parent, false);
  }

  @Test
  void whatWouldTearACommunityIsRefusedAtTheSmallestPartWithNameAndRemedy() {
    for (boolean isDrawn : new boolean[] {true, false}) {
      Plan plan = Pictures.plan(TWO, "PPPQ/PPPQ", "ABBC/ABBC");
      Plan tried = isDrawn ? UpperLevels.draw(plan) : plan;
      EditRefusedException refused = refusal(tried, to("P", "C"));
      assertThat(refused).as("all of Q joins P").isNull();
      Plan strip = Pictures.plan(TWO, "PPPPQ/PPPPQ", "ABCCD/ABCCD");
      EditRefusedException torn = refusal(isDrawn ? UpperLevels.draw(strip) : strip, to("Q", "B"));
      assertThat(torn.reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
      assertThat(torn.told().toString())
          .isEqualTo(
              "the community \"P\" would consist of 2 separate parts, and others would fall apart too"
                  + " (1); choose what touches it and leaves the rest together, or allow units of"
                  + " several parts");
      assertThat(torn.place().orElseThrow().getArea()).isEqualTo(200e-14, offset(1e-16));
      Plan allowed = after(strip, new ChangeParentEdit(1, List.of("B"), "Q", true));
      assertThat(allowed.unit(1, "B").orElseThrow().parent()).contains("Q");
    }
  }

  @Test
  void groundThatMeetsInAPointIsInSeveralParts() {
    Plan plan = UpperLevels.draw(Pictures.plan(TWO, "PP/PQ", "AB/CD"));
    assertThat(refusal(plan, to("Q", "A")).reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    assertThat(refusal(plan, to("Q", "B"))).as("a border however short").isNull();
  }

  @Test
  void aHoleThatOpensWhereItTouchedTheOutsideLeavesTwoParts() {
    Plan plan = UpperLevels.draw(Pictures.plan(TWO, "RPPP/PQPP/PPPP/PPPP", "RABC/DQEF/GHIJ/KLMN"));
    assertThat(refusal(plan, to("Q", "E", "F")).reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    Plan allowed = after(plan, new ChangeParentEdit(1, List.of("E", "F"), "Q", true));
    assertThat(allowed.unit(0, "P").orElseThrow().area())
        .isEqualTo(UpperLevels.draw(allowed).unit(0, "P").orElseThrow().area());
  }

  @Test
  void unitsOfOneEditAreJudgedTogether() {
    Plan plan = UpperLevels.draw(Pictures.plan(TWO, "PQQQQ/PQQQQ", "ABCDE/ABCFG"));
    assertThat(refusal(plan, to("P", "C")).reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    assertThat(after(plan, to("P", "C", "B")).unit(0, "Q").orElseThrow().drawnArea().polygons())
        .hasSize(1);
  }

  @Test
  void levelsFartherAboveAreGuardedToo() {
    Plan plan = threeLevels();
    ChangeParentEdit edit = new ChangeParentEdit(2, List.of("B"), "Z", false);
    EditRefusedException refused = refusal(plan, edit);
    assertThat(refused.told().toString()).startsWith("the street \"S\" would consist of 2");
    assertThat(refusal(plan, new ChangeParentEdit(2, List.of("B"), "Z", true))).isNull();
  }

  /** Street S has the communities X, Y and W in a row, street T has Z below all of them. */
  private static Plan threeLevels() {
    Plan grids = Pictures.plan("ABC/DDD");
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(0, "S", null, "S", Map.of(), null));
    units.add(new Unit(0, "T", null, "T", Map.of(), null));
    for (String community : List.of("X", "Y", "W", "Z")) {
      String street = community.equals("Z") ? "T" : "S";
      units.add(new Unit(1, community, street, community, Map.of(), null));
    }
    Map<String, String> parents = Map.of("A", "X", "B", "Y", "C", "W", "D", "Z");
    for (Unit grid : grids.grids()) {
      units.add(
          new Unit(2, grid.code(), parents.get(grid.code()), grid.code(), Map.of(), grid.area()));
    }
    return UpperLevels.draw(Plan.of(THREE, units));
  }

  @Test
  void groundAndWholeGridsThatAreHandedOverAreGuardedAbove() {
    Plan plan = UpperLevels.draw(Pictures.plan(TWO, "PPPQ/PPPQ", "ABCD/ABCD"));
    MergeEdit merge = new MergeEdit(List.of("D", "B"), "D", true);
    assertThat(refusal(plan, merge)).as("allowed").isNull();
    Plan strip = UpperLevels.draw(Pictures.plan(TWO, "PPPP/QQQQ", "ABCC/DDDD"));
    EditRefusedException merged = refusal(strip, new MergeEdit(List.of("D", "B"), "D", false));
    assertThat(merged.told().toString()).startsWith("the community \"P\"");
    Edit places =
        new TransferPlacesEdit(List.of(), "D", line(15, 12), line(15, 19, 5, 15, 25, 15), false);
    assertThat(refusal(strip, places)).as("B keeps ground that joins A and C").isNull();
  }

  @Test
  void whatIsInPartsMayStaySoButGetsNoMore() {
    Plan plan = UpperLevels.draw(Pictures.plan(TWO, "PPQQPPQQ", "ABCDEFGH"));
    assertThat(refusal(plan, to("Q", "E"))).isNull();
    assertThat(refusal(plan, to("P", "H")).reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
  }

  @Test
  void wholeGridsGoToANewCommunityThatIsDrawnAndNamedAsItsSiblings() {
    Plan plan = named(Pictures.plan(TWO, "PPQQ/PPQQ", "ABCD/ABEF"));
    Plan after = after(plan, new ChangeParentEdit(1, List.of("B", "C"), null, false));
    Unit added = after.unit(0, "P-2").orElseThrow();
    assertThat(after.grids().stream().filter(it -> it.parent().equals(Optional.of("P-2"))))
        .extracting(Unit::code)
        .containsExactly("B", "C");
    assertThat(added.name()).isEqualTo("Community 13");
    assertThat(added.attributes()).containsEntry("name:zh", "第十三社区");
    assertThat(after(plan, new ChangeParentEdit(1, List.of("F", "B"), null, true)).unit(0, "Q-2"))
        .as("beside the parent of the first")
        .isPresent();
    assertThat(refusal(plan, new ChangeParentEdit(1, List.of("F", "B"), null, false)).reason())
        .isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    Plan whole = UpperLevels.draw(after);
    assertThat(added.area()).isEqualTo(whole.unit(0, "P-2").orElseThrow().area());
  }

  /** Communities 11 and 12, in two languages. */
  private static Plan named(Plan plan) {
    List<Unit> units = new ArrayList<>(plan.grids());
    units.add(new Unit(0, "P", null, "Community 11", Map.of("name:zh", "第十一社区"), null));
    units.add(new Unit(0, "Q", null, "Community 12", Map.of("name:zh", "第十二社区"), null));
    return UpperLevels.draw(Plan.of(TWO, units));
  }

  @Test
  void aCommunityOfAnotherKindOfNameGivesItsNameWithANumber() {
    List<Unit> units = new ArrayList<>(Pictures.plan(TWO, "PPQ", "ABC").grids());
    units.add(new Unit(0, "P", null, "文昌社区", Map.of("name:en", "Wenchang Community"), null));
    units.add(new Unit(0, "Q", null, "柳林社区", Map.of("name:en", "Liulin Community"), null));
    Plan plan = UpperLevels.draw(Plan.of(TWO, units));
    Unit added =
        after(plan, new ChangeParentEdit(1, List.of("B"), null, false))
            .unit(0, "P-2")
            .orElseThrow();
    assertThat(added.name()).isEqualTo("文昌社区2");
    assertThat(added.attributes()).containsEntry("name:en", "Wenchang Community 2");
  }

  /** Groups of neighbours get other parents at random; parts counted by shared edges alone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void exactlyWhatGetsMorePartsIsRefused(long seed) {
    Random random = new Random(seed);
    Plan plan = UpperLevels.draw(RandomPartitions.city(144, seed));
    int refused = 0;
    int made = 0;
    for (int i = 0; i < 40; i++) {
      List<Unit> near = aroundABorder(plan, random);
      Unit first = near.get(0);
      List<String> units =
          near.stream()
              .filter(it -> it.equals(first) || random.nextInt(3) == 0)
              .map(Unit::code)
              .toList();
      String parent =
          near.stream()
              .flatMap(it -> it.parent().stream())
              .filter(it -> !first.parent().equals(Optional.of(it)))
              .findFirst()
              .orElseThrow();
      Plan wanted = withParent(plan, units, parent);
      Map<String, Integer> before = parts(plan);
      TreeSet<String> torn = new TreeSet<>();
      parts(wanted)
          .forEach((code, n) -> addIf(torn, code, n > Math.max(1, before.getOrDefault(code, 0))));
      ChangeParentEdit edit = new ChangeParentEdit(1, units, parent, false);
      EditRefusedException refusal = refusal(plan, edit);
      if (refusal != null && refusal.reason() == Refusal.CHANGES_NOTHING) {
        continue;
      }
      assertThat(refusal != null)
          .as("%s to %s tears %s", units, parent, torn)
          .isEqualTo(!torn.isEmpty());
      if (refusal != null) {
        assertThat(torn).anyMatch(it -> refusal.told().toString().contains("\"" + it + "\""));
        refused++;
        if (random.nextInt(4) == 0) {
          ChangeParentEdit allowed = new ChangeParentEdit(1, units, parent, true);
          plan = plan.with(Editing.change(EditablePlan.of(plan), allowed));
        }
      } else {
        made++;
        plan = plan.with(Editing.change(EditablePlan.of(plan), edit));
      }
    }
    assertThat(refused).isPositive();
    assertThat(made).isPositive();
  }

  /** A grid and those near it, where these are of several districts. */
  private static List<Unit> aroundABorder(Plan plan, Random random) {
    while (true) {
      Unit first = plan.grids().get(random.nextInt(plan.grids().size()));
      List<Unit> near = new ArrayList<>(List.of(first));
      for (Unit grid : EditablePlan.of(plan).gridsNear(first.drawnArea().envelope())) {
        if (!grid.equals(first)) {
          near.add(grid);
        }
      }
      if (near.stream().map(Unit::parentCode).distinct().count() > 1) {
        return near;
      }
    }
  }

  private static void addIf(Set<String> codes, String code, boolean is) {
    if (is) {
      codes.add(code);
    }
  }

  private static Plan withParent(Plan plan, List<String> moved, String parent) {
    List<Unit> units = new ArrayList<>(plan.units(0));
    for (Unit grid : plan.grids()) {
      units.add(
          moved.contains(grid.code())
              ? new Unit(1, grid.code(), parent, grid.name(), grid.attributes(), grid.area())
              : grid);
    }
    return Plan.of(plan.theme(), units);
  }

  /** How many parts each district has: its grids, joined wherever two have an edge. */
  private static Map<String, Integer> parts(Plan plan) {
    int[] leads = new int[plan.grids().size()];
    Map<String, Integer> ownerOfEdge = new HashMap<>();
    Map<String, Integer> parts = new TreeMap<>();
    for (int i = 0; i < leads.length; i++) {
      leads[i] = i;
      int grid = i;
      String parent = plan.grids().get(i).parent().orElseThrow();
      parts.merge(parent, 1, Integer::sum);
      plan.grids()
          .get(i)
          .drawnArea()
          .forEachRing(ring -> join(ring, grid, parent, ownerOfEdge, leads, parts));
    }
    return parts;
  }

  private static void join(
      LatticeRing ring,
      int grid,
      String parent,
      Map<String, Integer> ownerOfEdge,
      int[] leads,
      Map<String, Integer> parts) {
    for (int i = 1; i < ring.size(); i++) {
      String a = ring.x(i - 1) + " " + ring.y(i - 1);
      String b = ring.x(i) + " " + ring.y(i);
      String edge = parent + " " + (a.compareTo(b) < 0 ? a + " " + b : b + " " + a);
      Integer other = ownerOfEdge.putIfAbsent(edge, grid);
      if (other != null && leader(leads, other) != leader(leads, grid)) {
        leads[leader(leads, grid)] = leader(leads, other);
        parts.merge(parent, -1, Integer::sum);
      }
    }
  }

  private static int leader(int[] leads, int grid) {
    int at = grid;
    while (leads[at] != at) {
      at = leads[at];
    }
    return at;
  }
}

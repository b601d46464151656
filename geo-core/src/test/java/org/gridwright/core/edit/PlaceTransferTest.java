package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.assertLooks;
import static org.gridwright.core.edit.Drawn.line;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Handing over chosen addresses and blocks. */
class PlaceTransferTest {

  private static Edit places(String to, List<LatticePoint> go, List<LatticePoint> stay) {
    return new TransferPlacesEdit(List.of(), to, go, stay, false);
  }

  private static Edit blocks(String to, List<LatticePoint> blocks, LatticeLine... lines) {
    return new TransferBlocksEdit(List.of(), to, blocks, List.of(lines), false);
  }

  /** A strip of large squares of 1000 steps, about 10 m, each a unit. */
  private static Plan squares(String row) {
    String[] units = new String[2 * row.length()];
    for (int i = 0; i < row.length(); i++) {
      int w = 1000 * i;
      int e = w + 1000;
      units[2 * i] = row.substring(i, i + 1);
      units[2 * i + 1] = "POLYGON((%d 0,%d 0,%d 1000,%d 1000,%d 0))".formatted(w, e, e, w, w);
    }
    return Drawn.ofWkt(units);
  }

  @Test
  void chosenPlacesTakeTheGroundThatIsNearestToThem() {
    Edit edit = places("A", line(25, 5, 25, 15), line(35, 5, 35, 15));
    assertLooks(after("AABB/AABB", edit), "AAAB/AAAB");
  }

  @Test
  void severalUnitsGiveAndOnlyTheNamedOnesDo() {
    List<LatticePoint> go = line(25, 25, 25, 5);
    List<LatticePoint> stay = line(35, 25, 35, 5);
    assertLooks(after("AABB/AABB/AACC", places("A", go, stay)), "AAAB/AAAB/AAAC");
    Edit named = new TransferPlacesEdit(List.of("C"), "A", go, stay, false);
    assertLooks(after("AABB/AABB/AACC", named), "AABB/AABB/AAAC");
  }

  @Test
  void placesOfTheReceiverAndOfUnitsThatDoNotGiveAreLeft() {
    Edit edit = places("A", line(5, 5, 25, 5, 25, 15), line(35, 5, 35, 15, 15, 5, 100, 100));
    assertLooks(after("AABB/AABB", edit), "AAAB/AAAB");
  }

  @Test
  void whatWouldTearAUnitIsRefused() {
    Edit middle = places("A", line(35, 5), line(25, 5, 45, 5));
    EditRefusedException refused = refusal("AABBBB", middle);
    assertThat(refused.reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    assertThat(refused.place()).isPresent();
    Edit allowed = new TransferPlacesEdit(List.of(), "A", line(35, 5), line(25, 5, 45, 5), true);
    assertLooks(after("AABBBB", allowed), "AABABB");
  }

  @Test
  void groundWithoutPlacesDoesNotTearAUnit() {
    Edit edit = places("A", line(25, 5), line(35, 25));
    Plan plan = after("AABB/AA.B/AABB", edit);
    assertThat(plan.unit(0, "B").orElseThrow().drawnArea().polygons()).hasSize(1);
    assertThat(plan.unit(0, "A").orElseThrow().drawnArea().polygons()).hasSize(1);
  }

  @Test
  void placesOfSeveralUnitsMakeANewOneBesideTheFirst() {
    Edit edit =
        new TransferPlacesEdit(List.of(), null, line(25, 5, 15, 5), line(5, 5, 35, 5), false);
    Plan plan = Pictures.plan("AABB");
    PlanChange change = Editing.change(EditablePlan.of(plan), edit, Drawn.EXACT);
    assertThat(change.lineage())
        .containsExactlyInAnyOrder(
            new Lineage(0, List.of("A"), List.of("A", "B-2")),
            new Lineage(0, List.of("B"), List.of("B", "B-2")));
    Plan after = after(plan, edit);
    assertThat(after.unit(0, "B-2").orElseThrow().drawnArea().envelope())
        .isEqualTo(new LatticeEnvelope(10, 0, 30, 10));
    assertThat(after.grids()).hasSize(3);
    Edit apart =
        new TransferPlacesEdit(List.of(), null, line(5, 5, 35, 5), line(15, 5, 25, 5), false);
    assertThat(refusal(plan, apart).reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    Edit all = new TransferPlacesEdit(List.of(), null, line(25, 5), List.of(), false);
    assertThat(refusal(plan, all).reason()).isEqualTo(Refusal.UNIT_WOULD_VANISH);
  }

  @Test
  void blocksOfSeveralUnitsMakeANewOne() {
    LatticeLine west = LatticeLine.of(500, -200, 500, 1200);
    LatticeLine east = LatticeLine.of(1500, -200, 1500, 1200);
    Edit edit =
        new TransferBlocksEdit(
            List.of(), null, line(700, 500, 1200, 500), List.of(west, east), false);
    Plan after = after(squares("AB"), edit);
    assertThat(after.unit(0, "A-2").orElseThrow().drawnArea().envelope())
        .isEqualTo(new LatticeEnvelope(500, 0, 1500, 1000));
  }

  @Test
  void allPlacesOfAUnitAreRefused() {
    assertThat(refusal("AB", places("A", line(15, 5), line(5, 5))).reason())
        .isEqualTo(Refusal.UNIT_WOULD_VANISH);
  }

  @Test
  void placesThatChangeNothingOrBelongToNobodyAreRefused() {
    assertThat(refusal("AB", places("A", line(5, 5), line(15, 5))).reason())
        .isEqualTo(Refusal.PLACES_CHANGE_NOTHING);
    assertThat(refusal("AB", places("A", List.of(), line(15, 5))).reason())
        .isEqualTo(Refusal.PLACES_CHANGE_NOTHING);
    EditRefusedException nobody = refusal("AB", places("A", line(15, 55), line(15, 5)));
    assertThat(nobody.reason()).isEqualTo(Refusal.PLACE_OF_NOBODY);
    assertThat(nobody.place()).isPresent();
  }

  @Test
  void onePlaceCanNotGoAndStay() {
    Edit edit = places("A", line(1500, 500, 1700, 500), line(1700, 500, 1900, 500));
    EditRefusedException refused = refusal(squares("AB"), edit);
    assertThat(refused.reason()).isEqualTo(Refusal.PLACES_TOO_NEAR);
    assertThat(refused.place()).isPresent();
  }

  @Test
  void placesAStepApartAreToldApart() {
    Plan plan = squares("AB");
    List<LatticePoint> go = line(1500, 100, 1500, 500, 1500, 900);
    List<LatticePoint> stay = line(1502, 100, 1502, 500, 1502, 900);
    assertOwners(after(plan, places("A", go, stay)), "A", go, "B", stay);
  }

  @Test
  void aSecondRowOfPlacesIsCutAlongStraightLines() {
    List<LatticePoint> go = new ArrayList<>();
    List<LatticePoint> stay = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      go.add(new LatticePoint(1200 + 37 * i % 11, 50 + 100 * i));
      stay.add(new LatticePoint(1600 + 53 * i % 17, 50 + 100 * i));
    }
    Plan after = after(squares("AB"), places("A", go, stay));
    assertThat(after.unit(0, "A").orElseThrow().drawnArea().polygons().get(0).shell().size())
        .as("four corners, two of them moved, and the old ones on the outer border")
        .isLessThanOrEqualTo(9);
  }

  @Test
  void blocksBetweenLinesChangeHands() {
    LatticeLine street = LatticeLine.of(1500, -200, 1500, 1200);
    LatticeLine lane = LatticeLine.of(900, 500, 2200, 500);
    Plan plan = squares("AB");
    Edit edit = blocks("A", line(1200, 200, 1100, 800), street, lane);
    assertOwners(
        after(plan, edit), "A", line(1499, 200, 1499, 800), "B", line(1501, 200, 1501, 800));
    Edit corner = blocks("A", line(1200, 200), street, lane);
    assertOwners(after(plan, corner), "A", line(1499, 499), "B", line(1499, 501, 1501, 499));
    assertThat(Editing.blocks(EditablePlan.of(plan), "B", List.of(street, lane))).hasSize(4);
    assertThat(Editing.blocks(EditablePlan.of(plan), "B", List.of())).hasSize(1);
  }

  @Test
  void aBlockBehindAnotherOneTearsTheReceiver() {
    LatticeLine street = LatticeLine.of(1500, -200, 1500, 1200);
    EditRefusedException refused = refusal(squares("AB"), blocks("A", line(1700, 500), street));
    assertThat(refused.reason()).isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    assertThat(refusal(squares("AB"), blocks("A", line(1700, 500))).reason())
        .isEqualTo(Refusal.UNIT_WOULD_VANISH);
  }

  @Test
  void whatNoHandDrawsIsRefused() {
    Random random = new Random(1);
    int[] tangle = new int[1000];
    for (int i = 0; i < tangle.length; i++) {
      tangle[i] = (i % 2 == 0 ? 1000 : 0) + random.nextInt(1000);
    }
    LatticeLine streets = LatticeLine.of(tangle);
    assertThat(refusal(squares("AB"), blocks("A", line(1500, 500), streets)).reason())
        .isEqualTo(Refusal.TOO_INTRICATE);
    List<LatticePoint> go = new ArrayList<>();
    List<LatticePoint> stay = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      ((i + i / 100) % 2 == 0 ? go : stay)
          .add(new LatticePoint(1005 + 10 * (i % 100), 5 + 10 * (i / 100)));
    }
    assertThat(refusal(squares("AB"), places("A", go, stay)).reason())
        .isEqualTo(Refusal.TOO_INTRICATE);
    LatticeLine far = LatticeLine.of(1500, 500, 1_800_000_000, 500);
    assertThat(refusal(squares("AB"), blocks("A", line(1500, 500), far)).reason())
        .isEqualTo(Refusal.TOO_FAR_AWAY);
  }

  private static void assertOwners(
      Plan plan, String to, List<LatticePoint> go, String from, List<LatticePoint> stay) {
    Locator locator = JtsLocator.of(plan);
    for (LatticePoint place : go) {
      assertThat(code(plan, locator, place)).as("%s", place).isEqualTo(to);
    }
    for (LatticePoint place : stay) {
      assertThat(code(plan, locator, place)).as("%s", place).isEqualTo(from);
    }
  }

  private static String code(Plan plan, Locator locator, LatticePoint place) {
    int owner = locator.owner(place.x(), place.y());
    return owner == Locator.NOBODY ? "" : plan.grids().get(owner - 1).code();
  }

  /**
   * Random places in a random city, those in a disc chosen: each chosen one is the receiver's
   * afterwards, every other one has the owner that it had, and the full check finds nothing.
   */
  @Test
  void randomPlacesOfRandomCitiesGetTheOwnersTheyShould() {
    Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    int made = 0;
    for (int seed = 0; seed < 12; seed++) {
      Plan plan = UpperLevels.draw(RandomPartitions.city(25, seed));
      Random random = new Random(seed);
      List<LatticePoint> all = places(plan, random, 800);
      for (int i = 0; i < 12; i++) {
        Choice choice = choice(plan, all, random);
        try {
          PlanChange change = Editing.change(EditablePlan.of(plan), choice.edit());
          Plan after = plan.with(change);
          choice.assertDone(plan, after, all);
          assertThat(CoverageCheck.standard().check(after)).isEmpty();
          Drawn.assertSameUpperOutlines(after, UpperLevels.draw(after));
          assertThat(after.with(change.reversed()).grids()).isEqualTo(plan.grids());
          plan = after;
          made++;
        } catch (EditRefusedException no) {
          refused.merge(no.reason(), 1, Integer::sum);
        }
      }
    }
    assertThat(made).isGreaterThan(70);
    assertThat(refused.keySet())
        .isSubsetOf(
            Refusal.UNIT_WOULD_FALL_APART,
            Refusal.UNIT_WOULD_VANISH,
            Refusal.PLACES_CHANGE_NOTHING);
  }

  /** Some of the places in a disc, and the grid that is to get them. */
  private record Choice(String to, List<LatticePoint> go, List<LatticePoint> stay) {

    Edit edit() {
      return places(to, go, stay);
    }

    void assertDone(Plan before, Plan after, List<LatticePoint> all) {
      Locator was = JtsLocator.of(before);
      Locator is = JtsLocator.of(after);
      for (LatticePoint place : all) {
        String expected = go.contains(place) ? to : code(before, was, place);
        assertThat(code(after, is, place)).as("%s", place).isEqualTo(expected);
      }
    }
  }

  private static Choice choice(Plan plan, List<LatticePoint> all, Random random) {
    LatticePoint middle = all.get(random.nextInt(all.size()));
    double radius = 2000 + random.nextInt(8000);
    List<LatticePoint> go = new ArrayList<>();
    List<LatticePoint> stay = new ArrayList<>();
    for (LatticePoint place : all) {
      boolean near = Math.hypot(place.x() - middle.x(), place.y() - middle.y()) < radius;
      (near ? go : stay).add(place);
    }
    Locator locator = JtsLocator.of(plan);
    LatticePoint beside = all.get(random.nextInt(all.size()));
    for (LatticePoint place : stay) {
      double away = Math.hypot(place.x() - middle.x(), place.y() - middle.y());
      if (away < 2 * radius && !code(plan, locator, place).equals(code(plan, locator, middle))) {
        beside = place;
      }
    }
    return new Choice(code(plan, locator, beside), go, stay);
  }

  /** Places that some grid owns, some of them close together and some in the same place. */
  private static List<LatticePoint> places(Plan plan, Random random, int count) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Unit grid : plan.grids()) {
      box = box.union(grid.drawnArea().envelope());
    }
    Locator locator = JtsLocator.of(plan);
    List<LatticePoint> places = new ArrayList<>();
    while (places.size() < count) {
      LatticePoint place =
          places.isEmpty() || random.nextInt(10) > 0
              ? new LatticePoint(
                  box.minX() + random.nextInt(box.maxX() - box.minX()),
                  box.minY() + random.nextInt(box.maxY() - box.minY()))
              : beside(places.get(random.nextInt(places.size())), random);
      if (locator.owner(place.x(), place.y()) != Locator.NOBODY && !places.contains(place)) {
        places.add(place);
      }
    }
    return places;
  }

  private static LatticePoint beside(LatticePoint place, Random random) {
    return new LatticePoint(place.x() + random.nextInt(9) - 4, place.y() + random.nextInt(9) - 4);
  }
}

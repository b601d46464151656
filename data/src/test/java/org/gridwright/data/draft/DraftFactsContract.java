package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.Keeper;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.edit.SetAttributesEdit;
import org.gridwright.core.edit.SplitEdit;
import org.gridwright.core.fact.FactDeclaration;
import org.gridwright.core.fact.FactKind;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.TestPlans;
import org.junit.jupiter.api.Test;

/** Numbers of grids in drafts, in the store and after publishing, on every store. */
abstract class DraftFactsContract extends PublicationContract {

  private static final int CELL = 10_000;

  /** A row of grids of 100 m by 100 m, with 100, 200, … households and four addresses each. */
  private long rowWithHouseholds(int grids) {
    List<Unit> units = new ArrayList<>();
    units.add(
        new Unit(0, "D", null, "District", Map.of(), TestPlans.square(0, 0, CELL * grids, CELL)));
    List<Address> addresses = new ArrayList<>();
    for (int i = 0; i < grids; i++) {
      int west = i * CELL;
      units.add(
          new Unit(
              1,
              TestEdits.code(i),
              "D",
              "Grid " + i,
              Map.of("households", Integer.toString(100 * (i + 1))),
              TestPlans.square(west, 0, west + CELL, CELL)));
      for (int at : new int[] {1_000, 2_000, 3_000, 9_000}) {
        addresses.add(new Address(i + "-" + at, "at", new LatticePoint(west + at, 5_000)));
      }
    }
    store.addresses().put(addresses.iterator());
    Plan plan = Plan.of(TestPlans.THEME, units);
    long first = desk.create(plan, ABOUT).info().id();
    desk.publish(first, 1, JANUARY, null, Actor.named("ann"));
    return desk.create("beats", null, ABOUT).info().id();
  }

  private static SplitEdit split(int grid) {
    int x = grid * CELL + 6_000;
    return new SplitEdit(
        TestEdits.code(grid),
        List.of(new LatticePoint(x, -1_000), new LatticePoint(x, CELL + 1_000)),
        Keeper.By.WEST,
        List.of());
  }

  private void apply(long draft, Edit edit) {
    long version = desk.open(draft).version();
    desk.apply(draft, version, PlanEdit.of(edit), TestEdits.note(edit.kind()));
  }

  private Map<String, String> told(long draft) {
    return told(desk.open(draft));
  }

  private static Map<String, String> told(DraftState draft) {
    Map<String, String> told = new TreeMap<>();
    for (Unit grid : draft.plan().grids()) {
      Fact fact = draft.facts().fact(grid, "households").orElseThrow();
      told.put(
          grid.code(),
          (fact.estimated() ? "~" : "") + fact.value().map(BigDecimal::toPlainString).orElse("?"));
    }
    return told;
  }

  @Test
  void whatASplitTellsIsStoredUndoneAndDoneAgain() {
    long id = rowWithHouseholds(2);
    Plan before = desk.open(id).plan();

    apply(id, split(0));

    Map<String, String> split = Map.of("G00000", "~75", "G00000-2", "~25", "G00001", "200");
    assertThat(told(id)).isEqualTo(split);
    assertThat(told(new DraftDesk(store).open(id))).as("after a restart").isEqualTo(split);
    desk.undo(id, 2, Actor.named("ann"));
    assertThat(TestPlans.all(desk.open(id).plan())).isEqualTo(TestPlans.all(before));
    desk.redo(id, 3, Actor.named("ann"));
    assertThat(told(id)).isEqualTo(split);
    assertThat(told(new DraftDesk(store).open(id))).isEqualTo(split);
  }

  @Test
  void addressesWithManyDwellingsHaveMoreOfWhatWasCounted() {
    long id = rowWithHouseholds(2);
    LatticePoint east = new LatticePoint(9_000, 5_000);
    store.addresses().put(List.of(new Address("0-9000", "a tower", east, 17)).iterator());

    apply(id, split(0));

    assertThat(told(id))
        .as("3 and 17 of 20")
        .isEqualTo(Map.of("G00000", "~15", "G00000-2", "~85", "G00001", "200"));
  }

  @Test
  void aPublishedEstimateIsStillMadeOfItsCount() {
    long id = rowWithHouseholds(2);
    apply(id, split(0));
    PlanInfo published = desk.publish(id, 2, JUNE, null, Actor.named("ann"));
    store
        .addresses()
        .put(List.of(new Address("0-1000", "moved", new LatticePoint(95, 5))).iterator());

    long next = desk.create("beats", published.id(), ABOUT).info().id();
    assertThat(told(next).get("G00000")).isEqualTo("~75");
    apply(next, new MergeEdit(List.of("G00000", "G00000-2"), null, false));

    assertThat(told(next)).isEqualTo(Map.of("G00000", "100", "G00001", "200"));
  }

  @Test
  void draftsThatAreMergedChangeSumsByEnteredCountsOnly() {
    long first = rowWithHouseholds(4);
    long second = desk.create("beats", null, ABOUT).info().id();
    apply(first, split(0));
    apply(second, split(2));
    apply(second, new SetAttributesEdit(1, "G00002-2", Map.of("households", "80")));

    desk.publish(first, 2, JUNE, null, Actor.named("ann"));
    PlanInfo plan = desk.publish(second, 3, JUNE, null, Actor.named("bob"));

    long next = desk.create("beats", plan.id(), ABOUT).info().id();
    assertThat(told(next))
        .isEqualTo(
            Map.of(
                "G00000",
                "~75",
                "G00000-2",
                "~25",
                "G00001",
                "200",
                "G00002",
                "~225",
                "G00002-2",
                "80",
                "G00003",
                "400"));
    assertThat(desk.open(next).facts().sum("households")).isEqualByComparingTo("1005");
  }

  @Test
  void whatAttributesAreIsDeclaredAndHoldsForDraftsAtOnce() {
    long id = rowWithHouseholds(2);
    assertThat(store.facts().schema("beats")).isEqualTo(FactSchema.NONE);
    FactSchema labels = FactSchema.of(List.of(FactDeclaration.of("households", FactKind.LABEL)));

    store.facts().setSchema("beats", labels);

    assertThat(store.facts().schema("beats")).isEqualTo(labels);
    apply(id, split(0));
    assertThat(desk.open(id).plan().unit(1, "G00000-2").orElseThrow().attributes()).isEmpty();
    assertThat(desk.open(id).plan().unit(1, "G00000").orElseThrow().attributes())
        .isEqualTo(Map.of("households", "100"));
  }
}

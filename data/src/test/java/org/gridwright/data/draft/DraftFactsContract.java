package org.gridwright.data.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.TestPlans;
import org.jspecify.annotations.Nullable;
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
  void theHistoryTellsOfEachNumberWhichCountsItComesFrom() {
    long id = rowWithHouseholds(3);
    apply(id, split(0));
    apply(id, new SetAttributesEdit(1, "G00002", Map.of("households", "80")));
    apply(id, new MergeEdit(List.of("G00000-2", "G00001"), "G00001", false));

    assertThat(history(id, 1))
        .containsExactly(
            "G00000: 100 counted [] -> 75 estimated [100 of G00000]",
            "G00000-2: none -> 25 estimated [100 of G00000]");
    assertThat(history(id, 2)).containsExactly("G00002: 300 counted [] -> 80 counted []");
    List<String> merge =
        List.of(
            "G00000-2: 25 estimated [100 of G00000] -> none",
            "G00001: 200 counted [] -> 225 estimated [100 of G00000, 200 of G00001]");
    assertThat(history(id, 3)).isEqualTo(merge);

    desk.undo(id, 4, Actor.named("ann"));
    desk.undo(id, 5, Actor.named("ann"));
    assertThat(history(id, 3)).as("of what is undone").isEqualTo(merge);
    assertThat(desk.factHistory().of(id, 1).version()).isEqualTo(6);
    assertThatThrownBy(() -> desk.factHistory().of(id, 4))
        .isInstanceOfSatisfying(
            StoreException.class,
            absent -> assertThat(absent.reason()).isEqualTo(StoreException.Reason.NOT_FOUND));
  }

  private List<String> history(long draft, int position) {
    return desk.factHistory().of(draft, position).grids().stream()
        .map(grid -> grid.code() + ": " + line(grid.before()) + " -> " + line(grid.after()))
        .toList();
  }

  private static String line(@Nullable List<Fact> facts) {
    return facts == null
        ? "none"
        : facts.stream()
            .map(
                fact ->
                    fact.known()
                        + " "
                        + fact.basis()
                        + " "
                        + fact.sources().stream()
                            .map(each -> each.counted() + " of " + each.code())
                            .toList())
            .collect(Collectors.joining(", "));
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

package org.gridwright.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.PlanInfo.Status;
import org.gridwright.data.store.PlanStore.Published;
import org.gridwright.data.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every store does: with themes and published plans here, with the rest in the classes above
 * it.
 */
public abstract class StoreContract extends DraftContract {

  @Test
  void keepsThemes() {
    Theme other = Theme.of("a-first", "巡逻区", CodeScheme.CN15, "市", "区 \"县\"");
    store.themes().ensure(TestPlans.THEME);
    store.themes().ensure(other);
    store.themes().ensure(TestPlans.THEME);

    assertThat(store.themes().all()).containsExactly(other, TestPlans.THEME);
    assertThat(store.themes().find("beats")).contains(TestPlans.THEME);
    assertThat(store.themes().find("nothing")).isEmpty();
  }

  @Test
  void refusesAnotherThemeOfTheSameId() {
    store.themes().ensure(TestPlans.THEME);
    Theme other = Theme.of("beats", "Police beats", CodeScheme.FREE, "city", "grid");

    assertThatThrownBy(() -> store.themes().ensure(other))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
        .hasMessageContaining("district > grid")
        .hasMessageContaining("city > grid");
  }

  @Test
  void keepsTheJurisdiction() {
    store.themes().ensure(TestPlans.THEME);
    assertThat(store.themes().jurisdiction("beats")).isEmpty();

    store.themes().setJurisdiction("beats", TestPlans.square(0, 0, 5, 5));
    store.themes().setJurisdiction("beats", TestPlans.square(-7, 3, 9, 11));

    assertThat(store.themes().jurisdiction("beats")).contains(TestPlans.square(-7, 3, 9, 11));
  }

  @Test
  void aDraftIsReadBackExactly() {
    store.themes().ensure(TestPlans.THEME);
    Plan plan = TestPlans.row(3);

    PlanInfo draft = store.plans().createDraft(plan, Actor.named("ann"), "first survey");

    assertThat(draft.status()).isEqualTo(Status.DRAFT);
    assertThat(draft.revision()).isZero();
    assertThat(draft.author()).isEqualTo(Actor.named("ann"));
    assertThat(draft.reason()).isEqualTo("first survey");
    assertThat(draft.effectiveFrom()).isNull();
    assertThat(store.plans().find(draft.id())).contains(draft);
    assertThat(store.plans().inForce("beats", JUNE)).isEmpty();
    assertThat(TestPlans.all(store.plans().load(draft.id()))).isEqualTo(TestPlans.all(plan));
    assertThat(store.plans().count(draft.id(), 1)).isEqualTo(3);
  }

  @Test
  void whoMadeADraftIsReadBackExactly() {
    store.themes().ensure(TestPlans.THEME);
    for (Actor actor :
        List.of(
            new Actor("7f3a", "王芳", Actor.Kind.PERSON),
            Actor.service("nightly import"),
            Actor.ANONYMOUS)) {
      long draft = store.plans().createDraft(TestPlans.row(2), actor, "").id();
      assertThat(store.plans().find(draft).orElseThrow().author()).isEqualTo(actor);
      assertThat(store.drafts().find(draft).orElseThrow().author()).isEqualTo(actor);
    }
  }

  @Test
  void publishingKeepsTheIdAndCountsRevisions() {
    Published first = publish(TestPlans.row(2), JANUARY);
    Published second = publish(TestPlans.row(3), JUNE);

    assertThat(first.plan().revision()).isEqualTo(1);
    assertThat(second.plan().revision()).isEqualTo(2);
    assertThat(store.plans().list("beats"))
        .extracting(PlanInfo::id, PlanInfo::effectiveFrom, PlanInfo::effectiveTo)
        .containsExactly(
            tuple(first.plan().id(), JANUARY, JUNE), tuple(second.plan().id(), JUNE, null));
  }

  @Test
  void onlyChangedUnitsCostRows() {
    Plan before = TestPlans.row(100);
    assertThat(publish(before, JANUARY).rowsAdded()).isEqualTo(101);
    Plan after =
        TestPlans.with(
            before,
            TestPlans.grid("G00010", "renamed", before.grids().get(10).drawnArea()),
            TestPlans.grid("G00011", "Grid 11", TestPlans.square(110, 0, 115, 10)),
            TestPlans.grid("G00012", "Grid 12", TestPlans.square(115, 0, 130, 10)));

    Published published = publish(after, JUNE);

    assertThat(published.rowsAdded()).isEqualTo(3);
    assertThat(published.rowsEnded()).isEqualTo(3);
    assertThat(TestPlans.all(store.plans().load(published.plan().id())))
        .isEqualTo(TestPlans.all(after));
    long old = store.plans().inForce("beats", JANUARY).orElseThrow().id();
    assertThat(TestPlans.all(store.plans().load(old))).isEqualTo(TestPlans.all(before));
  }

  @Test
  void removedUnitsEndAndTheSamePlanCostsNothing() {
    Plan before = TestPlans.row(5);
    publish(before, JANUARY);
    Plan after = TestPlans.without(before, "G00002");

    Published removed = publish(after, JUNE);
    Published same = publish(after, JUNE);

    assertThat(removed.rowsAdded()).isZero();
    assertThat(removed.rowsEnded()).isEqualTo(1);
    assertThat(same.rowsAdded() + same.rowsEnded()).isZero();
    assertThat(TestPlans.all(store.plans().load(same.plan().id()))).isEqualTo(TestPlans.all(after));
  }

  @Test
  void aDraftOnAnOlderRevisionKeepsItsContentAndIsNotPublished() {
    Plan first = TestPlans.row(4);
    publish(first, JANUARY);
    Unit moved = TestPlans.grid("G00001", "moved", TestPlans.square(10, 0, 19, 10));
    Plan mine = TestPlans.with(first, moved);
    long draft = store.plans().createDraft(mine, Actor.named("ann"), "one grid").id();
    Unit changed = TestPlans.grid("G00003", "changed", TestPlans.square(30, 0, 39, 10));
    publish(TestPlans.with(TestPlans.without(first, "G00000"), changed), JANUARY);

    assertThat(TestPlans.all(store.plans().load(draft))).isEqualTo(TestPlans.all(mine));
    assertThatThrownBy(() -> store.plans().publish(draft, JUNE, null))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
        .hasMessageContaining("was published since");
    assertThat(TestPlans.all(store.plans().load(draft))).isEqualTo(TestPlans.all(mine));
  }

  @Test
  void theLatestPlanOfADayIsInForce() {
    Published january = publish(TestPlans.row(1), JANUARY);
    Published june = publish(TestPlans.row(2), JUNE);
    Published juneAgain = publish(TestPlans.row(3), JUNE);

    assertThat(inForce(JANUARY.minusDays(1))).isEmpty();
    assertThat(inForce(JANUARY)).contains(january.plan().id());
    assertThat(inForce(JUNE.minusDays(1))).contains(january.plan().id());
    assertThat(inForce(JUNE)).contains(juneAgain.plan().id());
    PlanInfo replaced = store.plans().find(june.plan().id()).orElseThrow();
    assertThat(replaced.effectiveTo()).isEqualTo(replaced.effectiveFrom());
  }

  @Test
  void manyPartsHolesAndUndrawnUnitsAreReadBackExactly() {
    LatticePolygon holed =
        new LatticePolygon(
            TestPlans.ring(1_143_000_001, 300_000_003, 1_143_000_101, 300_000_103),
            List.of(TestPlans.ring(1_143_000_011, 300_000_013, 1_143_000_021, 300_000_023)));
    LatticePolygon part = LatticePolygon.of(TestPlans.ring(1_143_000_201, 0, 1_143_000_202, 7));
    Unit district = new Unit(0, "D", null, "District", Map.of(), null);
    Unit grid = TestPlans.grid("G-é-网", "Ünï \"quoted\"", LatticeMultiPolygon.of(holed, part));

    long id = publish(Plan.of(TestPlans.THEME, List.of(district, grid)), JANUARY).plan().id();

    assertThat(TestPlans.all(store.plans().load(id))).containsExactly(district, grid);
  }

  @Test
  void comparesBoxesExactlyWhereFloatsAreCoarse() {
    int x = 1_143_000_000;
    int y = 300_000_000;
    Unit district = new Unit(0, "D", null, "District", Map.of(), null);
    Unit grid = TestPlans.grid("G", "Grid", TestPlans.square(x, y, x + 3, y + 3));
    long id = publish(Plan.of(TestPlans.THEME, List.of(district, grid)), JANUARY).plan().id();

    assertThat(codes(id, new LatticeEnvelope(x + 3, y, x + 9, y + 9))).containsExactly("G");
    assertThat(codes(id, new LatticeEnvelope(x + 4, y, x + 9, y + 9))).isEmpty();
  }

  @Test
  void streamsTheUnitsThatMeetABox() {
    long id = publish(TestPlans.row(6), JANUARY).plan().id();

    assertThat(codes(id, null)).hasSize(6).isSorted();
    assertThat(codes(id, new LatticeEnvelope(20, 3, 25, 4)))
        .as("grid 1 touches the closed box at x = 20")
        .containsExactly("G00001", "G00002");
    assertThat(codes(id, new LatticeEnvelope(21, 3, 29, 4))).containsExactly("G00002");
    assertThat(codes(id, new LatticeEnvelope(0, 11, 60, 12))).isEmpty();
  }

  @Test
  void publishedPlansStayAndDraftsCanGo() {
    long published = publish(TestPlans.row(2), JANUARY).plan().id();
    long draft = store.plans().createDraft(TestPlans.row(3), Actor.named("ann"), "try").id();

    store.drafts().delete(draft);

    assertThat(store.plans().find(draft)).isEmpty();
    assertThatThrownBy(() -> store.drafts().delete(published))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("published");
    assertThatThrownBy(() -> store.plans().publish(published, JUNE, null))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("already published");
    assertThatThrownBy(() -> store.plans().load(draft))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
    assertThat(store.plans().createDraft(TestPlans.row(3), Actor.named("ann"), "again").id())
        .as("ids are not used again")
        .isGreaterThan(draft);
  }

  private Optional<Long> inForce(LocalDate day) {
    return store.plans().inForce("beats", day).map(PlanInfo::id);
  }

  private List<String> codes(long plan, @Nullable LatticeEnvelope box) {
    try (Stream<Unit> units = store.plans().units(plan, 1, box)) {
      return units.map(Unit::code).toList();
    }
  }
}

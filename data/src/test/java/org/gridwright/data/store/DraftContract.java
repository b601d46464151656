package org.gridwright.data.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.VoidChange;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftInfo.Counts;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.StoreException.Reason;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Drafts: differences from a published plan. */
public abstract class DraftContract extends DraftHistoryContract {

  @Test
  void aDraftOfAPublishedPlanCostsNothingAndEqualsIt() {
    Plan plan = withVoids(TestPlans.row(4), LAKE);
    PlanInfo base = publish(plan, JANUARY).plan();

    DraftInfo draft = store.drafts().create(base.id(), ABOUT);

    assertThat(draft.name()).isEqualTo("Spring");
    assertThat(draft.description()).isEqualTo("new beats");
    assertThat(draft.author()).isEqualTo(Actor.named("ann"));
    assertThat(draft.base()).isEqualTo(base);
    assertThat(draft.version()).isEqualTo(1);
    assertThat(draft.undo()).isNull();
    assertThat(draft.units()).isEqualTo(new Counts(0, 0, 0));
    assertSame(store.plans().load(draft.id()), plan);
    assertSame(plan.with(store.drafts().difference(draft.id()).from(plan)), plan);
  }

  @Test
  void anyPublishedPlanCanBeTheBase() {
    Plan first = TestPlans.row(3);
    PlanInfo january = publish(first, JANUARY).plan();
    publish(TestPlans.row(5), JUNE);

    DraftInfo draft = store.drafts().create(january.id(), ABOUT);

    assertThat(requireNonNull(draft.base()).id()).isEqualTo(january.id());
    assertSame(store.plans().load(draft.id()), first);
    assertThatThrownBy(() -> store.drafts().create(draft.id(), ABOUT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is a draft");
  }

  @Test
  void describingCountsTheVersion() {
    long id = draftOf(TestPlans.row(2));

    DraftInfo draft = store.drafts().describe(id, 1, "夏", "later");

    assertThat(draft.name()).isEqualTo("夏");
    assertThat(draft.description()).isEqualTo("later");
    assertThat(draft.version()).isEqualTo(2);
    assertThat(store.drafts().since(id, 1)).isEmpty();
    assertThat(store.drafts().find(id)).contains(draft);
  }

  @Test
  void aCopyHasContentAndHistoryOfItsOwn() {
    Plan plan = withVoids(TestPlans.row(3), LAKE);
    long id = draftOf(plan);
    Plan one = rename(id, 1, plan, "G00000", "one");
    Plan two = removed(id, 2, one, "G00002");
    assertThat(store.drafts().undo(id, 3, Actor.named("ann"))).isPresent();

    DraftInfo copy = store.drafts().duplicate(id, new About("Copy", "", Actor.named("bob")));

    assertThat(copy.version()).isEqualTo(1);
    assertThat(copy.author()).isEqualTo(Actor.named("bob"));
    assertThat(copy.head()).isEqualTo(1);
    assertSame(store.plans().load(copy.id()), one);
    assertThat(store.drafts().redo(copy.id(), 1, Actor.named("bob"))).isPresent();
    assertSame(store.plans().load(copy.id()), two);
    assertSame(store.plans().load(id), one);
    store.drafts().delete(id);
    assertSame(store.plans().load(copy.id()), two);
    assertThat(store.drafts().history(copy.id())).hasSize(2);
  }

  @Test
  void anImportedPlanBecomesADraft() {
    publish(TestPlans.row(3), JANUARY);
    Plan imported = withVoids(TestPlans.without(TestPlans.row(5), "G00001"), LAKE);

    DraftInfo draft = store.drafts().create(imported, ABOUT);

    assertThat(draft.units()).as("the district only follows").isEqualTo(new Counts(0, 2, 1));
    assertSame(store.plans().load(draft.id()), imported);
    assertThat(store.drafts().list("beats")).containsExactly(draft);
    assertThat(store.drafts().list(null)).containsExactly(draft);
    assertThat(store.drafts().list("other")).isEmpty();
  }

  @Test
  void aListTellsDraftsAsTheyAreByNow() {
    Plan plan = withVoids(TestPlans.row(3), LAKE);
    long id = draftOf(plan);
    long other = store.drafts().duplicate(id, ABOUT).id();
    assertListed(id, other);
    rename(id, 1, plan, "G00000", "one");
    assertListed(id, other);
    assertThat(store.drafts().undo(id, 2, Actor.named("ann"))).isPresent();
    assertListed(id, other);
    store.drafts().describe(other, 1, "夏", "later");
    assertListed(id, other);
    publish(TestPlans.row(5), JUNE);
    assertListed(id, other);
    store.drafts().delete(id);
    assertListed(other);
  }

  private void assertListed(long... ids) {
    assertThat(store.drafts().list("beats"))
        .isEqualTo(store.drafts().list(null))
        .containsExactlyElementsOf(
            LongStream.of(ids).mapToObj(id -> store.drafts().find(id).orElseThrow()).toList());
  }

  @Test
  void aPublishedDraftKeepsItsVoidsAndIsNoDraftAnyMore() {
    Plan plan = TestPlans.row(3);
    long id = draftOf(plan);
    PlanChange lake = new PlanChange(List.of(), List.of(new VoidChange(null, LAKE)), List.of());
    DraftInfo declared = append(id, 1, lake, note("declare-void", "ann"));

    store.plans().publish(id, JUNE, null);

    assertThat(store.plans().load(id).voids()).containsExactly(LAKE);
    assertThat(store.drafts().find(id)).isEmpty();
    RevisionNote again = note("again", "ann");
    assertThatThrownBy(() -> store.drafts().append(declared, lake, again, Progress.NONE))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CONFLICT))
        .hasMessageContaining("already published");
    assertThat(requireNonNull(store.drafts().create(id, ABOUT).base()).id()).isEqualTo(id);
  }

  @Test
  void aDraftIsBasedOnALaterPlan() {
    Plan first = TestPlans.row(3);
    long id = draftOf(first);
    Plan mine = rename(id, 1, first, "G00000", "mine");
    Plan later = first.with(PlanChange.ofUnits(List.of(renamed(first, "G00002", "x")), List.of()));
    PlanInfo latest = publish(later, JUNE).plan();
    PlanChange change = PlanChange.between(first, mine);

    DraftInfo rebased = store.drafts().rebase(id, 2, latest.id(), change);

    assertThat(rebased.base()).isEqualTo(latest);
    assertThat(rebased.units()).isEqualTo(new Counts(1, 0, 0));
    assertSame(store.plans().load(id), later.with(change));
    assertThat(store.plans().publish(id, JUNE, null).rowsAdded()).isEqualTo(1);
  }

  @Test
  void rulesAndOutlinesTravelWithTheTheme() {
    store.themes().ensure(TestPlans.THEME);
    assertThat(store.review().rules("beats")).isEqualTo(RuleSet.STANDARD);
    String before = store.review().version("beats");
    RuleSet rules = RuleSet.STANDARD.with(Rule.named("narrow-neck", true, Map.of("metres", 12.5)));
    List<OfficialOutline> outlines =
        List.of(
            new OfficialOutline(0, "D", TestPlans.square(0, 0, 30, 10)),
            new OfficialOutline(0, "E", TestPlans.square(30, 0, 60, 10)));

    store.review().setRules("beats", rules);
    store.review().setOutlines("beats", outlines);

    assertThat(store.review().rules("beats")).isEqualTo(rules);
    assertThat(store.review().outlines("beats")).isEqualTo(outlines);
    assertThat(store.review().version("beats")).isNotEqualTo(before);
    store.review().setOutlines("beats", List.of());
    assertThat(store.review().outlines("beats")).isEmpty();
  }

  @Test
  void aVersionIsThatOfOneTheme() {
    store.themes().ensure(TestPlans.THEME);
    store.themes().ensure(Theme.of("wards", "Wards", CodeScheme.FREE, "ward"));
    String before = store.review().version("beats");
    store.review().setRules("wards", RuleSet.STANDARD);
    store.review().setOutlines("wards", List.of());
    store.themes().setJurisdiction("wards", TestPlans.square(0, 0, 30, 10));
    assertThat(store.review().version("beats")).isEqualTo(before);
    store.themes().setJurisdiction("beats", TestPlans.square(0, 0, 30, 10));
    String later = store.review().version("beats");
    assertThat(later).isNotEqualTo(before);
    store.review().setRules("beats", RuleSet.STANDARD);
    assertThat(store.review().version("beats")).isNotEqualTo(later);
  }

  /** A writer turns rules, jurisdiction and outlines over together; nobody sees half of it. */
  @Test
  void aCheckGoesByWhatHeldAtOneMoment() {
    store.themes().ensure(TestPlans.THEME);
    turnOver(0);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int turn = 1; turn <= 60; turn++) {
                turnOver(turn);
              }
            });
    do {
      CheckBasis basis = store.review().basis("beats", null);
      double metres = basis.rules().ifEnabled(RuleKind.OUTLINE).orElseThrow().parameter("metres");
      OfficialOutline outline = basis.outlines().get(0);
      assertThat(outline.code()).isEqualTo("D" + Math.round(metres));
      assertThat(basis.jurisdiction()).contains(outline.area());
    } while (!writer.isDone());
    writer.join();
    assertThat(store.review().basis("beats", null).outlines())
        .extracting(OfficialOutline::code)
        .containsExactly("D60");
  }

  private void turnOver(int turn) {
    LatticeMultiPolygon area = TestPlans.square(0, 0, 30 + turn, 10);
    store.transaction(
        open -> {
          Rule rule = Rule.named("outline", true, Map.of("metres", (double) turn));
          open.review().setRules("beats", RuleSet.STANDARD.with(rule));
          open.themes().setJurisdiction("beats", area);
          open.review().setOutlines("beats", List.of(new OfficialOutline(0, "D" + turn, area)));
          return turn;
        });
  }

  @Test
  void whatWasAcceptedInADraftGoesWithIt() {
    long id = draftOf(TestPlans.row(2));
    AcceptedFinding accepted =
        new AcceptedFinding(
            Finding.Kind.OVERLAP,
            List.of("G00000", "G00001"),
            new GeometryFactory().toGeometry(new Envelope(1, 2, 3, 4)),
            12.5,
            0.25,
            "as surveyed",
            "bob",
            Instant.parse("2024-05-06T07:08:09.123Z"));

    store.review().accept("beats", id, List.of(accepted));

    assertThat(store.review().accepted("beats", id)).containsExactly(accepted);
    assertThat(store.review().accepted("beats", null)).isEmpty();
    assertThat(store.review().takeBack("beats", null, accepted)).isFalse();
    store.drafts().delete(id);
    assertThat(store.review().accepted("beats", id)).isEmpty();
  }

  @Test
  void unknownDraftsAreRefused() {
    assertThat(store.drafts().find(99)).isEmpty();
    assertThatThrownBy(() -> store.drafts().difference(99))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
        .hasMessageContaining("no draft 99");
  }
}

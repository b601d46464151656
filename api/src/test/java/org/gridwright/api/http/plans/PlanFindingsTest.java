package org.gridwright.api.http.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridwright.api.http.ProblemException;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.draft.DraftState;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.Rosters;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.TestPlans;
import org.gridwright.data.store.geopackage.TempGeoPackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two plans of a row of four grids in a store, the second in force; one of the four has an officer.
 * A plan that is not in force gets its locator when it is first checked, which a test can watch and
 * hold up.
 */
class PlanFindingsTest {

  private static final String THEME = TestPlans.THEME.id();

  private final TempGeoPackage file = TempGeoPackage.open();
  private final Store store = file.store();
  private final AtomicInteger begun = new AtomicInteger();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Snapshots snapshots =
      new Snapshots(store, this::locator, Clock.systemUTC(), 1_000_000);
  private final DraftDesk desk = new DraftDesk(store);
  private final PlanFindings findings = new PlanFindings(snapshots, store, desk.bases());
  private PlanInfo former;
  private PlanInfo inForce;

  @BeforeEach
  void twoPlans() {
    store.themes().ensure(TestPlans.THEME);
    former = publish(LocalDate.of(2023, 1, 1));
    inForce = publish(LocalDate.of(2024, 1, 1));
    Rosters.assign(store, "o", "full-time", THEME, "G00000");
    snapshots.refresh();
  }

  @AfterEach
  void close() {
    gate.countDown();
    findings.close();
    snapshots.close();
    file.close();
  }

  @Test
  void whatWasFoundIsKeptUntilRulesOrOfficersChange() {
    List<Reviewed> first = findings.of(inForce);
    assertThat(first).hasSize(3);
    assertThat(findings.of(inForce).get(0).finding())
        .as("the same finding, not one found again")
        .isSameAs(first.get(0).finding());

    Rosters.assign(store, "p", "full-time", THEME, "G00001");
    assertThat(findings.of(inForce)).hasSize(2);

    Rule off = Rule.named("grid-without-officer", false, Map.of());
    store.review().setRules(THEME, RuleSet.STANDARD.with(off));
    assertThat(findings.of(inForce)).isEmpty();
  }

  @Test
  void whatIsAcceptedIsSaidOfFindingsThatAreKept() {
    Finding park = findings.of(inForce).get(0).finding();
    Instant noon = Instant.parse("2024-05-01T12:00:00Z");
    store.review().accept(THEME, null, List.of(AcceptedFinding.of(park, "a park", "Li", noon)));

    List<Reviewed> reviewed = findings.of(inForce);
    assertThat(reviewed.get(0).finding()).isSameAs(park);
    assertThat(reviewed.get(0).accepted()).map(it -> it.reason()).contains("a park");
    assertThat(reviewed.get(1).accepted()).isEmpty();
  }

  @Test
  void whoAsksForTheSameWaitsForOneCheck() throws InterruptedException {
    CompletableFuture<List<Reviewed>> one =
        CompletableFuture.supplyAsync(() -> findings.of(former));
    reached.await();
    CompletableFuture<List<Reviewed>> other =
        CompletableFuture.supplyAsync(() -> findings.of(former));
    gate.countDown();

    assertThat(other.join()).hasSize(3);
    assertThat(other.join().get(0).finding()).isSameAs(one.join().get(0).finding());
    assertThat(begun).hasValue(1);
  }

  @Test
  void aCheckThatNobodyWaitsForIsNotKept() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> findings.of(former))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(503));
    assertThat(Thread.interrupted()).as("is still told").isTrue();

    gate.countDown();
    assertThat(findings.of(former)).hasSize(3);
  }

  @Test
  void aPlanThatDraftsBeginWithIsNotCheckedASecondTime() {
    gate.countDown();
    Plan row = TestPlans.row(4);
    Unit second = row.grids().get(1);
    PlanInfo overlapping =
        publish(
            TestPlans.with(row, second.withArea(TestPlans.square(10, 0, 24, 10))),
            LocalDate.of(2024, 2, 1),
            "as surveyed");
    snapshots.refresh();
    desk.bases().prepare(overlapping);

    List<Finding> found = findings.of(overlapping).stream().map(Reviewed::finding).toList();

    DraftState draft = desk.create(THEME, overlapping.id(), new About("d", "", Actor.named("ann")));
    assertThat(draft.findings()).hasSize(1);
    assertThat(found.get(0)).as("what the base's check found").isSameAs(draft.findings().get(0));
    PlanSnapshot snapshot = snapshots.of(overlapping);
    assertThat(found)
        .as("as a check of its own finds it, with what the grids do not serve")
        .isEqualTo(new PlanCheck(store).findings(snapshot.plan(), snapshot.locator()))
        .hasSize(4);
  }

  @Test
  void aBaseThatWasCheckedByOtherRulesIsNotAsked() {
    desk.bases().prepare(inForce);
    store
        .review()
        .setRules(
            THEME, RuleSet.STANDARD.with(Rule.named("sliver", true, Map.of("roundness", 1.0))));

    assertThat(findings.of(inForce))
        .extracting(it -> it.finding().kind())
        .contains(Finding.Kind.SLIVER);
  }

  @Test
  void oneThatIsClosedTakesNoMoreChecks() {
    findings.close();
    assertThatThrownBy(() -> findings.of(inForce))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(503));
  }

  private PlanInfo publish(LocalDate from) {
    return publish(TestPlans.row(4), from, null);
  }

  private PlanInfo publish(Plan plan, LocalDate from, @Nullable String accept) {
    long draft = store.plans().createDraft(plan, Actor.named("ann"), "").id();
    return store.plans().publish(draft, from, accept).plan();
  }

  /** Held up where it is not for the plan in force, which is the first that is asked for. */
  private Locator locator(Plan plan) {
    if (snapshots.ready()) {
      begun.incrementAndGet();
      reached.countDown();
      try {
        gate.await();
      } catch (InterruptedException stop) {
        throw new IllegalStateException(stop);
      }
    }
    return PackedLocator.of(plan);
  }
}

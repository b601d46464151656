package org.gridwright.api.http.plans;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.draft.Bases;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.gridwright.data.work.JobsFullException;

/**
 * The findings of published plans, by the rules of their themes. They are kept, a few at a time.
 * Checks are jobs, one at a time; those who ask for the same wait for one job, which stops when
 * none of them waits any more. Thread-safe.
 */
final class PlanFindings implements AutoCloseable {

  private static final int KEPT = 8;
  private static final int MOST_WAITING = 16;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Snapshots snapshots;
  private final Store store;
  private final Bases bases;
  private final PlanCheck check;
  private final Jobs jobs = Jobs.beside("check", 1, MOST_WAITING);
  private final Map<Key, Job<List<Finding>>> published = new RecentlyUsed<>(KEPT);

  /**
   * @param bases what drafts begin with, whose checks need not be made again
   */
  PlanFindings(Snapshots snapshots, Store store, Bases bases) {
    this.snapshots = snapshots;
    this.store = store;
    this.bases = bases;
    this.check = new PlanCheck(store);
  }

  private record Key(long plan, String rulesVersion, String rosterVersion) {}

  /**
   * What is found in a plan, with what the theme's planners have accepted.
   *
   * @throws ProblemException 503 when too many checks wait already, 422 when this one took too long
   */
  List<Reviewed> of(PlanInfo plan) {
    return Reviewed.all(found(plan), store.review().accepted(plan.theme(), null));
  }

  /** The plan itself. */
  Plan plan(PlanInfo plan) {
    return snapshots.of(plan).plan();
  }

  @Override
  public void close() {
    jobs.close();
  }

  private List<Finding> found(PlanInfo plan) {
    Key key = new Key(plan.id(), store.review().version(plan.theme()), store.roster().version());
    try {
      return wanted(key, plan).attend();
    } catch (DeadlineException late) {
      throw ProblemException.refused(null, ApiMessages.of("http.check-too-long", LIMIT.toSeconds()))
          .with("reason", "check-too-long");
    } catch (JobsFullException | CancelledException full) {
      throw ProblemException.manyChecks();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ProblemException.manyChecks();
    }
  }

  private synchronized Job<List<Finding>> wanted(Key key, PlanInfo plan) {
    Job<List<Finding>> known = published.get(key);
    if (known != null && known.isWanted()) {
      return known;
    }
    Job<List<Finding>> begun =
        jobs.submit(JobKind.CHECK, LIMIT, progress -> checked(plan, key.rulesVersion(), progress));
    published.put(key, begun);
    return begun;
  }

  private List<Finding> checked(PlanInfo plan, String rulesVersion, Progress progress) {
    PlanSnapshot snapshot = snapshots.of(plan);
    PlanCheck ofPlan = check.since(plan.effectiveFrom());
    return bases
        .coverage(plan, rulesVersion, progress)
        .map(known -> ofPlan.findings(snapshot.plan(), known, snapshot.locator(), progress))
        .orElseGet(() -> ofPlan.findings(snapshot.plan(), snapshot.locator(), progress));
  }
}

package org.gridwright.data.compare;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;

/**
 * The comparisons asked for last: whoever looks at one asks for its numbers, its map and its table
 * page by page. Plans never change, so their ground is compared once; points are counted again when
 * the store's have changed. Those who ask at the same time wait for one job, which stops when none
 * of them waits any more. Kept until together they weigh more than a budget, the one asked for
 * longest ago leaving first; the newest always stays. Thread-safe.
 */
public final class KeptComparisons {

  private final Store store;
  private final PlanComparer comparer;
  private final Jobs jobs;
  private final Duration limit;
  private final long budget;
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, .75f, true);

  /**
   * @param jobs where comparisons are made
   * @param limit time for waiting and comparing together
   * @param budget bytes that all comparisons together may take, as they estimate it themselves
   */
  public KeptComparisons(Store store, Jobs jobs, Duration limit, long budget) {
    this.store = store;
    this.comparer = new PlanComparer(store);
    this.jobs = jobs;
    this.limit = limit;
    this.budget = budget;
  }

  private record Key(Side from, Side to, CompareOptions options) {}

  /** Units are the same when they are the same object, which a new draft shares with its base. */
  private record Side(ComparedPlan.Kind kind, long id, Plan plan, int depth) {

    static Side of(ComparedPlan compared, int depth) {
      return new Side(compared.kind(), compared.id(), compared.plan(), depth);
    }
  }

  /** A comparison, made or in the making, with the version of the points that it counts. */
  private static final class Kept {

    private final String points;
    private final Job<ComparedPlans> job;
    private long weight;

    Kept(String points, Job<ComparedPlans> job) {
      this.points = points;
      this.job = job;
    }
  }

  /**
   * As {@link PlanComparer#compare}, of which it throws what that throws.
   *
   * @throws org.gridwright.data.work.JobsFullException when too many wait already
   * @throws org.gridwright.core.work.StoppedException when it took too long, or the thread was
   *     interrupted
   */
  public ComparedPlans compare(
      ComparedPlan from, int fromDepth, ComparedPlan to, int toDepth, CompareOptions options) {
    Key key = new Key(Side.of(from, fromDepth), Side.of(to, toDepth), options);
    String points = store.addresses().version() + ' ' + store.incidents().version();
    Kept known =
        wanted(
            key,
            points,
            progress -> comparer.compare(from, fromDepth, to, toDepth, options, progress));
    ComparedPlans compared = attended(key, known);
    if (known.points.equals(points)) {
      return compared;
    }
    return attended(key, recounting(key, known, points, compared));
  }

  /** What is known of a key, whatever points it counts; otherwise it is begun. */
  private synchronized Kept wanted(Key key, String points, Function<Progress, ComparedPlans> work) {
    Kept known = kept.get(key);
    return known != null && known.job.isWanted() ? known : begun(key, points, work);
  }

  /** Counts anew, unless somebody else has begun that meanwhile. */
  private synchronized Kept recounting(
      Key key, Kept before, String points, ComparedPlans compared) {
    Kept known = kept.get(key);
    return known != null && known != before && known.job.isWanted()
        ? known
        : begun(key, points, progress -> comparer.recounted(compared, progress));
  }

  private Kept begun(Key key, String points, Function<Progress, ComparedPlans> work) {
    Kept made = new Kept(points, jobs.submit(JobKind.COMPARISON, limit, work));
    kept.put(key, made);
    return made;
  }

  private ComparedPlans attended(Key key, Kept known) {
    try {
      ComparedPlans compared = known.job.attend();
      weigh(known, compared);
      return compared;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      forgetUnwanted(key, known);
    }
  }

  private synchronized void weigh(Kept known, ComparedPlans compared) {
    if (known.weight == 0) {
      known.weight = compared.weight();
      long sum = kept.values().stream().mapToLong(each -> each.weight).sum();
      Iterator<Kept> eldest = kept.values().iterator();
      while (sum > budget && eldest.hasNext()) {
        Kept each = eldest.next();
        if (each != known && each.weight > 0) {
          sum -= each.weight;
          eldest.remove();
        }
      }
    }
  }

  private synchronized void forgetUnwanted(Key key, Kept known) {
    if (!known.job.isWanted()) {
      kept.remove(key, known);
    }
  }
}

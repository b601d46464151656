package org.gridwright.data.hotspot.plan;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.message.Told;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions to methods as jobs. The same question about the same plan and data has the same
 * id and is answered once; runs are kept until together they hold more than so many numbers, or are
 * too many, the one asked about longest ago leaving first. Thread-safe.
 */
public final class MethodDesk {

  private static final Logger LOG = LoggerFactory.getLogger(MethodDesk.class);
  private static final int MOST_RUNS = 32;

  private final Store store;
  private final Jobs jobs;
  private final Duration limit;
  private final long mostNumbers;
  private final Map<String, MethodRun> runs = new LinkedHashMap<>(16, .75f, true);

  /**
   * @param jobs where questions are answered; stays the caller's
   * @param limit time for waiting and answering together
   * @param mostNumbers that all answers together may hold; the newest always stays
   */
  public MethodDesk(Store store, Jobs jobs, Duration limit, long mostNumbers) {
    this.store = store;
    this.jobs = jobs;
    this.limit = limit;
    this.mostNumbers = mostNumbers;
  }

  /**
   * Begins to answer a question, unless that is going on, or was done.
   *
   * @param recipe the question as whoever asks it puts it
   * @throws org.gridwright.data.work.JobsFullException when too many wait already
   */
  public MethodRun begin(
      PlanSnapshot snapshot, MethodQuestion question, Map<String, Object> recipe) {
    String id = ContentId.of(store, snapshot, question);
    MethodRun begun;
    synchronized (runs) {
      MethodRun known = runs.get(id);
      if (known != null && known.isWanted()) {
        return known;
      }
      begun =
          new MethodRun(
              id,
              snapshot,
              question,
              recipe,
              jobs.submit(
                  JobKind.HOTSPOTS, limit, progress -> question.answer(store, snapshot, progress)));
      runs.put(id, begun);
    }
    begun.whenOver(() -> trim(begun));
    begun.whenOver(() -> log(begun));
    return begun;
  }

  /** A run that was begun; empty where it is not kept any more. */
  public Optional<MethodRun> find(String id) {
    synchronized (runs) {
      return Optional.ofNullable(runs.get(id));
    }
  }

  /** Forgets a run, and stops it where it goes on. */
  public void remove(MethodRun run) {
    synchronized (runs) {
      runs.remove(run.id(), run);
    }
    run.cancel();
  }

  /** Lets the ones go that were asked about longest ago, as long as it is too much. */
  private void trim(MethodRun newest) {
    synchronized (runs) {
      long numbers = runs.values().stream().mapToLong(MethodDesk::weight).sum();
      Iterator<MethodRun> eldest = runs.values().iterator();
      while ((numbers > mostNumbers || runs.size() > MOST_RUNS) && eldest.hasNext()) {
        MethodRun each = eldest.next();
        if (each != newest && each.isOver()) {
          numbers -= weight(each);
          eldest.remove();
        }
      }
    }
  }

  /** What nobody is told in a sentence of its own is for the log. */
  private static void log(MethodRun run) {
    Throwable failure = run.failure();
    if (failure != null && !(failure instanceof Told)) {
      LOG.error("A method failed: {}", run.recipe(), failure);
    }
  }

  private static long weight(MethodRun run) {
    return run.answer().map(MethodAnswer::weight).orElse(0L);
  }
}

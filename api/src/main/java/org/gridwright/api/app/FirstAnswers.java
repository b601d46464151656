package org.gridwright.api.app;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridwright.api.http.plans.PlansResource;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.work.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every open map asks first of a plan and what takes seconds in a large city: how many
 * addresses and incidents its grids have, how large they are, who borders on whom, and what is
 * found in it. That is worked out behind the start and behind each publishing, on one thread, and
 * kept by those who answer; who asks earlier waits for the same work. Thread-safe.
 */
final class FirstAnswers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAnswers.class);

  private final Snapshots snapshots;
  private final GridCounts counts;
  private final PlansResource plans;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final ScheduledExecutorService thread = Background.thread("first-answers");

  FirstAnswers(Snapshots snapshots, GridCounts counts, PlansResource plans) {
    this.snapshots = snapshots;
    this.counts = counts;
    this.plans = plans;
  }

  /** Of the plans in force, once they are loaded; of others, once they come into force. */
  void begin() {
    snapshots.whenReady(this::inForce);
    snapshots.onPublished(published -> inForce());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Once for all publishings that come while a plan before them is worked on. */
  private void inForce() {
    if (waiting.getAndSet(true)) {
      return;
    }
    try {
      thread.execute(this::prepareAll);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Nobody asks any more", closed);
    }
  }

  private void prepareAll() {
    waiting.set(false);
    snapshots.themes().stream()
        .flatMap(theme -> snapshots.current(theme.id()).stream())
        .forEach(this::prepare);
  }

  private void prepare(PlanSnapshot snapshot) {
    PlanInfo plan = snapshot.info();
    try {
      counts.addresses(snapshot);
      counts.incidents(snapshot, IncidentStore.Query.ALL);
      snapshot.squareMetres(snapshot.theme().gridLevel().depth());
      snapshot.neighbours();
      plans.prepare(plan);
    } catch (RuntimeException failure) {
      LOG.debug("The first answers of plan {} wait until they are asked for", plan.id(), failure);
    }
  }
}

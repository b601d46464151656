package org.gridwright.data.work;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A room for jobs: so many run at once, so many wait, all in a pool of its own. Thread-safe.
 *
 * <p>A job is a task of a {@link ForkJoinPool}, because a parallel stream runs in the pool of the
 * thread that ends it: so the streams of a job share its pool, and its bound on threads.
 */
public final class Jobs implements AutoCloseable {

  /** Jobs that are over and still told of. */
  private static final int MOST_REMEMBERED = 50;

  private final int atOnce;
  private final int mostWaiting;
  private final Clock clock;
  private final ForkJoinPool pool;
  private final Deque<Job<?>> waiting = new ArrayDeque<>();
  private final List<Job<?>> running = new ArrayList<>();
  private final Deque<JobInfo> over = new ArrayDeque<>();
  private long lastId;
  private boolean closed;

  /**
   * @param name of the threads
   * @param atOnce jobs that run at the same time, from 1
   * @param mostWaiting jobs that may wait, from 0
   * @param threads of all of them together, from 1
   */
  public Jobs(String name, int atOnce, int mostWaiting, int threads, Clock clock) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ForkJoinPool(
            threads,
            made -> {
              ForkJoinWorkerThread thread =
                  ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(made);
              thread.setName(name + "-" + number.incrementAndGet());
              return thread;
            },
            null,
            false);
  }

  /**
   * A room for the long work of a server: on all processors but one, which is for who only asks.
   *
   * @param name of the threads
   * @param atOnce jobs that run at the same time, from 1
   * @param mostWaiting jobs that may wait, from 0
   */
  public static Jobs beside(String name, int atOnce, int mostWaiting) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    return new Jobs(name, atOnce, mostWaiting, threads, Clock.systemUTC());
  }

  /**
   * Has work done as soon as there is room.
   *
   * @param limit time for waiting and working together; null for as long as it takes
   * @param work is given how it is watched; has to come to checkpoints
   * @throws JobsFullException when too many wait already, or the room is closed
   */
  public <R> Job<R> submit(JobKind kind, @Nullable Duration limit, Function<Progress, R> work) {
    synchronized (waiting) {
      waiting.removeIf(this::forgottenIfOver);
      boolean free = running.size() < atOnce;
      if (closed || (!free && waiting.size() >= mostWaiting)) {
        throw new JobsFullException(waiting.size());
      }
      Job<R> job = new Job<>(++lastId, kind, limit, work, clock);
      if (free) {
        start(job);
      } else {
        waiting.add(job);
      }
      return job;
    }
  }

  /** A job that waits or runs. */
  public Optional<Job<?>> find(long id) {
    synchronized (waiting) {
      List<Job<?>> all = new ArrayList<>(running);
      all.addAll(waiting);
      return all.stream().filter(job -> job.id() == id).findFirst();
    }
  }

  /** All that run and wait, and the last ones that are over, newest first. */
  public List<JobInfo> list() {
    synchronized (waiting) {
      waiting.removeIf(this::forgottenIfOver);
      List<JobInfo> all = new ArrayList<>(over);
      running.forEach(job -> all.add(job.info()));
      waiting.forEach(job -> all.add(job.info()));
      all.sort((a, b) -> Long.compare(b.id(), a.id()));
      return List.copyOf(all);
    }
  }

  /**
   * Waits until no thread of the pool does anything, for a while at most.
   *
   * @return whether that came about
   */
  boolean isIdleWithin(long time, TimeUnit unit) {
    return pool.awaitQuiescence(time, unit);
  }

  /** Cancels all jobs. They stop at their next checkpoint, and no more are taken. */
  @Override
  public void close() {
    List<Job<?>> all = new ArrayList<>();
    synchronized (waiting) {
      closed = true;
      all.addAll(running);
      all.addAll(waiting);
      waiting.clear();
    }
    all.forEach(Job::cancel);
    pool.shutdown();
  }

  private void start(Job<?> job) {
    running.add(job);
    pool.execute(
        () -> {
          try {
            job.run();
          } finally {
            ended(job);
          }
        });
  }

  private void ended(Job<?> job) {
    synchronized (waiting) {
      running.remove(job);
      remember(job);
      waiting.removeIf(this::forgottenIfOver);
      Job<?> next = closed ? null : waiting.poll();
      if (next != null) {
        start(next);
      }
    }
  }

  private boolean forgottenIfOver(Job<?> job) {
    boolean isOver = job.state().isOver();
    if (isOver) {
      remember(job);
    }
    return isOver;
  }

  private void remember(Job<?> job) {
    over.add(job.info());
    if (over.size() > MOST_REMEMBERED) {
      over.remove();
    }
  }
}

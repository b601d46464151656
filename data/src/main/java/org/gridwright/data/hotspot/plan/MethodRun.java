package org.gridwright.data.hotspot.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gridwright.core.work.CancelledException;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobInfo;
import org.gridwright.data.work.JobState;
import org.jspecify.annotations.Nullable;

/** A question to a method, and the job that answers it. Thread-safe. */
public final class MethodRun {

  private final String id;
  private final PlanSnapshot snapshot;
  private final MethodQuestion question;
  private final Map<String, Object> recipe;
  private final Job<MethodAnswer> job;
  private final CompletableFuture<MethodAnswer> result;

  MethodRun(
      String id,
      PlanSnapshot snapshot,
      MethodQuestion question,
      Map<String, Object> recipe,
      Job<MethodAnswer> job) {
    this.id = id;
    this.snapshot = snapshot;
    this.question = question;
    this.recipe = Collections.unmodifiableMap(new LinkedHashMap<>(recipe));
    this.job = job;
    this.result = job.result();
  }

  /** The same for the same question about the same plan and data. */
  public String id() {
    return id;
  }

  /** The plan that was asked about. */
  public PlanSnapshot snapshot() {
    return snapshot;
  }

  public MethodQuestion question() {
    return question;
  }

  /** The question as whoever asked it puts it. */
  public Map<String, Object> recipe() {
    return recipe;
  }

  public Instant created() {
    return job.info().created();
  }

  /** How far it has come; what it came to is told once it is over. */
  public JobState state() {
    if (result.isDone()) {
      return answer().isPresent()
          ? JobState.DONE
          : failure() instanceof CancelledException ? JobState.CANCELLED : JobState.FAILED;
    }
    return job.info().state() == JobState.WAITING ? JobState.WAITING : JobState.RUNNING;
  }

  /** How much is done, from 0 to 1. */
  public double share() {
    JobInfo info = job.info();
    return state() == JobState.DONE ? 1 : info.share();
  }

  /** What the method answered; empty while it is not done. */
  public Optional<MethodAnswer> answer() {
    return result.isDone() && !result.isCompletedExceptionally()
        ? Optional.of(result.join())
        : Optional.empty();
  }

  /** Why there is no answer; null while there may come one. */
  public @Nullable Throwable failure() {
    if (!result.isCompletedExceptionally()) {
      return null;
    }
    try {
      result.join();
      return null;
    } catch (CompletionException failed) {
      return failed.getCause() == null ? failed : failed.getCause();
    } catch (CancellationException cancelled) {
      return new CancelledException();
    }
  }

  /** Whether it goes on, or has an answer. */
  boolean isWanted() {
    return job.isWanted();
  }

  boolean isOver() {
    return result.isDone();
  }

  /** Stops it at its next checkpoint. */
  void cancel() {
    job.cancel();
  }

  /** Calls back when it is over, at once where it is. */
  void whenOver(Runnable then) {
    var unused = result.whenComplete((answer, failure) -> then.run());
  }
}

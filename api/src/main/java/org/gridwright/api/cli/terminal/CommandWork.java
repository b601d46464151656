package org.gridwright.api.cli.terminal;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * The work of a command: one job, in a pool with a thread for each core, in which its parallel
 * streams run as well. Thread-safe.
 */
public final class CommandWork {

  /** How long {@link #stop} waits. */
  private static final int MOST_SECONDS = 10;

  private volatile Checkpoint checkpoint = Checkpoint.OPEN;
  private @Nullable Job<Integer> job;

  CommandWork() {}

  /** Where the command may be stopped. */
  Checkpoint checkpoint() {
    return checkpoint;
  }

  /**
   * Runs a command and waits for its end. What it throws is thrown.
   *
   * @return what it gives
   */
  public int run(IntSupplier command) {
    int cores = Runtime.getRuntime().availableProcessors();
    try (Jobs jobs = new Jobs("command", 1, 0, cores, Clock.systemUTC())) {
      return begin(jobs, command).attend();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitStatus.FAILED;
    }
  }

  /** Holds the lock until the job is known: the command may call for its end at its first step. */
  private synchronized Job<Integer> begin(Jobs jobs, IntSupplier command) {
    Job<Integer> begun =
        jobs.submit(
            JobKind.COMMAND,
            null,
            progress -> {
              checkpoint = progress::checkpoint;
              return command.getAsInt();
            });
    job = begun;
    return begun;
  }

  private synchronized @Nullable Job<Integer> begun() {
    return job;
  }

  /**
   * Stops the command at its next checkpoint, and waits until it has tidied up, for some seconds at
   * most. Returns at once where there is none.
   */
  public void stop() {
    Job<Integer> begun = begun();
    if (begun == null) {
      return;
    }
    begun.cancel();
    try {
      begun.result().get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException ended) {
      return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.gridwright.core.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.gridwright.core.work.Cancellation;
import org.gridwright.core.work.Progress;

/**
 * How long work goes on without coming to a checkpoint, and what checkpoints cost. All of it runs
 * on one thread, and time is the processor's, so that what else runs on the machine does not count.
 * For one thread.
 */
public final class Gaps {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The end of a longer gap is named. */
  private static final long NAMED_NANOS = 200_000_000;

  private long last;
  private long longest;
  private long count;
  private String end = "";

  private Gaps() {}

  /** Does work once, and prints its longest gap. */
  public static void print(String name, Consumer<Progress> work) {
    Gaps gaps = new Gaps();
    double seconds = alone(() -> gaps.watch(work));
    System.out.printf(
        "%-32s %,12d checkpoints in %,7.1f s, longest gap %,8.1f ms%s%n",
        name, gaps.count, seconds, gaps.longest / 1e6, gaps.end);
  }

  /**
   * Does work without and with a look at the flag and the clock, by turns, after once for nothing;
   * prints medians and ranges.
   */
  public static void printCost(String name, Consumer<Progress> work, int rounds) {
    Progress watched =
        Progress.of(Cancellation.within(Duration.ofDays(1)), Progress.Listener.NOBODY);
    double[] without = new double[rounds];
    double[] with = new double[rounds];
    for (int round = -1; round < rounds; round++) {
      double first = alone(() -> work.accept(Progress.NONE));
      double second = alone(() -> work.accept(watched));
      if (round >= 0) {
        without[round] = first;
        with[round] = second;
      }
    }
    Arrays.sort(without);
    Arrays.sort(with);
    System.out.printf(
        "%-32s %8.3f s unwatched (%.3f to %.3f), %8.3f s watched (%.3f to %.3f)%n",
        name,
        without[rounds / 2],
        without[0],
        without[rounds - 1],
        with[rounds / 2],
        with[0],
        with[rounds - 1]);
  }

  /** Seconds of processor time, in a pool of one thread. */
  private static double alone(Runnable work) {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      return pool.submit(
              () -> {
                long begin = THREADS.getCurrentThreadCpuTime();
                work.run();
                return (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
              })
          .join();
    } finally {
      pool.shutdown();
    }
  }

  private void watch(Consumer<Progress> work) {
    last = THREADS.getCurrentThreadCpuTime();
    Thread own = Thread.currentThread();
    work.accept(
        Progress.of(
            () -> {
              if (Thread.currentThread() == own) {
                note();
              }
            },
            Progress.Listener.NOBODY));
    note();
  }

  private void note() {
    long now = THREADS.getCurrentThreadCpuTime();
    if (now - last > longest) {
      longest = now - last;
      end = longest > NAMED_NANOS ? ", which ends at " + place() : "";
    }
    count++;
    last = THREADS.getCurrentThreadCpuTime();
  }

  /** The innermost methods of the product that are running, apart from those of progress. */
  private static String place() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(it -> it.getClassName().startsWith("org.gridwright."))
                    .filter(it -> !it.getClassName().startsWith("org.gridwright.core.work."))
                    .filter(it -> !it.getClassName().startsWith(Gaps.class.getName()))
                    .limit(3)
                    .map(it -> it.getFileName() + ":" + it.getLineNumber())
                    .toList()
                    .toString());
  }
}

package org.gridwright.api.cli.terminal;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How far a long job is: a bar on a terminal, otherwise a plain line now and then. Both go to
 * standard error. Close it when the job ends, however it ends. For one thread, except what {@link
 * #progress} is told.
 */
public final class ProgressDisplay implements AutoCloseable {

  private static final long PERCENT = 100;

  private static final long LINE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Session session;
  private final String task;
  private final long total;
  private final @Nullable ProgressBar bar;
  private final long started = System.nanoTime();
  private long lastLine = started;
  private int lastPercent = -1;

  /**
   * Starts to show a job.
   *
   * @param task what is done, in the reader's language
   * @param total steps of the job; 0 where unknown
   */
  public ProgressDisplay(Session session, String task, long total) {
    this.session = session;
    this.task = task;
    this.total = total;
    this.bar = session.console().interactive() ? bar(session, task, total) : null;
  }

  /** Starts to show a job that tells by {@link #progress} which share of it is done. */
  public static ProgressDisplay ofShares(Session session, String task) {
    return new ProgressDisplay(session, task, PERCENT);
  }

  /** Shows what it is told, from whichever threads take part. */
  public Progress progress() {
    return Progress.told((step, done, all, share) -> atShare(share));
  }

  private synchronized void atShare(double share) {
    at(Math.round(PERCENT * share));
  }

  /** Tells how many steps are done. */
  public void at(long done) {
    if (bar != null) {
      bar.stepTo(total > 0 ? Math.min(done, total) : done);
    } else if (System.nanoTime() - lastLine >= LINE_EVERY_NANOS) {
      line(done);
    }
  }

  /** Tells how many steps are done, and how many rows that were. */
  public void at(long done, long rows) {
    if (bar != null) {
      bar.setExtraMessage(" " + session.say("progress.rows-per-second", rows / seconds()));
    } else if (System.nanoTime() - lastLine >= LINE_EVERY_NANOS && total > 0 && done > 0) {
      long left = seconds() * Math.max(0, total - done) / done;
      session.note(
          session.say("progress.rate", task, 100 * done / total, rows, rows / seconds(), left));
      lastLine = System.nanoTime();
    }
    at(done);
  }

  private long seconds() {
    return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
  }

  /** The same items, each counted as a step when it is taken. */
  public <T> Iterator<T> counting(Iterator<T> items) {
    return new Iterator<>() {
      private long taken;

      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public T next() {
        at(++taken);
        return items.next();
      }
    };
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      session.console().err().print("\r\033[K");
      session.console().err().flush();
    }
  }

  private void line(long done) {
    int percent = total > 0 ? (int) (100 * done / total) : -1;
    if (percent < 0) {
      session.note(session.say("progress.count", task, done));
    } else if (percent > lastPercent) {
      session.note(session.say("progress.percent", task, percent));
    }
    lastPercent = percent;
    lastLine = System.nanoTime();
  }

  private static ProgressBar bar(Session session, String task, long total) {
    int columns = ErrorTerminal.columns() - 1;
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total > 0 ? total : -1)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(100)
        .setConsumer(
            new DelegatingProgressBarConsumer(
                text -> {
                  session.console().err().print("\r" + text + "\033[K");
                  session.console().err().flush();
                },
                columns))
        .build();
  }
}

package org.gridwright.api.cli.terminal;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How far a long job is: a bar on a terminal, otherwise a plain line now and then. Both go to
 * standard error. Close it when the job ends, however it ends. For one thread, except what {@link
 * #progress} and {@link #shares} are told.
 */
public final class ProgressDisplay implements AutoCloseable {

  private static final long PERCENT = 100;

  private static final long LINE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Session session;
  private String task;
  private final long total;
  private @Nullable ProgressBar bar;
  private @Nullable Message step;
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
    this.bar = task.isEmpty() ? null : begunBar();
  }

  /** Starts to show a job that tells by {@link #shares} how much of it is done. */
  public static ProgressDisplay ofShares(Session session, String task) {
    return new ProgressDisplay(session, task, PERCENT);
  }

  /** As {@link #ofShares}, for a job that names its first step before it does anything. */
  public static ProgressDisplay ofSteps(Session session) {
    return new ProgressDisplay(session, "", PERCENT);
  }

  /** Stops when the command is to stop, and shows how many steps it is told of. */
  public Progress progress() {
    return session.progress((now, done, all, share) -> atStep(done));
  }

  /**
   * Stops when the command is to stop, and shows the share that it is told of, from whichever
   * threads take part. The name of what is done now stands in place of the whole job's.
   */
  public Progress shares() {
    return session.progress((now, done, all, share) -> atShare(now, share));
  }

  private synchronized void atStep(long done) {
    at(done);
  }

  private synchronized void atShare(@Nullable Message now, double share) {
    if (now != null && !now.equals(step)) {
      step = now;
      rename(session.say(now));
    }
    at(Math.round(PERCENT * share));
  }

  private void rename(String name) {
    close();
    task = name;
    bar = begunBar();
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

  /** The same items, each counted as a step when it is taken, and stopped with the command. */
  public <T> Iterator<T> counting(Iterator<T> items) {
    Progress progress = progress();
    return new Iterator<>() {
      private long taken;

      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public T next() {
        progress.at(++taken, total);
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

  /** Null where nobody watches. */
  private @Nullable ProgressBar begunBar() {
    if (!session.console().interactive()) {
      return null;
    }
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

package org.gridwright.data.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridwright.data.store.RowCheck;
import org.gridwright.data.store.UnreadableRow;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a store that cannot be read, in memory, looked for behind everything else when
 * another program wrote, and now and then while there are some. Thread-safe.
 */
public final class RowWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RowWatch.class);

  /** Looks between two searches while rows are unreadable, since anybody may mend them. */
  private static final int LOOKS = 5;

  private final RowCheck rows;
  private volatile Found found = new Found("", List.of());
  private int looks;
  private @Nullable ScheduledExecutorService watcher;

  public RowWatch(RowCheck rows) {
    this.rows = rows;
  }

  /** What was found, and what had been written by then. */
  private record Found(String version, List<UnreadableRow> rows) {}

  /** The rows that could not be read when they were last looked for. */
  public List<UnreadableRow> unreadable() {
    return found.rows();
  }

  /** Looks for them where another program wrote since, or they may have been mended. */
  public synchronized void refresh() {
    String version = rows.version();
    Found before = found;
    boolean mended = !before.rows().isEmpty() && ++looks % LOOKS == 0;
    if (mended || !version.equals(before.version())) {
      List<UnreadableRow> now = List.copyOf(rows.unreadable());
      if (!now.equals(before.rows())) {
        LOG.warn("{} rows that another program wrote cannot be read: {}", now.size(), first(now));
      }
      found = new Found(version, now);
    }
  }

  /** Refreshes now and then, the first time at once. */
  public synchronized void watch(Duration interval) {
    if (watcher == null) {
      watcher = Background.thread("row-watch");
      var unused =
          watcher.scheduleWithFixedDelay(
              this::refreshQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public synchronized void close() {
    if (watcher != null) {
      watcher.shutdown();
    }
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (RuntimeException away) {
      LOG.debug("Rows could not be looked at; what was found stays", away);
    }
  }

  private static String first(List<UnreadableRow> rows) {
    return rows.isEmpty() ? "-" : rows.get(0).table() + " " + rows.get(0).id();
  }
}

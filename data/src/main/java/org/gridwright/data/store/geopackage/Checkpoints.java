package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.sql.Upkeep;
import org.gridwright.data.work.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what was committed from the write-ahead log into the file, on a thread of its own, when
 * nobody has written for a while or enough has come together. SQLite would do it in the commit that
 * fills the log, and whoever made that one edit would wait for a few thousand pages and two more
 * calls that force the disk. A commit is durable before this: it forces the log itself.
 * Thread-safe.
 */
final class Checkpoints implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(10);

  private static final Duration CLOSING = Duration.ofMinutes(5);

  /** So much of a log is moved at once, even while somebody writes. */
  private static final long MUCH_BYTES = 64L << 20;

  private final StoreFile file;
  private final DataSource connections;
  private final FileWatch watch;
  private final ScheduledExecutorService thread = Background.thread("geopackage-checkpoints");

  private boolean due;
  private long firstNanos;
  private long lastNanos;

  /**
   * @param connections that may write
   */
  Checkpoints(StoreFile file, DataSource connections, FileWatch watch) {
    this.file = file;
    this.connections = connections;
    this.watch = watch;
  }

  @Override
  public synchronized void written() {
    lastNanos = System.nanoTime();
    if (!due && !thread.isShutdown()) {
      due = true;
      firstNanos = lastNanos;
      var unused = thread.schedule(this::look, QUIET.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Makes a checkpoint, or comes back where somebody has just written. */
  private void look() {
    if (!isTime()) {
      return;
    }
    try {
      move();
    } catch (SQLException | StoreException failure) {
      LOG.debug("The write-ahead log could not be moved into the file; the next commit asks again");
    }
  }

  private synchronized boolean isTime() {
    long now = System.nanoTime();
    long quiet = lastNanos + QUIET.toNanos() - now;
    boolean late = now - firstNanos >= LATEST.toNanos() || logBytes() > MUCH_BYTES;
    if (quiet > 0 && !late && !thread.isShutdown()) {
      var unused = thread.schedule(this::look, quiet, TimeUnit.NANOSECONDS);
      return false;
    }
    due = false;
    return true;
  }

  /**
   * Moves what nobody reads any more, without keeping anybody from reading or writing.
   *
   * @return whether nothing is left
   * @throws StoreException when the log is not that of the file at the store's path
   */
  boolean move() throws SQLException {
    return watch.whileWatched(this::checkpoint);
  }

  private long logBytes() {
    try {
      return Files.size(file.log());
    } catch (IOException gone) {
      return 0;
    }
  }

  private boolean checkpoint() throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
      return row.next()
          && row.getInt("busy") == 0
          && row.getInt("log") == row.getInt("checkpointed");
    }
  }

  /**
   * Moves all that is left, however long that takes. Whoever closes the last connection would do
   * it, but a pool waits for its connections no longer than ten seconds: a process that ends then
   * leaves a log of some hundred MB, without which the file is not the whole store.
   */
  @Override
  public void close() {
    synchronized (this) {
      thread.shutdownNow();
    }
    try {
      if (!thread.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("A checkpoint is still under way");
        return;
      }
      move();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (SQLException | StoreException failure) {
      LOG.debug(
          "The write-ahead log could not be moved into the file; it stays beside it", failure);
    }
  }
}

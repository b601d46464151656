package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.geopackage.FileContent.LogMove;
import org.gridwright.data.store.geopackage.FileContent.Moving;
import org.gridwright.data.store.sql.Guard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether the file of an open store is still the one that was opened: by device and inode
 * of it and of the two beside it, and by its {@link FileContent}. After a difference nothing is
 * read or written any more, and a log that belongs to another file than the one at the path is set
 * aside, so that no program takes it for that file's. Thread-safe.
 *
 * <p>What it does not see: a file written over with a copy of itself that is younger than the last
 * checkpoint, which differs in nothing that matters; and, where files have no keys (Windows), that
 * one took the place of another, which such systems do not allow while it is open.
 */
final class FileWatch implements Guard {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

  /** How long a refusal for lack of room is told, when there seems to be room. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final StoreFile file;
  private final FileKeys opened;
  private final FileContent content;
  private final @Nullable ServerLock lock;
  private volatile boolean closed;
  private volatile @Nullable StoreException stopped;
  private volatile @Nullable StoreException refused;
  private volatile long refusedNanos;

  private FileWatch(
      StoreFile file, FileKeys opened, FileContent content, @Nullable ServerLock lock) {
    this.file = file;
    this.opened = opened;
    this.content = content;
    this.lock = lock;
  }

  /**
   * Begins to watch a file that has just been opened.
   *
   * @param file with its log, which a connection of the caller's holds open
   * @param lock to be given back when the store is closed; null where there is none
   */
  static FileWatch over(StoreFile file, FileLimits limits, @Nullable ServerLock lock)
      throws SQLException {
    try {
      FileKeys opened = FileKeys.of(file);
      return new FileWatch(file, opened, FileContent.of(file, limits, opened.content()), lock);
    } catch (IOException e) {
      throw file.cannotOpen(e);
    }
  }

  @Override
  public void beforeSession() {
    if (closed) {
      return;
    }
    requireGoing();
    try {
      FileKeys now = FileKeys.of(file);
      if (opened.file() != null) {
        requireSame(now);
      }
      if (!content.isOurs(now.content())) {
        throw stop("store.file-restored", true);
      }
    } catch (IOException e) {
      throw file.cannotOpen(e);
    }
  }

  private void requireGoing() {
    StoreException known = stopped;
    if (known != null) {
      throw again(known);
    }
  }

  private void requireSame(FileKeys now) {
    if (now.file() == null) {
      throw stop("store.file-gone", true);
    }
    if (!now.file().equals(opened.file())) {
      throw stop("store.file-replaced", true);
    }
    if (!Objects.equals(now.log(), opened.log()) || !Objects.equals(now.index(), opened.index())) {
      throw stop("store.log-gone", false);
    }
  }

  @Override
  public void beforeCommit(Connection connection) throws SQLException {
    beforeSession();
    if (!content.count(connection)) {
      throw stop("store.file-restored", true);
    }
  }

  @Override
  public void committed() {
    refused = null;
    content.committed();
  }

  @Override
  public void refused(StoreException refusal) {
    if (refusal.reason() == Reason.FULL || refusal.reason() == Reason.READ_ONLY) {
      refused = refusal;
      refusedNanos = System.nanoTime();
    }
  }

  /**
   * Has the log moved into the file, after a look whether it is still its file; commits go on
   * meanwhile.
   *
   * @return whether nothing of the log is left
   * @throws StoreException when it is not
   */
  boolean whileWatched(Moving work) throws SQLException {
    beforeSession();
    try {
      LogMove moved = content.move(work);
      if (moved == LogMove.ELSEWHERE) {
        throw stop("store.file-restored", true);
      }
      return moved == LogMove.ALL;
    } catch (IOException e) {
      throw file.cannotOpen(e);
    }
  }

  @Override
  public StoreCondition condition() {
    if (closed) {
      return StoreCondition.of(told(Reason.UNAVAILABLE, "store.cannot-open"));
    }
    try {
      beforeSession();
      if (!content.isSeen()) {
        throw stop("store.file-restored", true);
      }
      file.requireRoom();
    } catch (StoreException refusal) {
      return StoreCondition.of(refusal);
    } catch (SQLException e) {
      return StoreCondition.of(GeoPackageFailures.explain(file.path(), e));
    }
    StoreException last = refused;
    return last != null && System.nanoTime() - refusedNanos < FRESH.toNanos()
        ? StoreCondition.of(last)
        : StoreCondition.SOUND;
  }

  private StoreException told(Reason reason, String key) {
    return new StoreException(reason, DataMessages.of(key, file.path()));
  }

  /** Whether the file at the path can be opened; as it lies there, since it may be another one. */
  @Override
  public void requireReopenable() {
    if (file.isAbsent()) {
      throw told(Reason.UNAVAILABLE, "store.absent");
    }
    try {
      content.requireKnown();
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file.path(), e);
    }
  }

  private synchronized StoreException stop(String key, boolean otherFile) {
    StoreException known = stopped;
    if (known == null) {
      Path aside = otherFile ? setLogAside() : null;
      known =
          new StoreException(
              Reason.CHANGED,
              aside == null
                  ? DataMessages.of(key, file.path())
                  : DataMessages.of(key + "-aside", file.path(), aside.toString()));
      LOG.error("{}", known.getMessage());
      stopped = known;
    }
    return again(known);
  }

  private static StoreException again(StoreException known) {
    return new StoreException(known.reason(), known.told(), known);
  }

  private @Nullable Path setLogAside() {
    try {
      return file.setLogAside(opened);
    } catch (IOException e) {
      LOG.warn("The log of the store could not be set aside; remove {} by hand", file.log(), e);
      return null;
    }
  }

  @Override
  public void beforeClosing() {
    try {
      beforeSession();
      closed = true;
      content.close();
    } catch (StoreException changed) {
      LOG.debug("The file is not the store's any more, and is left as it is", changed);
    }
  }

  /**
   * After a difference, the connection that cannot write is the last to be closed: SQLite would
   * move the log into the file with any other.
   */
  @Override
  public void close() {
    content.close();
    if (lock != null) {
      lock.close();
    }
  }
}

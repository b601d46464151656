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
import org.gridwright.data.store.geopackage.FileKeys.Stamp;
import org.gridwright.data.store.sql.Guard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether the file of an open store is still the one that was opened: by device and inode
 * of it and of the two beside it, by a random id in it, and by the count of its transactions, which
 * goes back where a copy was put back in its place. After a difference nothing is read or written
 * any more, and a log that belongs to another file than the one at the path is set aside, so that
 * no program takes it for that file's. Thread-safe.
 *
 * <p>What it does not see: a file written over with a copy of itself that is younger than the last
 * checkpoint, which differs in nothing that matters; and, where files have no keys (Windows), that
 * one took the place of another, which such systems do not allow while it is open.
 */
final class FileWatch implements Guard {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

  /** How long a refusal for lack of room is told, when there seems to be room. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** How often a difference in content is looked at: another program may just be at a page. */
  private static final int LOOKS = 4;

  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private final StoreFile file;
  private final FileDataSource apart;
  private final Connection own;
  private final String id;
  private final FileKeys opened;
  private final @Nullable ServerLock lock;
  private volatile @Nullable Stamp content;
  private volatile boolean moving;
  private volatile @Nullable StoreException stopped;
  private volatile @Nullable StoreException refused;
  private volatile long refusedNanos;

  /** Transactions that this process has seen committed. */
  private volatile long counted;

  /** The version of the own connection when that was so. */
  private long ownVersion;

  /** The one that is about to be committed. */
  private long pending;

  /** Of them, those that are in the file itself; negative while nobody has looked. */
  private volatile long inFile = -1;

  private FileWatch(
      StoreFile file,
      FileDataSource apart,
      Connection own,
      String id,
      FileKeys opened,
      @Nullable ServerLock lock) {
    this.lock = lock;
    this.file = file;
    this.apart = apart;
    this.own = own;
    this.id = id;
    this.opened = opened;
    this.content = opened.content();
  }

  /**
   * Begins to watch a file that has just been opened.
   *
   * @param file with its log, which a connection of the caller's holds open
   * @param lock to be given back when the store is closed; null where there is none
   */
  static FileWatch over(StoreFile file, FileLimits limits, @Nullable ServerLock lock)
      throws SQLException {
    FileDataSource apart = FileDataSource.apart(file.path(), limits);
    Connection own = FileDataSource.looking(file.path(), limits).getConnection();
    try {
      String id = StoreIdentity.of(own).id();
      FileWatch watch = new FileWatch(file, apart, own, id, FileKeys.of(file), lock);
      watch.lookOver(own);
      watch.inFile = countInFile(apart);
      return watch;
    } catch (IOException e) {
      own.close();
      throw file.cannotOpen(e);
    } catch (SQLException e) {
      own.close();
      throw e;
    }
  }

  /** Negative where all of it is still in the log. */
  private static long countInFile(FileDataSource apart) {
    try (Connection connection = apart.getConnection()) {
      return StoreIdentity.of(connection).count();
    } catch (SQLException inLog) {
      return -1;
    }
  }

  @Override
  public void beforeSession() {
    requireGoing();
    FileKeys now = keys();
    if (opened.file() != null) {
      requireSame(now);
    }
    if (!moving && !Objects.equals(now.content(), content)) {
      requireContent();
    }
  }

  private void requireGoing() {
    StoreException known = stopped;
    if (known != null) {
      throw new StoreException(known.reason(), known.told(), known);
    }
  }

  private FileKeys keys() {
    try {
      return FileKeys.of(file);
    } catch (IOException e) {
      throw file.cannotOpen(e);
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

  /** The file was written to, and not by this process. */
  private synchronized void requireContent() {
    requireGoing();
    Stamp now = keys().content();
    for (int look = 0; inFile >= 0 && !Objects.equals(now, content); look++) {
      StoreIdentity found = contentOfFile();
      if (isOurs(found)) {
        inFile = found.count();
        content = now;
      } else if (look == LOOKS) {
        throw stop("store.file-restored", true);
      } else {
        pause();
        now = keys().content();
      }
    }
    content = now;
  }

  /**
   * Another program may have moved the log into the file, or a part of it. A file that holds no
   * more than before, while there is more in the log, is a copy that was made before.
   */
  private boolean isOurs(@Nullable StoreIdentity found) {
    if (found == null || !found.id().equals(id)) {
      return false;
    }
    long most = mostCounted();
    return found.count() == most || (found.count() > inFile && found.count() < most);
  }

  /** What others have committed is known of the log only where the log has changed. */
  private long mostCounted() {
    try {
      return StoreIdentity.version(own) == ownVersion ? counted : StoreIdentity.of(own).count();
    } catch (SQLException unreadable) {
      return -1;
    }
  }

  private @Nullable StoreIdentity contentOfFile() {
    try (Connection connection = apart.getConnection()) {
      return StoreIdentity.of(connection);
    } catch (SQLException unreadable) {
      return null;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void beforeCommit(Connection connection) throws SQLException {
    beforeSession();
    StoreIdentity now = StoreIdentity.of(connection);
    if (!now.id().equals(id) || now.count() < counted) {
      throw stop("store.file-restored", true);
    }
    StoreIdentity.count(connection);
    pending = now.count() + 1;
  }

  @Override
  public synchronized void committed() {
    refused = null;
    counted = Math.max(counted, pending);
    try {
      lookOver(own);
    } catch (SQLException e) {
      LOG.debug("The store could not be asked for its count", e);
    }
  }

  /** The version first: a change in between is then seen as one that came later. */
  private void lookOver(Connection connection) throws SQLException {
    ownVersion = StoreIdentity.version(connection);
    counted = Math.max(counted, StoreIdentity.of(connection).count());
  }

  @Override
  public void refused(StoreException refusal) {
    if (refusal.reason() == Reason.FULL || refusal.reason() == Reason.READ_ONLY) {
      refused = refusal;
      refusedNanos = System.nanoTime();
    }
  }

  /** Moves the log into the file. */
  interface Moving {

    /** Whether nothing of the log is left. */
    boolean move() throws SQLException;
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
    long before = counted;
    moving = true;
    try {
      if (!work.move()) {
        return false;
      }
      requireMoved(before);
      return true;
    } finally {
      content = keys().content();
      moving = false;
    }
  }

  private synchronized void requireMoved(long before) {
    StoreIdentity found = contentOfFile();
    if (found == null || !found.id().equals(id) || found.count() < before) {
      throw stop("store.file-restored", true);
    }
    inFile = Math.max(inFile, found.count());
  }

  @Override
  public StoreCondition condition() {
    try {
      beforeSession();
      requireIdentity();
      file.requireRoom();
    } catch (StoreException refusal) {
      return StoreCondition.of(refusal);
    }
    StoreException last = refused;
    return last != null && System.nanoTime() - refusedNanos < FRESH.toNanos()
        ? StoreCondition.of(last)
        : StoreCondition.SOUND;
  }

  /** Asks over a connection that has been open from the beginning. */
  private synchronized void requireIdentity() {
    try {
      StoreIdentity now = StoreIdentity.of(own);
      if (!now.id().equals(id) || now.count() < counted) {
        throw stop("store.file-restored", true);
      }
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file.path(), e);
    }
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
      GeoPackageStores.requireKnown(file.path(), apart);
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
      own.close();
    } catch (StoreException changed) {
      LOG.debug("The file is not the store's any more, and is left as it is", changed);
    } catch (SQLException e) {
      LOG.debug("A connection could not be closed", e);
    }
  }

  /**
   * After a difference, the connection that cannot write is the last to be closed: SQLite would
   * move the log into the file with any other.
   */
  @Override
  public void close() {
    try {
      own.close();
    } catch (SQLException e) {
      LOG.debug("A connection could not be closed", e);
    }
    if (lock != null) {
      lock.close();
    }
  }
}

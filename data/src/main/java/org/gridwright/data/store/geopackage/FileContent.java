package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.gridwright.data.store.geopackage.FileKeys.Stamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a file still holds what this process has seen in it: by the id of the store, and by the
 * count of its transactions, which goes back where a copy was put back in its place. Looks at the
 * file itself only after somebody has written to it. Thread-safe.
 */
final class FileContent implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileContent.class);

  /** How often a difference is looked at: another program may just be at that page. */
  private static final int LOOKS = 5;

  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private final StoreFile file;
  private final FileDataSource apart;
  private final Connection own;
  private final String id;
  private volatile @Nullable Stamp stamp;
  private volatile boolean moving;

  /** Transactions that were committed, as far as this process has seen. */
  private volatile long counted;

  /** The version of the own connection when that was so. */
  private long ownVersion;

  /** The transaction that is about to be committed. */
  private long pending;

  /** Transactions that are in the file itself; negative while nobody knows. */
  private volatile long inFile;

  private FileContent(
      StoreFile file, FileDataSource apart, Connection own, String id, @Nullable Stamp stamp) {
    this.file = file;
    this.apart = apart;
    this.own = own;
    this.id = id;
    this.stamp = stamp;
  }

  /**
   * The content of a file that has just been opened.
   *
   * @param stamp when it was written last
   */
  static FileContent of(StoreFile file, FileLimits limits, @Nullable Stamp stamp)
      throws SQLException {
    FileDataSource apart = FileDataSource.apart(file.path(), limits);
    Connection own = FileDataSource.looking(file.path(), limits).getConnection();
    try {
      FileContent content = new FileContent(file, apart, own, StoreIdentity.of(own).id(), stamp);
      content.lookOver();
      StoreIdentity found = content.found();
      content.inFile = found == null ? -1 : found.count();
      return content;
    } catch (SQLException e) {
      own.close();
      throw e;
    }
  }

  /**
   * Looks at the file as it lies there, whichever it is by now.
   *
   * @throws org.gridwright.data.store.StoreException when it is no store that this version knows
   */
  void requireKnown() throws SQLException {
    var unused = again(() -> GeoPackageStores.requireKnown(file.path(), apart));
  }

  /** A look at the file that takes no lock. */
  interface UnlockedLook<T> {
    T at() throws SQLException;
  }

  /**
   * Looks again where what is there cannot be read: a page of the log may just be on its way into
   * the file.
   */
  static <T> T again(UnlockedLook<T> look) throws SQLException {
    for (int times = 1; ; times++) {
      try {
        return look.at();
      } catch (SQLException unreadable) {
        if (times == LOOKS) {
          throw unreadable;
        }
        pause();
      }
    }
  }

  /**
   * Whether the file holds what it should, or more of it than before.
   *
   * @param now when it was written last
   */
  boolean isOurs(@Nullable Stamp now) throws IOException {
    return moving || Objects.equals(now, stamp) || isOurs();
  }

  /** The file was written to, and not by this process. */
  private synchronized boolean isOurs() throws IOException {
    for (int look = 1; ; look++) {
      Stamp now = FileKeys.of(file).content();
      if (inFile < 0 || Objects.equals(now, stamp)) {
        stamp = now;
        return true;
      }
      StoreIdentity found = found();
      if (found != null && goesOn(found)) {
        inFile = found.count();
        stamp = now;
        return true;
      }
      if (look == LOOKS) {
        return false;
      }
      pause();
    }
  }

  /**
   * Another program may have moved the log into the file, or a part of it. A file that holds no
   * more than before, while there is more in the log, is a copy that was made before.
   */
  private boolean goesOn(StoreIdentity found) {
    if (!found.id().equals(id)) {
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

  private @Nullable StoreIdentity found() {
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

  /** Whether a connection that has been open from the beginning sees this store, no older. */
  synchronized boolean isSeen() throws SQLException {
    return isSeen(StoreIdentity.of(own));
  }

  private boolean isSeen(StoreIdentity now) {
    return now.id().equals(id) && now.count() >= counted;
  }

  /**
   * Counts a transaction that is about to be committed.
   *
   * @return whether it belongs to this store
   */
  synchronized boolean count(Connection connection) throws SQLException {
    StoreIdentity now = StoreIdentity.of(connection);
    if (!isSeen(now)) {
      return false;
    }
    StoreIdentity.count(connection);
    pending = now.count() + 1;
    return true;
  }

  /** The transaction that was counted last was committed. */
  synchronized void committed() {
    counted = Math.max(counted, pending);
    try {
      lookOver();
    } catch (SQLException e) {
      LOG.debug("The store could not be asked for its count", e);
    }
  }

  /** The version first: a change in between is then seen as one that came later. */
  private void lookOver() throws SQLException {
    ownVersion = StoreIdentity.version(own);
    counted = Math.max(counted, StoreIdentity.of(own).count());
  }

  /** Moves the log into the file. */
  interface Moving {

    /** Whether nothing of the log is left. */
    boolean move() throws SQLException;
  }

  /** What became of it. */
  enum LogMove {
    ALL,
    SOME,
    /** All, but the file does not hold it: it is another one by now. */
    ELSEWHERE
  }

  /** Has the log moved into the file; commits go on meanwhile. */
  LogMove move(Moving work) throws SQLException, IOException {
    long before = counted;
    moving = true;
    try {
      return !work.move() ? LogMove.SOME : holds(before) ? LogMove.ALL : LogMove.ELSEWHERE;
    } finally {
      stamp = FileKeys.of(file).content();
      moving = false;
    }
  }

  private synchronized boolean holds(long before) {
    StoreIdentity found = found();
    if (found == null || !found.id().equals(id) || found.count() < before) {
      return false;
    }
    inFile = Math.max(inFile, found.count());
    return true;
  }

  @Override
  public void close() {
    try {
      own.close();
    } catch (SQLException e) {
      LOG.debug("A connection could not be closed", e);
    }
  }
}

package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The file of a store, and those that lie beside it while it is open. */
record StoreFile(Path path) {

  /** The longest path that SQLite takes, in bytes. */
  private static final int MOST_BYTES = 512 - 8;

  /** With less room than this the next changes will not fit. */
  private static final long LITTLE_BYTES = 1 << 20;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** The write-ahead log. */
  Path log() {
    return beside("-wal");
  }

  /** The index of the log, which SQLite keeps in shared memory. */
  Path index() {
    return beside("-shm");
  }

  /** What a server that serves the store holds locked; the same by whatever name the file goes. */
  Path lock() throws IOException {
    Path real = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    return real.resolveSibling(real.getFileName() + "-lock");
  }

  private Path beside(String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }

  /** Whether there is no file, or an empty one. */
  boolean isAbsent() {
    try {
      return !Files.exists(path) || (Files.isRegularFile(path) && Files.size(path) == 0);
    } catch (IOException e) {
      throw cannotOpen(e);
    }
  }

  /** Whether the file can be changed: SQLite keeps its log beside it. */
  boolean isWritable() {
    Path folder = path.toAbsolutePath().getParent();
    return Files.isWritable(path) && folder != null && Files.isWritable(folder);
  }

  /**
   * @throws StoreException when its path cannot be that of a store
   */
  void requirePath() {
    int bytes = path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new StoreException(
          Reason.UNAVAILABLE, DataMessages.of("store.path-too-long", path, bytes, MOST_BYTES));
    }
  }

  /**
   * Makes an empty database, which its owner alone may read, in pages of {@link
   * FileDataSource#PAGE_BYTES}. SQLite gives the files beside it the same rights.
   */
  void create() throws SQLException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreException(
          Reason.UNAVAILABLE, DataMessages.of("store.folder-absent", path, String.valueOf(folder)));
    }
    try {
      if (Files.notExists(path)) {
        Files.createFile(path, ownerOnly());
      }
    } catch (IOException e) {
      throw cannotOpen(e);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(FileDataSource.PAGE_BYTES);
    try (var connection = config.createConnection(FileDataSource.url(path));
        Statement statement = connection.createStatement()) {
      GeoPackageStores.markAsGeoPackage(connection);
      statement.execute("VACUUM");
    }
  }

  /** Rights of a file that its owner alone may read; none where the system knows none. */
  FileAttribute<?>[] ownerOnly() {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(
          Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
    };
  }

  StoreException cannotOpen(IOException cause) {
    return new StoreException(
        Reason.UNAVAILABLE, DataMessages.of("store.cannot-open", path), cause);
  }

  /**
   * Whether there is room on its device, and changes are taken.
   *
   * @throws StoreException {@code FULL} or {@code READ_ONLY}
   */
  void requireRoom() {
    try {
      FileStore device = Files.getFileStore(path);
      if (device.isReadOnly() || !isWritable()) {
        throw new StoreException(Reason.READ_ONLY, DataMessages.of("store.read-only", path));
      }
      if (device.getUsableSpace() < LITTLE_BYTES) {
        throw new StoreException(Reason.FULL, DataMessages.of("store.nearly-full", path));
      }
    } catch (IOException e) {
      throw cannotOpen(e);
    }
  }

  /**
   * Gives the log another name, so that no program takes it for that of the file at the path.
   *
   * @param opened the files that are meant; others are left alone
   * @return where it lies now; null where nothing was in it, or it is not at its path
   */
  @Nullable Path setLogAside(FileKeys opened) throws IOException {
    FileKeys now = FileKeys.of(this);
    if (now.index() != null && now.index().equals(opened.index())) {
      Files.deleteIfExists(index());
    }
    if (now.log() == null || !now.log().equals(opened.log())) {
      return null;
    }
    if (Files.size(log()) == 0) {
      Files.delete(log());
      return null;
    }
    String moment = MOMENT.format(LocalDateTime.now(ZoneId.systemDefault()));
    return Files.move(log(), log().resolveSibling(log().getFileName() + "." + moment));
  }
}

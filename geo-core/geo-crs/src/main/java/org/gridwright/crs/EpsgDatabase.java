package org.gridwright.crs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.geotools.referencing.CRS;
import org.geotools.referencing.factory.epsg.hsql.HsqlEpsgDatabase;

/**
 * Where the bundled EPSG database is unpacked: a temporary directory of this process alone (33 MB),
 * so that processes started side by side never meet, removed when the process ends. A directory
 * left behind by a killed process is removed by the next one, which sees that nobody holds its lock
 * file. An explicit system property {@code EPSG-HSQL.directory} is respected.
 */
final class EpsgDatabase {

  private static final String PREFIX = "gridwright-epsg-";
  private static final String LOCK = "in-use.lock";

  /**
   * Loggers that write to the console unless told otherwise; GeoTools reads its text style from the
   * user preferences. Held, so that the levels set below are not collected with the loggers.
   */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.geotools"), Logger.getLogger("java.util.prefs"));

  static {
    for (Logger logger : QUIET) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.SEVERE);
      }
    }
    if (System.getProperty(HsqlEpsgDatabase.DIRECTORY_KEY) == null) {
      useOwnDirectory();
    }
  }

  private EpsgDatabase() {}

  /** Makes the database ready to be opened; does nothing from the second call on. */
  static void prepare() {
    // The work is done once, by the class initialiser.
  }

  private static void useOwnDirectory() {
    try {
      Path base = Path.of(System.getProperty("java.io.tmpdir"));
      removeAbandoned(base);
      Path own = Files.createTempDirectory(base, PREFIX);
      FileChannel lock = open(own.resolve(LOCK));
      lock.lock();
      System.setProperty(HsqlEpsgDatabase.DIRECTORY_KEY, own.toString());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(own, lock), "epsg-cleanup"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Path own, FileChannel lock) {
    try (lock) {
      CRS.reset("all");
      remove(own);
    } catch (IOException e) {
      // The next process removes what is left.
    }
  }

  private static void removeAbandoned(Path base) throws IOException {
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(base, PREFIX + "*")) {
      for (Path directory : directories) {
        removeIfAbandoned(directory);
      }
    }
  }

  private static void removeIfAbandoned(Path directory) {
    Path lockFile = directory.resolve(LOCK);
    if (!Files.isWritable(lockFile)) {
      return;
    }
    try (FileChannel channel = open(lockFile);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        remove(directory);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Another process is removing it, or it belongs to someone else: not ours to judge.
    }
  }

  private static FileChannel open(Path lockFile) throws IOException {
    return FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void remove(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(directory)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}

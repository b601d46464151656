package org.gridwright.data.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** The folder of an index: kept, or for as long as it is open. */
final class IndexFolder implements AutoCloseable {

  private static final double BUFFER_MEGABYTES = 32;

  private final Path path;
  private final boolean kept;
  private final Directory directory;

  private IndexFolder(Path path, boolean kept) throws IOException {
    this.path = path;
    this.kept = kept;
    this.directory = new MMapDirectory(path);
  }

  /** A folder that stays; made where it is missing. */
  static IndexFolder kept(Path path) throws IOException {
    Files.createDirectories(path);
    return new IndexFolder(path, true);
  }

  /** A folder that goes when it is closed. */
  static IndexFolder temporary() throws IOException {
    return new IndexFolder(Files.createTempDirectory("gridwright-search"), false);
  }

  boolean isKept() {
    return kept;
  }

  Path path() {
    return path;
  }

  Directory directory() {
    return directory;
  }

  /**
   * Writes to the index, alone among all processes.
   *
   * @param anew whether what is there goes when the first state is committed
   * @throws org.apache.lucene.store.LockObtainFailedException while another one writes
   */
  IndexWriter writer(boolean anew) throws IOException {
    return new IndexWriter(
        directory,
        new IndexWriterConfig(new KeywordAnalyzer())
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setCommitOnClose(false)
            .setMergeScheduler(new SerialMergeScheduler())
            .setOpenMode(anew ? OpenMode.CREATE : OpenMode.APPEND));
  }

  /** Takes away all that is in it. */
  void clear() throws IOException {
    for (String file : directory.listAll()) {
      directory.deleteFile(file);
    }
  }

  @Override
  public void close() {
    try {
      directory.close();
      if (!kept) {
        delete(path);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

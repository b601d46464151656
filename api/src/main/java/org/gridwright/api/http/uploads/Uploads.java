package org.gridwright.api.http.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.kept.KeptFiles;
import org.gridwright.api.http.kept.KeptFolder;

/** The files that were brought in and are still kept. Thread-safe. */
final class Uploads implements AutoCloseable {

  /** How long one is kept that nobody asks for. */
  static final Duration LIFE = Duration.ofHours(2);

  /** More than these are not kept at once; the one that was asked for longest ago goes. */
  static final int MOST = 12;

  private static final int BUFFER = 1 << 16;

  /** Bytes of a name; file systems take 255. */
  private static final int MOST_NAME = 180;

  private final KeptFiles<Upload> kept;
  private final long limitBytes;

  /**
   * @param limitBytes greatest size of one file
   * @param parent where their folder is made with the first one
   */
  Uploads(long limitBytes, Clock clock, Path parent) {
    this.limitBytes = limitBytes;
    this.kept = new KeptFiles<>("uploads", LIFE, MOST, clock, parent);
  }

  long limitBytes() {
    return limitBytes;
  }

  /**
   * Keeps what a stream holds.
   *
   * @param name what whoever brings it calls it; of a path, the last part counts
   * @throws ProblemException 413 when it is too large
   * @throws IOException when it breaks off, or there is no room for it; nothing of it is left then
   */
  Upload keep(String name, InputStream content) throws IOException {
    KeptFolder own = kept.folder();
    boolean whole = false;
    try {
      Path file = file(own.path(), name);
      Upload upload = new Upload(own, file, spool(content, file));
      kept.add(upload);
      whole = true;
      return upload;
    } finally {
      if (!whole) {
        KeptFiles.delete(own.path());
      }
    }
  }

  /** The upload of an id, which is kept for a while longer; empty where there is none any more. */
  Optional<Upload> find(String id) {
    return kept.find(id);
  }

  /** Cancels what goes on with an upload, and lets it go. */
  void remove(Upload upload) {
    kept.remove(upload);
  }

  /** Lets those go that nobody asks for. */
  void letGo() {
    kept.letGo();
  }

  @Override
  public void close() {
    kept.close();
  }

  private long spool(InputStream content, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > limitBytes) {
          throw ProblemException.tooLarge(limitBytes);
        }
        out.write(buffer, 0, n);
      }
      return size;
    }
  }

  /** A file of that name, as far as the system allows it. */
  private static Path file(Path folder, String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = cut(last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip());
    try {
      return folder.resolve(plain.replaceAll("^\\.*$", "file"));
    } catch (InvalidPathException unwritable) {
      return folder.resolve(plain.replaceAll("[^ -~]", "_"));
    }
  }

  private static String cut(String name) {
    String cut = name;
    while (cut.getBytes(StandardCharsets.UTF_8).length > MOST_NAME) {
      cut = cut.substring(cut.offsetByCodePoints(0, 1));
    }
    return cut;
  }
}

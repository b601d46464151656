package org.gridwright.api.http.uploads;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gridwright.data.intake.look.FileLook;
import org.jspecify.annotations.Nullable;

/** A file that was brought in, and the import of it that was begun last. Thread-safe. */
final class Upload {

  private static final int MOST_LOOKS = 8;

  private final String id;
  private final Path folder;
  private final Path file;
  private final long size;
  private final Map<UploadReading, FileLook> looks = new HashMap<>();
  private Instant asked;
  private @Nullable RunningImport running;

  Upload(String id, Path folder, Path file, long size, Instant asked) {
    this.id = id;
    this.folder = folder;
    this.file = file;
    this.size = size;
    this.asked = asked;
  }

  String id() {
    return id;
  }

  /** Its own folder, with nothing else in it. */
  Path folder() {
    return folder;
  }

  Path file() {
    return file;
  }

  /** The file's name, as whoever brought it calls it. */
  String name() {
    return String.valueOf(file.getFileName());
  }

  /** Bytes. */
  long size() {
    return size;
  }

  synchronized Instant asked() {
    return asked;
  }

  synchronized void asked(Instant now) {
    asked = now;
  }

  /** What it is, read in a certain way; looked at only once. */
  FileLook look(UploadReading reading, Supplier<FileLook> look) {
    synchronized (looks) {
      FileLook known = looks.get(reading);
      if (known != null) {
        return known;
      }
    }
    FileLook made = look.get();
    synchronized (looks) {
      if (looks.size() >= MOST_LOOKS) {
        looks.clear();
      }
      looks.put(reading, made);
    }
    return made;
  }

  /** The import that was begun last; null before the first. */
  synchronized @Nullable RunningImport running() {
    return running;
  }

  /**
   * Begins an import, unless one goes on.
   *
   * @return false where one goes on
   */
  synchronized boolean begin(Supplier<RunningImport> begin) {
    if (isBusy()) {
      return false;
    }
    running = begin.get();
    return true;
  }

  /** Whether an import of it goes on. */
  synchronized boolean isBusy() {
    return running != null && !running.isOver();
  }
}

package org.gridwright.api.http.uploads;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gridwright.api.http.kept.KeptFile;
import org.gridwright.api.http.kept.KeptFolder;
import org.gridwright.data.intake.look.FileLook;
import org.jspecify.annotations.Nullable;

/** A file that was brought in, and the import of it that was begun last. Thread-safe. */
final class Upload extends KeptFile {

  private static final int MOST_LOOKS = 8;

  private final Path file;
  private final long size;
  private final Map<UploadReading, FileLook> looks = new HashMap<>();
  private @Nullable RunningImport running;

  Upload(KeptFolder kept, Path file, long size) {
    super(kept);
    this.file = file;
    this.size = size;
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
  @Override
  protected synchronized boolean isBusy() {
    return running != null && !running.isOver();
  }

  @Override
  protected void stop() {
    RunningImport begun = running();
    if (begun != null) {
      begun.cancel();
    }
  }

  @Override
  protected void whenOver(Runnable then) {
    RunningImport begun = running();
    if (begun == null) {
      then.run();
    } else {
      begun.whenOver(then);
    }
  }
}

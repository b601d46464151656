package org.gridwright.api.http.kept;

import java.nio.file.Path;
import java.time.Instant;

/** Something kept in a folder of its own. Thread-safe, as those that extend it are to be. */
public abstract class KeptFile {

  private final String id;
  private final Path folder;
  private Instant asked;

  protected KeptFile(KeptFolder kept) {
    this.id = kept.id();
    this.folder = kept.path();
    this.asked = kept.made();
  }

  /** Its id, which nobody can guess. */
  public final String id() {
    return id;
  }

  /** Its own folder, with nothing else in it. */
  public final Path folder() {
    return folder;
  }

  /** Whether something goes on with it, so that it must not go by itself. */
  protected abstract boolean isBusy();

  /** Stops what goes on with it. */
  protected abstract void stop();

  /** Has something done when nothing goes on with it any more, at once where that is so. */
  protected abstract void whenOver(Runnable then);

  final synchronized Instant asked() {
    return asked;
  }

  final synchronized void asked(Instant now) {
    asked = now;
  }
}

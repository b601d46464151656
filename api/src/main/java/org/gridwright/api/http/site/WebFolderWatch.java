package org.gridwright.api.http.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridwright.data.work.Background;

/**
 * Tells when a build has written the map application into a folder anew: its {@code index.html}
 * names all other files by a digest of their content and is written last. It looks a few times a
 * second, which finds changes on every file system.
 */
public final class WebFolderWatch implements AutoCloseable {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final Path page;
  private final Runnable changed;
  private final ScheduledExecutorService watching = Background.thread("web-folder-watch");
  private byte[] seen;

  /**
   * @param changed called on the watch's own thread
   */
  public WebFolderWatch(Path folder, Runnable changed) {
    this.page = folder.resolve("index.html");
    this.changed = changed;
    this.seen = read();
    var unused =
        watching.scheduleWithFixedDelay(
            this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    watching.shutdown();
  }

  private void look() {
    byte[] now = read();
    if (now.length > 0 && !Arrays.equals(seen, now)) {
      seen = now;
      changed.run();
    }
  }

  /** Nothing while the file is not there. */
  private byte[] read() {
    try {
      return Files.readAllBytes(page);
    } catch (IOException beingWritten) {
      return new byte[0];
    }
  }
}

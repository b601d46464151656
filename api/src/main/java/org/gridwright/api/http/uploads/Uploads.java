package org.gridwright.api.http.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridwright.api.http.ProblemException;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;

/**
 * The files that were brought in and are still kept, each in a folder of its own below one that
 * only the owner of this process reads. Thread-safe.
 */
final class Uploads implements AutoCloseable {

  /** How long one is kept that nobody asks for. */
  static final Duration LIFE = Duration.ofHours(2);

  /** More than these are not kept at once; the one that was asked for longest ago goes. */
  static final int MOST = 12;

  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final int ID_BYTES = 16;
  private static final int BUFFER = 1 << 16;

  /** Bytes of a name; file systems take 255. */
  private static final int MOST_NAME = 180;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Upload> all = new LinkedHashMap<>();
  private final long limitBytes;
  private final Clock clock;
  private final Path parent;
  private final ScheduledExecutorService sweeper = Background.thread("uploads-sweep");
  private @Nullable Path folder;

  /**
   * @param limitBytes greatest size of one file
   * @param parent where their folder is made with the first one
   */
  Uploads(long limitBytes, Clock clock, Path parent) {
    this.limitBytes = limitBytes;
    this.parent = parent;
    this.clock = clock;
    var unused =
        sweeper.scheduleWithFixedDelay(
            () -> letGo(MOST), SWEEP.toMinutes(), SWEEP.toMinutes(), TimeUnit.MINUTES);
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
    letGo(MOST - 1);
    byte[] number = new byte[ID_BYTES];
    random.nextBytes(number);
    String id = HexFormat.of().formatHex(number);
    Path own = Files.createDirectory(folder().resolve(id));
    boolean kept = false;
    try {
      Path file = file(own, name);
      Upload upload = new Upload(id, own, file, spool(content, file), clock.instant());
      synchronized (all) {
        all.put(id, upload);
      }
      kept = true;
      return upload;
    } finally {
      if (!kept) {
        UploadFolder.delete(own);
      }
    }
  }

  /** The upload of an id, which is kept for a while longer; empty where there is none any more. */
  Optional<Upload> find(String id) {
    Instant now = clock.instant();
    synchronized (all) {
      Optional<Upload> found = Optional.ofNullable(all.get(id));
      found.ifPresent(upload -> upload.asked(now));
      return found;
    }
  }

  /** Cancels what goes on with an upload, and lets it go. */
  void remove(Upload upload) {
    synchronized (all) {
      all.remove(upload.id());
    }
    RunningImport running = upload.running();
    if (running == null) {
      UploadFolder.delete(upload.folder());
    } else {
      running.cancel();
      running.whenOver(() -> UploadFolder.delete(upload.folder()));
    }
  }

  @Override
  public void close() {
    sweeper.shutdown();
    List<Upload> left;
    synchronized (all) {
      left = List.copyOf(all.values());
      all.clear();
    }
    left.stream().map(Upload::running).forEach(Uploads::cancel);
    deleteFolder();
  }

  private synchronized void deleteFolder() {
    if (folder != null) {
      UploadFolder.delete(folder);
      folder = null;
    }
  }

  private static void cancel(@Nullable RunningImport running) {
    if (running != null) {
      running.cancel();
    }
  }

  /**
   * Lets those go that nobody asks for, and where there are more than may be, those that were asked
   * for longest ago.
   */
  void letGo(int most) {
    Instant longAgo = clock.instant().minus(LIFE);
    List<Upload> idle;
    int surplus;
    synchronized (all) {
      idle =
          all.values().stream()
              .filter(upload -> !upload.isBusy())
              .sorted(Comparator.comparing(Upload::asked))
              .toList();
      surplus = all.size() - most;
    }
    for (int i = 0; i < idle.size(); i++) {
      if (i < surplus || idle.get(i).asked().isBefore(longAgo)) {
        remove(idle.get(i));
      }
    }
  }

  private synchronized Path folder() throws IOException {
    if (folder == null) {
      folder = UploadFolder.make(parent);
    }
    return folder;
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

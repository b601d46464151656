package org.gridwright.api.http.kept;

import java.io.IOException;
import java.nio.file.Files;
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
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;

/**
 * Files of one sort that are kept for a while, each in a folder of its own below one that only the
 * owner of this process reads. They go when nobody has asked for them for long, when there are too
 * many, and with the process. Thread-safe.
 */
public final class KeptFiles<T extends KeptFile> implements AutoCloseable {

  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, T> all = new LinkedHashMap<>();
  private final String sort;
  private final Duration life;
  private final int most;
  private final Clock clock;
  private final Path parent;
  private final ScheduledExecutorService sweeper;
  private @Nullable Path folder;

  /**
   * @param sort what they are, such as {@code uploads}; part of the folder's name
   * @param life how long one is kept that nobody asks for
   * @param most more than these are not kept at once; the one that was asked for longest ago goes
   * @param parent where their folder is made with the first one
   */
  public KeptFiles(String sort, Duration life, int most, Clock clock, Path parent) {
    this.sort = sort;
    this.life = life;
    this.most = most;
    this.clock = clock;
    this.parent = parent;
    this.sweeper = Background.thread(sort + "-sweep");
    var unused =
        sweeper.scheduleWithFixedDelay(
            this::letGo, SWEEP.toMinutes(), SWEEP.toMinutes(), TimeUnit.MINUTES);
  }

  /** Where temporary files of this process belong. */
  public static Path parent() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** A folder for one more, which whoever asked {@linkplain #add adds} or deletes. */
  public KeptFolder folder() throws IOException {
    letGo(most - 1);
    byte[] number = new byte[ID_BYTES];
    random.nextBytes(number);
    String id = HexFormat.of().formatHex(number);
    return new KeptFolder(id, Files.createDirectory(ours().resolve(id)), clock.instant());
  }

  public void add(T file) {
    synchronized (all) {
      all.put(file.id(), file);
    }
  }

  /** The one of an id, which is kept for a while longer; empty where there is none any more. */
  public Optional<T> find(String id) {
    Instant now = clock.instant();
    synchronized (all) {
      Optional<T> found = Optional.ofNullable(all.get(id));
      found.ifPresent(file -> file.asked(now));
      return found;
    }
  }

  /** All of them, the oldest first. */
  public List<T> list() {
    synchronized (all) {
      return List.copyOf(all.values());
    }
  }

  /** Stops what goes on with one, and lets it go. */
  public void remove(T file) {
    synchronized (all) {
      all.remove(file.id());
    }
    file.stop();
    file.whenOver(() -> delete(file.folder()));
  }

  /** Deletes a folder with all that is in it; nothing where it is gone. */
  public static void delete(Path folder) {
    ProcessFolder.delete(folder);
  }

  /**
   * Lets those go that nobody asks for, and where there are more than may be, those that were asked
   * for longest ago.
   */
  public void letGo() {
    letGo(most);
  }

  @Override
  public void close() {
    sweeper.shutdown();
    List<T> left = list();
    synchronized (all) {
      all.clear();
    }
    left.forEach(KeptFile::stop);
    deleteAll();
  }

  private synchronized void deleteAll() {
    if (folder != null) {
      ProcessFolder.delete(folder);
      folder = null;
    }
  }

  private void letGo(int kept) {
    Instant longAgo = clock.instant().minus(life);
    List<T> known = list();
    List<T> idle =
        known.stream()
            .filter(file -> !file.isBusy())
            .sorted(Comparator.comparing(KeptFile::asked))
            .toList();
    int surplus = known.size() - kept;
    for (int i = 0; i < idle.size(); i++) {
      if (i < surplus || idle.get(i).asked().isBefore(longAgo)) {
        remove(idle.get(i));
      }
    }
  }

  private synchronized Path ours() throws IOException {
    if (folder == null) {
      folder = ProcessFolder.make(parent, sort);
    }
    return folder;
  }
}

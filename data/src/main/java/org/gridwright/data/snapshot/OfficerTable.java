package org.gridwright.data.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gridwright.data.model.Officer;
import org.gridwright.data.store.DirectoryStore;
import org.gridwright.data.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The officers of every grid in memory, so that locating a point asks no database. Thread-safe.
 *
 * <p>A theme's officers are read whole when first asked for. Whether the directory has changed is
 * looked up at most once in an interval, by one caller; a change shows after that interval at the
 * latest. While the store is away, what was read last serves on.
 */
public final class OfficerTable implements OfficerLookup {

  private static final Comparator<Officer> ORDER =
      Comparator.comparing(Officer::role).thenComparing(Officer::id);

  private static final Logger LOG = LoggerFactory.getLogger(OfficerTable.class);

  private final DirectoryStore directory;
  private final long intervalNanos;
  private final AtomicLong nextLook = new AtomicLong(Long.MIN_VALUE);
  private volatile Edition edition = new Edition("");

  public OfficerTable(DirectoryStore directory, Duration interval) {
    this.directory = directory;
    this.intervalNanos = interval.toNanos();
  }

  /** What was read of one state of the directory: officers by theme, then by grid. */
  private record Edition(String version, Map<String, Map<String, List<Officer>>> themes) {

    Edition(String version) {
      this(version, new ConcurrentHashMap<>());
    }
  }

  @Override
  public List<Officer> officersOf(String theme, String gridCode) {
    return current().themes().computeIfAbsent(theme, this::read).getOrDefault(gridCode, List.of());
  }

  private Edition current() {
    long now = System.nanoTime();
    long due = nextLook.get();
    boolean look = due == Long.MIN_VALUE || now - due >= 0;
    if (look && nextLook.compareAndSet(due, now + intervalNanos)) {
      refresh();
    }
    return edition;
  }

  private void refresh() {
    try {
      String version = directory.officersVersion();
      if (!version.equals(edition.version())) {
        edition = new Edition(version);
      }
    } catch (StoreException away) {
      LOG.debug("The officers in memory serve on while the store is away", away);
    }
  }

  private Map<String, List<Officer>> read(String theme) {
    Map<String, List<Officer>> byGrid = new HashMap<>();
    try (Stream<Officer> officers = directory.officers(theme)) {
      officers.forEach(
          officer ->
              byGrid.computeIfAbsent(officer.gridCode(), g -> new ArrayList<>()).add(officer));
    }
    byGrid.replaceAll((grid, officers) -> officers.stream().sorted(ORDER).toList());
    return byGrid;
  }
}

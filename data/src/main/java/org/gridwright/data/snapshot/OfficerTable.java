package org.gridwright.data.snapshot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.RosterStore;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.work.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The officers of every grid in memory, so that locating a point asks no database. Thread-safe.
 *
 * <p>The roster is read beside the requests: now and then, and by {@link #refresh} after a change
 * that is to show at once. Until a theme has been read for the first time the store answers for it;
 * while the store is away, what was read last serves on.
 */
public final class OfficerTable implements OfficerLookup, AutoCloseable {

  private static final Comparator<RosterEntry> ORDER =
      Comparator.comparing((RosterEntry entry) -> entry.assignment().role(), Plan.CODE_ORDER)
          .thenComparing(entry -> entry.officer().id(), Plan.CODE_ORDER);

  private static final Logger LOG = LoggerFactory.getLogger(OfficerTable.class);

  private final RosterStore roster;
  private final Supplier<Set<String>> themes;
  private final ScheduledExecutorService watcher = Background.thread("officer-watch");
  private volatile Edition edition = new Edition("", Map.of());
  private volatile boolean tried;

  /**
   * @param themes ids of those whose officers are asked for
   */
  public OfficerTable(RosterStore roster, Supplier<Set<String>> themes) {
    this.roster = roster;
    this.themes = themes;
  }

  /** What was read of one state of the roster, or of a later one: by theme, then by grid. */
  private record Edition(String version, Map<String, Map<String, List<RosterEntry>>> themes) {}

  /** Whether the roster has been read, or could not be. */
  public boolean ready() {
    return tried;
  }

  /** Refreshes now and then, the first time at once. */
  public void watch(Duration interval) {
    var unused =
        watcher.scheduleWithFixedDelay(
            this::refresh, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public List<RosterEntry> officersOf(String theme, String gridCode, LocalDate day) {
    Map<String, List<RosterEntry>> known = edition.themes().get(theme);
    return known == null
        ? roster.of(theme, gridCode, day)
        : known.getOrDefault(gridCode, List.of()).stream()
            .filter(entry -> entry.assignment().holds(day))
            .toList();
  }

  /** Reads the roster where it has changed; without an exception while the store is away. */
  public synchronized void refresh() {
    try {
      String version = roster.version();
      Set<String> asked = themes.get();
      if (!version.equals(edition.version()) || !asked.equals(edition.themes().keySet())) {
        Map<String, Map<String, List<RosterEntry>>> read = new HashMap<>();
        asked.forEach(theme -> read.put(theme, read(theme)));
        edition = new Edition(version, read);
      }
    } catch (StoreException away) {
      LOG.debug("The officers in memory serve on while the store is away", away);
    } catch (RuntimeException failure) {
      LOG.warn("The officers could not be read; those in memory serve on", failure);
    } finally {
      tried = true;
    }
  }

  private Map<String, List<RosterEntry>> read(String theme) {
    Map<String, List<RosterEntry>> byGrid = new HashMap<>();
    try (Stream<RosterEntry> officers = roster.entries(theme, null)) {
      officers.forEach(
          entry ->
              byGrid
                  .computeIfAbsent(entry.assignment().gridCode(), g -> new ArrayList<>())
                  .add(entry));
    }
    byGrid.replaceAll((grid, officers) -> officers.stream().sorted(ORDER).toList());
    return byGrid;
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }
}

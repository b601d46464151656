package org.gridwright.data.snapshot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.RosterStore;
import org.gridwright.data.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The officers of every grid in memory, so that locating a point asks no database. Thread-safe.
 *
 * <p>A theme's officers are read whole when first asked for. Whether the roster has changed is
 * looked up at most once in an interval, by one caller; a change shows after that interval at the
 * latest. While the store is away, what was read last serves on.
 */
public final class OfficerTable implements OfficerLookup {

  private static final Comparator<RosterEntry> ORDER =
      Comparator.comparing((RosterEntry entry) -> entry.assignment().role(), Plan.CODE_ORDER)
          .thenComparing(entry -> entry.officer().id(), Plan.CODE_ORDER);

  private static final Logger LOG = LoggerFactory.getLogger(OfficerTable.class);

  private final RosterStore roster;
  private final long intervalNanos;
  private final AtomicLong nextLook = new AtomicLong(Long.MIN_VALUE);
  private volatile Edition edition = new Edition("");

  public OfficerTable(RosterStore roster, Duration interval) {
    this.roster = roster;
    this.intervalNanos = interval.toNanos();
  }

  /** What was read of one state of the roster: entries by theme, then by grid. */
  private record Edition(String version, Map<String, Map<String, List<RosterEntry>>> themes) {

    Edition(String version) {
      this(version, new ConcurrentHashMap<>());
    }
  }

  @Override
  public List<RosterEntry> officersOf(String theme, String gridCode, LocalDate day) {
    List<RosterEntry> known =
        current().themes().computeIfAbsent(theme, this::read).getOrDefault(gridCode, List.of());
    return known.stream().filter(entry -> entry.assignment().holds(day)).toList();
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
      String version = roster.version();
      if (!version.equals(edition.version())) {
        edition = new Edition(version);
      }
    } catch (StoreException away) {
      LOG.debug("The officers in memory serve on while the store is away", away);
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
}

package org.gridwright.data.snapshot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.RosterStore;

/**
 * The officers of every grid in memory, so that locating a point asks no database. Thread-safe.
 *
 * <p>Until a theme has been read for the first time the store answers for it; while the store is
 * away, what was read last serves on.
 */
public final class OfficerTable implements OfficerLookup, AutoCloseable {

  private static final Comparator<RosterEntry> ORDER =
      Comparator.comparing((RosterEntry entry) -> entry.assignment().role(), Plan.CODE_ORDER)
          .thenComparing(entry -> entry.officer().id(), Plan.CODE_ORDER);

  private final RosterStore roster;
  private final Supplier<Set<String>> themes;

  /** By theme, then by grid. */
  private final KeptReading<Map<String, Map<String, List<RosterEntry>>>> officers;

  /**
   * @param themes ids of those whose officers are asked for
   */
  public OfficerTable(RosterStore roster, Supplier<Set<String>> themes) {
    this.roster = roster;
    this.themes = themes;
    this.officers =
        new KeptReading<>(
            "officers",
            Map.of(),
            () -> roster.version() + ' ' + new TreeSet<>(themes.get()),
            this::read);
  }

  /** Whether the roster has been read, or could not be. */
  public boolean ready() {
    return officers.tried();
  }

  /** Refreshes now and then, the first time at once. */
  public void watch(Duration interval) {
    officers.watch(interval);
  }

  @Override
  public List<RosterEntry> officersOf(String theme, String gridCode, LocalDate day) {
    Map<String, List<RosterEntry>> known = officers.now().get(theme);
    return known == null
        ? roster.of(theme, gridCode, day)
        : known.getOrDefault(gridCode, List.of()).stream()
            .filter(entry -> entry.assignment().holds(day))
            .toList();
  }

  /** Reads the roster where it has changed; without an exception while the store is away. */
  public void refresh() {
    officers.refresh();
  }

  private Map<String, Map<String, List<RosterEntry>>> read() {
    Map<String, Map<String, List<RosterEntry>>> read = new HashMap<>();
    themes.get().forEach(theme -> read.put(theme, read(theme)));
    return read;
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
    officers.close();
  }
}

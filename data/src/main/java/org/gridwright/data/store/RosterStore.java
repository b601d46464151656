package org.gridwright.data.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for which grid, and when.
 *
 * <p>An assignment is the same one while officer, theme, grid, role and first day are the same. No
 * officer has two of the same grid and role that hold on the same day: what would make it so throws
 * a {@link StoreException} {@code CONFLICT}.
 */
public interface RosterStore {

  /** Who answers for one grid on a day, in order of role, then officer. */
  List<RosterEntry> of(String theme, String gridCode, LocalDate day);

  /**
   * The roster of a theme in order of grid code, officer, role and first day, as a stream that must
   * be closed.
   *
   * @param day only what holds then; null for all there was and will be
   */
  Stream<RosterEntry> entries(String theme, @Nullable LocalDate day);

  /** The same order of some grids alone, with all there was and will be; codes by code point. */
  List<RosterEntry> ofGrids(String theme, SortedSet<String> gridCodes);

  /** All assignments of one officer, in order of theme, grid code, role and first day. */
  List<RosterEntry> ofOfficer(String officer);

  Optional<RosterEntry> find(long assignment);

  Optional<Kept> officer(String id);

  /**
   * Officers whose name or id contains a text, small and capital letters of the Latin alphabet
   * being the same, in order of name, then id.
   *
   * @param text all where it is empty
   */
  List<Officer> search(String text, int limit);

  /** Changes whenever officers or assignments may have; for caches. */
  String version();

  /** Writes officers, replacing those of the same id. */
  void putOfficers(Collection<Officer> officers);

  /**
   * Writes assignments of officers that are there; of one that is there already, the end.
   *
   * @return how many were there already
   */
  long assign(Collection<Assignment> assignments);

  /**
   * Makes another assignment of one that is there.
   *
   * @throws StoreException {@code NOT_FOUND}; {@code CONFLICT} also where it would become one that
   *     there is already
   */
  RosterEntry change(long assignment, Assignment to);

  /**
   * Ends assignments on a day. One that would begin then or later is removed; one that is over by
   * then, or is not there, stays as it is.
   *
   * @param on the first day on which they no longer hold
   */
  void end(Collection<Long> assignments, LocalDate on);

  /** Removes an assignment as if it had never been; to end one, change it. */
  void remove(long assignment);

  /** Removes an officer with all assignments. */
  void removeOfficer(String id);

  /**
   * An officer in the store.
   *
   * @param version tells whether the officer was changed since
   */
  record Kept(Officer officer, long version) {}
}

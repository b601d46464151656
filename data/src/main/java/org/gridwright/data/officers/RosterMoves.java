package org.gridwright.data.officers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.RosterStore;
import org.jspecify.annotations.Nullable;

/**
 * Assignments that go on for other grids from a day on: the old ones end that day, new ones begin.
 * One that begins later moves as a whole. For one thread.
 */
final class RosterMoves {

  /** What may not hold twice on a day. */
  private record Duty(String officer, String grid, String role) {

    static Duty of(Assignment it) {
      return new Duty(it.officer(), it.gridCode(), it.role());
    }
  }

  private final LocalDate day;
  private final List<Long> ended = new ArrayList<>();
  private final List<Assignment> wanted = new ArrayList<>();
  private final Map<Duty, List<Assignment>> present = new HashMap<>();

  RosterMoves(LocalDate day) {
    this.day = day;
  }

  /**
   * Says for which grids an entry goes on.
   *
   * @param entry one that is not over on the day
   */
  void add(RosterEntry entry, Collection<String> grids) {
    Assignment assignment = entry.assignment();
    LocalDate begin = assignment.begins(day) ? day : assignment.from();
    if (grids.contains(assignment.gridCode())) {
      keep(assignment);
    } else {
      ended.add(entry.id());
    }
    grids.stream()
        .filter(grid -> !grid.equals(assignment.gridCode()))
        .map(grid -> assignment.at(grid, begin))
        .forEach(wanted::add);
  }

  /** Writes what was said, once everything was. */
  void write(RosterStore roster) {
    roster.end(ended, day);
    List<Assignment> begun = new ArrayList<>();
    for (Assignment each : wanted) {
      for (Assignment free : free(each)) {
        keep(free);
        begun.add(free);
      }
    }
    roster.assign(begun);
  }

  private void keep(Assignment assignment) {
    present.computeIfAbsent(Duty.of(assignment), duty -> new ArrayList<>()).add(assignment);
  }

  /** The days of an assignment on which the officer does not answer for the grid already. */
  private List<Assignment> free(Assignment asked) {
    List<Assignment> free = new ArrayList<>(List.of(asked));
    for (Assignment other : present.getOrDefault(Duty.of(asked), List.of())) {
      List<Assignment> left = new ArrayList<>();
      for (Assignment each : free) {
        add(each, each.from(), earlier(each.to(), other.from()), other.from() != null, left);
        add(each, later(each.from(), other.to()), each.to(), other.to() != null, left);
      }
      free = left;
    }
    return free;
  }

  private static void add(
      Assignment like,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean possible,
      List<Assignment> left) {
    if (possible && (from == null || to == null || from.isBefore(to))) {
      left.add(
          new Assignment(like.officer(), like.theme(), like.gridCode(), like.role(), from, to));
    }
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate end, @Nullable LocalDate other) {
    return end == null || (other != null && other.isBefore(end)) ? other : end;
  }

  private static @Nullable LocalDate later(@Nullable LocalDate begin, @Nullable LocalDate other) {
    return begin == null || (other != null && other.isAfter(begin)) ? other : begin;
  }
}

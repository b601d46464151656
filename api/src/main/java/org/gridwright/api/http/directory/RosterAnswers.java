package org.gridwright.api.http.directory;

import java.time.LocalDate;
import java.util.List;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.jspecify.annotations.Nullable;

/** How officers and assignments are told. */
final class RosterAnswers {

  private RosterAnswers() {}

  /** The answer of {@code GET /api/v1/officers}. */
  record Roster(List<Line> officers) {

    /**
     * @param to the first day no more; null while no end is known
     * @param assignment id of the assignment
     * @param version of the assignment, for {@code If-Match}
     */
    record Line(
        String id,
        String name,
        String role,
        @Nullable String contact,
        String grid,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long assignment,
        long version) {

      static Line of(RosterEntry entry) {
        Officer officer = entry.officer();
        Assignment assignment = entry.assignment();
        return new Line(
            officer.id(),
            officer.name(),
            assignment.role(),
            officer.contact(),
            assignment.gridCode(),
            assignment.from(),
            assignment.to(),
            entry.id(),
            entry.version());
      }
    }
  }

  /** The answer of {@code GET /api/v1/roster/officers}. */
  record People(List<Officer> officers) {}

  /** The answer of {@code /api/v1/officers/{id}}. */
  record One(String id, String name, @Nullable String contact, List<Assigned> assignments) {

    static One of(Officer officer, List<RosterEntry> entries) {
      return new One(
          officer.id(),
          officer.name(),
          officer.contact(),
          entries.stream().map(Assigned::of).toList());
    }
  }

  /** The answer of {@code /api/v1/assignments/{id}}. */
  record Assigned(
      long id,
      String officer,
      String theme,
      String grid,
      String role,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    static Assigned of(RosterEntry entry) {
      Assignment assignment = entry.assignment();
      return new Assigned(
          entry.id(),
          assignment.officer(),
          assignment.theme(),
          assignment.gridCode(),
          assignment.role(),
          assignment.from(),
          assignment.to());
    }
  }

  /**
   * The answer of {@code POST /api/v1/roster}.
   *
   * @param replaced of the assignments, those that were there already
   * @param notes what a person should look at
   */
  record Brought(long assignments, long replaced, List<String> notes) {}
}

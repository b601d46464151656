package org.gridwright.data.assignments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.message.DataMessages;

/**
 * The rows of a file of which each code has one, and what is wrong with the others. For one thread.
 */
final class RowsByCode {

  private final AssignmentFile file;
  private final Map<String, AssignmentRow> rows = new TreeMap<>(Plan.CODE_ORDER);
  private final List<AssignmentIssue> issues = new ArrayList<>();

  RowsByCode(AssignmentFile file) {
    this.file = file;
    file.rows().forEach(this::add);
  }

  private void add(AssignmentRow row) {
    if (row.code().isEmpty() || row.unit().isEmpty()) {
      issue(row, DataMessages.of("assignments.empty"));
      return;
    }
    AssignmentRow earlier = rows.putIfAbsent(row.code(), row);
    if (earlier != null && !earlier.unit().equals(row.unit())) {
      issue(
          row,
          DataMessages.of(
              "assignments.twice", row.code(), row.unit(), earlier.unit(), earlier.line()));
    }
  }

  /** One row for each code, in code order. */
  Map<String, AssignmentRow> rows() {
    return rows;
  }

  /** The row of a code that has one. */
  AssignmentRow row(String code) {
    return Objects.requireNonNull(rows.get(code));
  }

  void issue(AssignmentRow row, Message what) {
    issues.add(new AssignmentIssue(row.line(), row.code(), what));
  }

  /**
   * The sentence for a code that no unit of a level has: another level's, or nobody's.
   *
   * @param level where it was looked for
   */
  static Message unknown(Plan plan, Level level, String code) {
    for (Level other : plan.theme().levels()) {
      if (other.depth() != level.depth() && plan.unit(other.depth(), code).isPresent()) {
        return DataMessages.of("assignments.other-level", code, other.name(), level.name());
      }
    }
    return DataMessages.of("assignments.unknown", level.name(), code);
  }

  /**
   * @throws AssignmentsRefusedException when something is wrong
   */
  void requireSound() {
    if (!issues.isEmpty()) {
      issues.sort(Comparator.comparingLong(AssignmentIssue::line));
      throw new AssignmentsRefusedException(issues, file.rows().size());
    }
  }
}

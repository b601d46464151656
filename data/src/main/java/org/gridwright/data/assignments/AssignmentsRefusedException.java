package org.gridwright.data.assignments;

import java.util.List;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.data.message.DataMessages;

/** A file of assignments has rows that can not hold; nothing was done. */
public final class AssignmentsRefusedException extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final transient List<AssignmentIssue> issues;
  private final int rows;
  private final Message told;

  /**
   * @param issues in order of line, at least one
   * @param rows number of rows in the file
   */
  AssignmentsRefusedException(List<AssignmentIssue> issues, int rows) {
    this(issues, rows, summary(issues, rows));
  }

  private AssignmentsRefusedException(List<AssignmentIssue> issues, int rows, Message told) {
    super(told.toString());
    this.issues = List.copyOf(issues);
    this.rows = rows;
    this.told = told;
  }

  private static Message summary(List<AssignmentIssue> issues, int rows) {
    AssignmentIssue first = issues.get(0);
    return DataMessages.of("assignments.refused", issues.size(), rows, first.line(), first.what());
  }

  /** All rows that can not hold, in order of line. */
  public List<AssignmentIssue> issues() {
    return issues;
  }

  /** Number of rows in the file. */
  public int rows() {
    return rows;
  }

  @Override
  public Message told() {
    return told;
  }
}

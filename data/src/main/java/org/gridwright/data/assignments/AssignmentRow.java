package org.gridwright.data.assignments;

/**
 * One row of a file.
 *
 * @param line the line it starts in, from 1
 * @param code of the unit or block that is assigned
 * @param unit code of the unit that it is assigned to
 */
public record AssignmentRow(long line, String code, String unit) {}

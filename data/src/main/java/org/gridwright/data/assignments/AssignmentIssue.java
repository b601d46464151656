package org.gridwright.data.assignments;

import org.gridwright.core.message.Message;

/**
 * Why a row can not hold.
 *
 * @param line from 1
 * @param code what the row assigns
 * @param what the sentence without the line
 */
public record AssignmentIssue(long line, String code, Message what) {}

package org.gridwright.data.bulk;

/**
 * What came of a run.
 *
 * @param rows all rows
 * @param inGrid rows whose place has an owner
 * @param outside rows whose place nobody owns
 * @param unreadable rows whose coordinates are missing or no longitude and latitude; {@code rows =
 *     inGrid + outside + unreadable}
 * @param firstUnreadable line that the first of them starts in, from 1; 0 where there is none
 * @param detailed whether more than owners was looked up; boundary and contest are not known
 *     otherwise
 * @param onBoundary rows whose place lies on the boundary of a grid
 * @param contested rows whose place several grids hold
 * @param compared rows with a value in the field to compare
 * @param agreeing those whose value is the grid's code
 */
public record BulkSummary(
    long rows,
    long inGrid,
    long outside,
    long unreadable,
    long firstUnreadable,
    boolean detailed,
    long onBoundary,
    long contested,
    long compared,
    long agreeing) {}

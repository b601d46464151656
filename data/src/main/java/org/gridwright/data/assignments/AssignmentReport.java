package org.gridwright.data.assignments;

import java.util.List;

/**
 * What a file of assignments changes.
 *
 * @param rows number of rows
 * @param changed units or blocks that get another unit
 * @param same those that have it already
 * @param unnamed units or blocks that no row names, so that they keep what they have
 * @param added codes of grids that are new, in code order
 * @param emptied codes of units that are left with nothing and go, in code order
 */
public record AssignmentReport(
    int rows, int changed, int same, int unnamed, List<String> added, List<String> emptied) {

  public AssignmentReport {
    added = List.copyOf(added);
    emptied = List.copyOf(emptied);
  }
}

package org.gridwright.data.bulk;

import java.util.Set;

/**
 * What to do with the rows of a CSV.
 *
 * @param lon position of the column of longitudes
 * @param lat position of the column of latitudes
 * @param compare position of the column to compare with the grid's code; -1 for none
 * @param columns what to append
 * @param raw whether texts that a spreadsheet would run as formulas are copied as they are
 */
public record CsvJob(
    int lon, int lat, int compare, Set<PlacedColumn> columns, CsvStyle style, boolean raw) {

  public CsvJob {
    columns = Set.copyOf(columns);
  }
}

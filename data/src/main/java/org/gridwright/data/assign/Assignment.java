package org.gridwright.data.assign;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.gridwright.core.lattice.LatticeException;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.exchange.CsvPassThrough;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.Source;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one table into the grids of one plan. For one thread and one pass. */
public final class Assignment {

  private final Plan plan;
  private final Locator locator;
  private final @Nullable String compareField;
  private long inGrid;
  private long onBoundary;
  private long contested;
  private long unreadable;
  private long compared;
  private long agreeing;
  private @Nullable Source firstUnreadable;

  /**
   * @param locator of {@code plan}
   * @param compareField a field to compare with the grid's code; null for none
   */
  public Assignment(Plan plan, Locator locator, @Nullable String compareField) {
    this.plan = plan;
    this.locator = locator;
    this.compareField = compareField;
  }

  /**
   * What came of it.
   *
   * @param rows all rows
   * @param inGrid rows whose place has an owner
   * @param onBoundary rows whose place lies on the boundary of a grid
   * @param contested rows whose place several grids hold
   * @param unreadable rows whose coordinates are missing or no longitude and latitude
   * @param firstUnreadable where the first of them stands
   * @param compared rows with a value in the field to compare
   * @param agreeing those whose value is the grid's code
   */
  public record Summary(
      long rows,
      long inGrid,
      long onBoundary,
      long contested,
      long unreadable,
      Optional<Source> firstUnreadable,
      long compared,
      long agreeing) {}

  /**
   * Copies the table with the columns appended.
   *
   * @param lonField field of longitudes in degrees
   * @param latField field of latitudes in degrees
   * @param out is flushed, not closed
   * @param records told after each row how many were written
   */
  public Summary copy(
      CsvTable table, String lonField, String latField, OutputStream out, LongConsumer records) {
    int lon = table.column(lonField);
    int lat = table.column(latField);
    int compare = compareField == null ? -1 : table.column(compareField);
    long rows =
        CsvPassThrough.copy(
            table, PlacementColumns.NAMES, row -> columns(row, lon, lat, compare), out, records);
    return new Summary(
        rows,
        inGrid,
        onBoundary,
        contested,
        unreadable,
        Optional.ofNullable(firstUnreadable),
        compared,
        agreeing);
  }

  private List<String> columns(CsvTable.Row row, int lon, int lat, int compare) {
    LatticePoint point;
    try {
      point =
          LatticePoint.ofDegrees(
              Double.parseDouble(row.values().get(lon)), Double.parseDouble(row.values().get(lat)));
    } catch (NumberFormatException | LatticeException e) {
      unreadable++;
      firstUnreadable = firstUnreadable == null ? row.source() : firstUnreadable;
      return PlacementColumns.EMPTY;
    }
    Placement placement = locator.place(point.x(), point.y());
    inGrid += placement.owner() == Locator.NOBODY ? 0 : 1;
    onBoundary += placement.onBoundary() ? 1 : 0;
    contested += placement.contested().isEmpty() ? 0 : 1;
    List<String> columns = PlacementColumns.of(plan, placement);
    if (compare >= 0) {
      String given = row.values().get(compare).strip();
      compared += given.isEmpty() ? 0 : 1;
      agreeing += !given.isEmpty() && given.equals(columns.get(0)) ? 1 : 0;
    }
    return columns;
  }
}

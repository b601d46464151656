package org.gridwright.data.bulk;

import java.nio.charset.StandardCharsets;
import org.gridwright.core.locate.Locator;

/**
 * Reports the rows that a person should look at, as CSV in the encoding of the rows. The number of
 * the row is put in front when the block is written.
 */
final class ExceptionRows {

  /** The first line of the report. */
  static final byte[] HEADER =
      "row,kind,lon,lat,grid,nearest,distance_m\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] MISSING = ascii(",missing,");
  private static final byte[] BAD = ascii(",bad,");
  private static final byte[] OUTSIDE = ascii(",outside,");
  private static final byte[] BOUNDARY = ascii(",boundary,");
  private static final byte[] NOT_PLACED = ascii(",,,\r\n");

  private final GridCodes codes;

  ExceptionRows(GridCodes codes) {
    this.codes = codes;
  }

  /** Reports a row where there is something to say. The block has counted it already. */
  void report(Block block, RowSlots rows, int row) {
    int number = block.reportable++;
    Placements points = rows.points;
    int point = rows.point(row);
    if (point < 0) {
      boolean missing =
          CsvText.isEmpty(block.bytes, rows.lonFrom(row), rows.lonTo(row))
              || CsvText.isEmpty(block.bytes, rows.latFrom(row), rows.latTo(row));
      putFields(block, rows, row, missing ? MISSING : BAD);
      block.report.put(NOT_PLACED);
    } else if (points.isRemarkable(point)) {
      putFields(block, rows, row, points.onBoundary(point) ? BOUNDARY : OUTSIDE);
      putPlacement(block.report, points, point);
    } else {
      return;
    }
    block.endReport(number);
  }

  private static void putFields(Block block, RowSlots rows, int row, byte[] kind) {
    ByteSink report = block.report;
    report.put(kind);
    report.put(block.bytes, rows.lonFrom(row), rows.lonTo(row));
    report.put(',');
    report.put(block.bytes, rows.latFrom(row), rows.latTo(row));
  }

  private void putPlacement(ByteSink report, Placements points, int point) {
    report.put(',');
    report.put(codes.bytes(points.owner(point)));
    report.put(',');
    report.put(codes.bytes(points.runnerUp(point)));
    report.put(',');
    if (points.runnerUp(point) != Locator.NOBODY) {
      report.putTenths(points.metres(point));
    }
    report.put('\r');
    report.put('\n');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

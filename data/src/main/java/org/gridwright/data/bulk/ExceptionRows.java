package org.gridwright.data.bulk;

import java.nio.charset.StandardCharsets;
import org.gridwright.core.locate.Locator;
import org.gridwright.data.exchange.TextDialect;

/**
 * Reports the rows that a person should look at, as CSV in the dialect of the rows. The number of
 * the row is put in front when the block is written.
 */
final class ExceptionRows {

  private final byte[] missing;
  private final byte[] bad;
  private final byte[] outside;
  private final byte[] boundary;
  private final byte[] notPlaced;
  private final GridCodes codes;
  private final char separator;
  private final char decimal;

  ExceptionRows(GridCodes codes, TextDialect dialect) {
    this.codes = codes;
    this.separator = dialect.separator();
    this.decimal = dialect.decimal();
    this.missing = ascii(",missing,");
    this.bad = ascii(",bad,");
    this.outside = ascii(",outside,");
    this.boundary = ascii(",boundary,");
    this.notPlaced = ascii(",,,\r\n");
  }

  /** The first line of the report. */
  byte[] header() {
    return ascii("row,kind,lon,lat,grid,nearest,distance_m\r\n");
  }

  /** Reports a row where there is something to say. The block has counted it already. */
  void report(Block block, RowSlots rows, int row) {
    int number = block.reportable++;
    Placements points = rows.points;
    int point = rows.point(row);
    if (point < 0) {
      boolean empty =
          CsvText.isEmpty(block.bytes, rows.lonFrom(row), rows.lonTo(row))
              || CsvText.isEmpty(block.bytes, rows.latFrom(row), rows.latTo(row));
      putFields(block, rows, row, empty ? missing : bad);
      block.report.put(notPlaced);
    } else if (points.isRemarkable(point)) {
      putFields(block, rows, row, points.onBoundary(point) ? boundary : outside);
      putPlacement(block.report, points, point);
    } else {
      return;
    }
    block.endReport(number);
  }

  private void putFields(Block block, RowSlots rows, int row, byte[] kind) {
    ByteSink report = block.report;
    report.put(kind);
    report.put(block.bytes, rows.lonFrom(row), rows.lonTo(row));
    report.put(separator);
    report.put(block.bytes, rows.latFrom(row), rows.latTo(row));
  }

  private void putPlacement(ByteSink report, Placements points, int point) {
    report.put(separator);
    codes.put(report, points.owner(point));
    report.put(separator);
    codes.put(report, points.runnerUp(point));
    report.put(separator);
    if (points.runnerUp(point) != Locator.NOBODY) {
      report.putTenths(points.metres(point), decimal);
    }
    report.put('\r');
    report.put('\n');
  }

  private byte[] ascii(String text) {
    return text.replace(',', separator).getBytes(StandardCharsets.US_ASCII);
  }
}

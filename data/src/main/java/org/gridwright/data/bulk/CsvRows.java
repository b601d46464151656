package org.gridwright.data.bulk;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridwright.core.locate.Locator;
import org.jspecify.annotations.Nullable;

/** Appends to the rows of a block of CSV where they lie. */
final class CsvRows implements RecordFormat {

  private static final byte[] CRLF = {'\r', '\n'};

  private final CsvJob job;
  private final int width;
  private final Locator locator;
  private final GridCodes codes;
  private final CsvText text;
  private final @Nullable ExceptionRows exceptions;
  private final Depth depth;
  private final char separator;
  private final boolean[] appended = new boolean[PlacedColumn.values().length];

  /**
   * @param width fields of the header
   * @param exceptions writes the report; null for none
   */
  CsvRows(
      CsvJob job,
      int width,
      Locator locator,
      GridCodes codes,
      CsvText text,
      @Nullable ExceptionRows exceptions) {
    this.job = job;
    this.width = width;
    this.locator = locator;
    this.codes = codes;
    this.text = text;
    this.separator = text.dialect().separator();
    this.exceptions = exceptions;
    this.depth = Depth.of(job.columns(), exceptions);
    job.columns().forEach(column -> appended[column.ordinal()] = true);
  }

  /** Whether more than owners is looked up. */
  boolean detailed() {
    return depth != Depth.OWNERS;
  }

  @Override
  public void transform(Block block) {
    text.check(block);
    RowSlots rows = block.rows;
    rows.clear();
    scan(block, rows);
    rows.points.find(locator, depth);
    for (int row = 0; row < rows.size(); row++) {
      write(block, rows, row);
    }
  }

  private void scan(Block block, RowSlots rows) {
    byte[] bytes = block.bytes;
    bytes[block.length] = '\n';
    CsvScanner scanner = new CsvScanner(separator, width, job.lon(), job.lat(), job.compare());
    for (int start = block.from; start < block.length; ) {
      int next = scanner.scan(bytes, start, block.length);
      rows.add(scanner, start, next);
      if (scanner.fields > width
          && job.style() == CsvStyle.AS_GIVEN
          && !isBlank(bytes, scanner.contentEnd, scanner.recordEnd)) {
        block.refuse(block.counts.lines + 1, text.dialect().fieldCount(scanner.fields, width));
      }
      if (scanner.recordEnd > start) {
        locate(block, rows, scanner);
      }
      block.counts.lines += scanner.lines;
      start = next;
    }
  }

  /** Whether nothing but separators and blanks stands at [from, to). */
  private boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != separator && bytes[i] != ' ' && bytes[i] != '"') {
        return false;
      }
    }
    return true;
  }

  private void locate(Block block, RowSlots rows, CsvScanner scanner) {
    byte[] bytes = block.bytes;
    int x = text.longitude(bytes, scanner.from[0], scanner.to[0]);
    int y = text.latitude(bytes, scanner.from[1], scanner.to[1]);
    BlockCounts counts = block.counts;
    counts.rows++;
    if (x != Ordinates.NONE && y != Ordinates.NONE) {
      rows.locateLast(x, y);
    } else {
      counts.firstUnreadable = counts.unreadable++ == 0 ? counts.lines + 1 : counts.firstUnreadable;
    }
  }

  private void write(Block block, RowSlots rows, int row) {
    ByteSink out = block.out;
    byte[] bytes = block.bytes;
    boolean rfc = job.style() == CsvStyle.RFC_4180;
    if (!rows.isBlank(row)) {
      if (rows.hasFormula(row) && !job.raw()) {
        text.putGuarded(out, bytes, rows.start(row), rows.contentEnd(row));
      } else {
        out.put(bytes, rows.start(row), rows.contentEnd(row));
      }
      for (int missing = rows.fields(row); missing < width; missing++) {
        out.put(separator);
      }
      append(out, rows, row);
      count(block, rows, row);
    } else if (rfc) {
      return;
    }
    if (rfc) {
      out.put(CRLF);
    } else {
      out.put(bytes, rows.recordEnd(row), rows.next(row));
    }
  }

  private void append(ByteSink out, RowSlots rows, int row) {
    int point = rows.point(row);
    if (point < 0) {
      for (int i = 0; i < job.columns().size(); i++) {
        out.put(separator);
      }
      return;
    }
    Placements points = rows.points;
    if (appended[PlacedColumn.GRID.ordinal()]) {
      out.put(separator);
      codes.put(out, points.owner(point));
    }
    if (appended[PlacedColumn.ON_BOUNDARY.ordinal()]) {
      out.put(separator);
      out.put(points.onBoundary(point));
    }
    if (appended[PlacedColumn.CONTESTED.ordinal()]) {
      out.put(separator);
      putContested(out, points, point);
    }
    if (appended[PlacedColumn.RUNNER_UP.ordinal()]) {
      out.put(separator);
      codes.put(out, points.runnerUp(point));
    }
    if (appended[PlacedColumn.DISTANCE_M.ordinal()]) {
      out.put(separator);
      if (points.runnerUp(point) != Locator.NOBODY) {
        out.putTenths(points.metres(point), text.dialect().decimal());
      }
    }
  }

  private void putContested(ByteSink out, Placements points, int point) {
    int count = points.contestedCount(point);
    if (count > 0) {
      out.put(
          text.field(
              IntStream.range(0, count)
                  .mapToObj(k -> codes.code(points.contested(point, k)))
                  .collect(Collectors.joining(";"))));
    }
  }

  private void count(Block block, RowSlots rows, int row) {
    BlockCounts counts = block.counts;
    Placements points = rows.points;
    int point = rows.point(row);
    if (point >= 0) {
      boolean owned = points.owner(point) != Locator.NOBODY;
      counts.inGrid += owned ? 1 : 0;
      counts.outside += owned ? 0 : 1;
      if (detailed()) {
        counts.onBoundary += points.onBoundary(point) ? 1 : 0;
        counts.contested += points.contestedCount(point) > 0 ? 1 : 0;
      }
      if (job.compare() >= 0) {
        compare(block, rows, row);
      }
    }
    if (exceptions != null) {
      exceptions.report(block, rows, row);
    }
  }

  private void compare(Block block, RowSlots rows, int row) {
    String given = text.decoded(block.bytes, rows.compareFrom(row), rows.compareTo(row));
    int owner = rows.points.owner(rows.point(row));
    block.counts.compared += given.isEmpty() ? 0 : 1;
    block.counts.agreeing += owner != Locator.NOBODY && given.equals(codes.code(owner)) ? 1 : 0;
  }
}

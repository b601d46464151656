package org.gridwright.data.bulk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridwright.core.locate.Locator;

/** Appends to the objects of a block of NDJSON where they lie. Blank lines are left out. */
final class NdjsonRows implements RecordFormat {

  private static final byte[] NULL = ascii("null");
  private static final byte[][] MEMBERS =
      PlacedColumn.labels().stream()
          .map(label -> ascii(",\"" + label + "\":"))
          .toArray(byte[][]::new);

  private final Locator locator;
  private final GridCodes codes;
  private final LineFallback fallback;
  private final int longest;
  private final List<PlacedColumn> columns;
  private final Depth depth;

  /**
   * @param codes written as JSON strings
   * @param longest lines longer than this are left to the fallback
   */
  NdjsonRows(
      Locator locator,
      GridCodes codes,
      Set<PlacedColumn> columns,
      LineFallback fallback,
      int longest) {
    this.locator = locator;
    this.codes = codes;
    this.columns = columns.stream().sorted().toList();
    this.fallback = fallback;
    this.longest = longest;
    this.depth = Depth.of(columns, null);
  }

  @Override
  public void transform(Block block) {
    RowSlots rows = block.rows;
    rows.clear();
    scan(block, rows);
    rows.points.find(locator, depth);
    for (int row = 0; row < rows.size(); row++) {
      write(block, rows, row);
    }
    block.counts.rows = rows.size();
  }

  private void scan(Block block, RowSlots rows) {
    byte[] bytes = block.bytes;
    bytes[block.length] = '\n';
    JsonRow reader = new JsonRow();
    for (int start = block.from; start < block.length; ) {
      int end = start;
      boolean blank = true;
      while (bytes[end] != '\n') {
        blank &= bytes[end] >= 0 && bytes[end] <= ' ';
        end++;
      }
      if (!blank) {
        int brace = end - start > longest ? -1 : reader.scan(bytes, start, end);
        rows.addLine(start, brace, end);
        if (brace >= 0) {
          rows.locateLast(reader.x, reader.y);
        }
      }
      start = end + 1;
    }
  }

  private void write(Block block, RowSlots rows, int row) {
    ByteSink out = block.out;
    int start = rows.start(row);
    int end = rows.recordEnd(row);
    int point = rows.point(row);
    if (point >= 0) {
      out.put(block.bytes, start, rows.contentEnd(row));
      for (PlacedColumn column : columns) {
        out.put(MEMBERS[column.ordinal()]);
        putValue(out, column, rows.points, point);
      }
      out.put(block.bytes, rows.contentEnd(row), end);
    } else {
      out.put(fallback.answer(Arrays.copyOfRange(block.bytes, start, end)));
    }
    out.put('\n');
  }

  private void putValue(ByteSink out, PlacedColumn column, Placements points, int point) {
    switch (column) {
      case GRID -> putCode(out, points.owner(point));
      case ON_BOUNDARY -> out.put(points.onBoundary(point));
      case CONTESTED -> putContested(out, points, point);
      case RUNNER_UP -> putCode(out, points.runnerUp(point));
      case DISTANCE_M -> {
        if (points.runnerUp(point) == Locator.NOBODY) {
          out.put(NULL);
        } else {
          out.putTenths(points.metres(point));
        }
      }
    }
  }

  private void putCode(ByteSink out, int owner) {
    if (owner == Locator.NOBODY) {
      out.put(NULL);
    } else {
      codes.put(out, owner);
    }
  }

  private void putContested(ByteSink out, Placements points, int point) {
    out.put('[');
    for (int k = 0; k < points.contestedCount(point); k++) {
      if (k > 0) {
        out.put(',');
      }
      codes.put(out, points.contested(point, k));
    }
    out.put(']');
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

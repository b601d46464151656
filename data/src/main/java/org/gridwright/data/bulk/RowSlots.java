package org.gridwright.data.bulk;

import java.util.Arrays;

/** The rows of one block: where they lie in its bytes, and their points. For one thread. */
final class RowSlots {

  private static final int START = 0;
  private static final int CONTENT_END = 1;
  private static final int RECORD_END = 2;
  private static final int NEXT = 3;
  private static final int FIELDS = 4;
  private static final int LON_FROM = 5;
  private static final int POINT = 11;
  private static final int FORMULA = 12;
  private static final int STRIDE = 13;

  final Placements points = new Placements();

  private int[] slots = new int[1024 * STRIDE];
  private int size;

  void clear() {
    size = 0;
    points.clear();
  }

  int size() {
    return size;
  }

  /** Adds a row of CSV, without a point for now. */
  void add(CsvScanner scanner, int start, int next) {
    int at = add(start, scanner.contentEnd, scanner.recordEnd);
    slots[at + NEXT] = next;
    slots[at + FIELDS] = scanner.fields;
    slots[at + FORMULA] = scanner.formula ? 1 : 0;
    for (int k = 0; k < scanner.from.length; k++) {
      slots[at + LON_FROM + 2 * k] = scanner.from[k];
      slots[at + LON_FROM + 2 * k + 1] = scanner.to[k];
    }
  }

  /** Adds a line of NDJSON, without a point for now; values go in at {@code contentEnd}. */
  void addLine(int start, int contentEnd, int end) {
    add(start, contentEnd, end);
  }

  private int add(int start, int contentEnd, int recordEnd) {
    if (size == slots.length / STRIDE) {
      slots = Arrays.copyOf(slots, 2 * size * STRIDE);
    }
    int at = size * STRIDE;
    slots[at + START] = start;
    slots[at + CONTENT_END] = contentEnd;
    slots[at + RECORD_END] = recordEnd;
    slots[at + POINT] = -1;
    size++;
    return at;
  }

  /** Gives the row added last its point. */
  void locateLast(int x, int y) {
    slots[(size - 1) * STRIDE + POINT] = points.add(x, y);
  }

  /** Number of the row's point among {@link #points}; negative where it has none. */
  int point(int row) {
    return slots[row * STRIDE + POINT];
  }

  /** Whether the row is an empty line. */
  boolean isBlank(int row) {
    return start(row) == recordEnd(row);
  }

  /** Whether a field of the row may be one that a spreadsheet runs. */
  boolean hasFormula(int row) {
    return slots[row * STRIDE + FORMULA] == 1;
  }

  int start(int row) {
    return slots[row * STRIDE + START];
  }

  int contentEnd(int row) {
    return slots[row * STRIDE + CONTENT_END];
  }

  int recordEnd(int row) {
    return slots[row * STRIDE + RECORD_END];
  }

  int next(int row) {
    return slots[row * STRIDE + NEXT];
  }

  int fields(int row) {
    return slots[row * STRIDE + FIELDS];
  }

  int lonFrom(int row) {
    return slots[row * STRIDE + LON_FROM];
  }

  int lonTo(int row) {
    return slots[row * STRIDE + LON_FROM + 1];
  }

  int latFrom(int row) {
    return slots[row * STRIDE + LON_FROM + 2];
  }

  int latTo(int row) {
    return slots[row * STRIDE + LON_FROM + 3];
  }

  int compareFrom(int row) {
    return slots[row * STRIDE + LON_FROM + 4];
  }

  int compareTo(int row) {
    return slots[row * STRIDE + LON_FROM + 5];
  }
}

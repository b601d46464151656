package org.gridwright.core.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;

/**
 * A table of reference values: R's, or exact enumeration's. The test is skipped where the folder of
 * real data is absent.
 */
public final class ReferenceTable {

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  private ReferenceTable(List<String> lines) {
    header = cells(lines.get(0));
    lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> rows.add(cells(line)));
  }

  /** A file of {@code stats_reference}, without its ending. */
  public static ReferenceTable of(String name) {
    return new ReferenceTable(
        RealFeatures.lines(RealData.file("stats_reference/" + name + ".csv")));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(cell -> cell.replace("\"", "")).toList();
  }

  public int size() {
    return rows.size();
  }

  /** A cell as it is written. */
  public String text(int row, String column) {
    int at = header.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + header);
    }
    return rows.get(row).get(at);
  }

  /** A number; empty where the field is, or is told to be not available. */
  public OptionalDouble number(int row, String column) {
    String text = text(row, column);
    return text.isEmpty() || text.equals("NA") || text.equals("NaN")
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(text));
  }

  /** A column of numbers, all of which are there. */
  public double[] numbers(String column) {
    double[] numbers = new double[size()];
    Arrays.setAll(numbers, row -> number(row, column).orElseThrow());
    return numbers;
  }

  /** A column of numbers counted from 1, counted from 0. */
  public int[] positions(String column) {
    return Arrays.stream(numbers(column)).mapToInt(number -> (int) number - 1).toArray();
  }

  /** The row in which a column has a text. */
  public int row(String column, String text) {
    for (int row = 0; row < size(); row++) {
      if (text(row, column).equals(text)) {
        return row;
      }
    }
    throw new IllegalArgumentException("no " + text + " in " + column);
  }
}

package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The rows of a small CSV without quotes, by column. */
final class CsvCells {

  private CsvCells() {}

  static List<Map<String, String>> of(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSameSizeAs(header);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** A number of a row within a billionth; empty where none is expected. */
  static void assertCell(Map<String, String> row, String column, OptionalDouble expected) {
    if (expected.isEmpty()) {
      assertThat(row.get(column)).as(row + " " + column).isEmpty();
      return;
    }
    double value = expected.getAsDouble();
    assertThat(Double.parseDouble(row.get(column)))
        .as(row + " " + column)
        .isCloseTo(value, within(1e-9 * Math.max(1e-3, Math.abs(value))));
  }
}

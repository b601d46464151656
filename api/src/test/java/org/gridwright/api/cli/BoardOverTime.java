package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of a board of 5 by 5 squares over four months. Each place has an incident a month, but P00,
 * in the corner, and its neighbours have twenty in April; and files with one fault each.
 */
final class BoardOverTime {

  private BoardOverTime() {}

  /** Writes them into a folder. */
  static void in(Path folder) throws IOException {
    StringBuilder squares = new StringBuilder();
    List<String> incidents = new ArrayList<>(List.of("place,when"));
    List<String> counts = new ArrayList<>(List.of("place,month,n"));
    StringBuilder repeated = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      String code = "P%02d".formatted(i);
      String square = square(i % 5, i / 5);
      squares.append(i == 0 ? "" : ",").append(feature(code, "", square));
      for (int month = 1; month <= 4; month++) {
        int n = month == 4 && i % 5 < 2 && i / 5 < 2 ? 20 : 1;
        for (int k = 0; k < n; k++) {
          incidents.add("%s,2024-%d-%d 10:30".formatted(code, month, 1 + (i + k) % 28));
        }
        counts.add("%s,%d,%d".formatted(code, month, n));
        String fields = ",\"month\":%d,\"n\":%d".formatted(month, n);
        repeated.append(repeated.isEmpty() ? "" : ",").append(feature(code, fields, square));
      }
    }
    incidents.add("P24,2024-04-30");
    incidents.add("P24,2024/1/1");
    Files.writeString(folder.resolve("board.geojson"), collection(squares));
    Files.writeString(folder.resolve("cube.geojson"), collection(repeated));
    Files.write(folder.resolve("incidents.csv"), incidents);
    Files.write(folder.resolve("counts.csv"), counts);
    Files.writeString(
        folder.resolve("moved.geojson"),
        collection(
            new StringBuilder(
                feature("A", ",\"month\":1", square(0, 0))
                    + ","
                    + feature("A", ",\"month\":2", square(1, 0)))));
    Files.writeString(folder.resolve("ambiguous.csv"), "place,when\nP00,1/2/2024\nP01,3/2/2024\n");
    Files.writeString(folder.resolve("half.csv"), "place,month,n\nP00,1.5,1\nP01,2,1\n");
    Files.writeString(folder.resolve("gap.csv"), "place,month,n\nP00,1,\nP01,2,1\n");
    Files.writeString(folder.resolve("far.csv"), "place,month,n\nP00,1,1\nP01,2000,1\n");
    Files.writeString(folder.resolve("stranger.csv"), "place,month,n\nP00,1,1\nQ,2,1\n");
    Files.writeString(folder.resolve("none.csv"), "place,month,n\n");
  }

  private static String square(int column, int row) {
    return "[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]"
        .formatted(column, row, column + 1, row, column + 1, row + 1, column, row + 1, column, row)
        .replaceAll("(\\d+),(\\d+)", "10.00$1,50.00$2");
  }

  private static String feature(String code, String fields, String rings) {
    return """
        {"type":"Feature","properties":{"place":"%s"%s},
        "geometry":{"type":"Polygon","coordinates":%s}}"""
        .formatted(code, fields, rings);
  }

  private static String collection(StringBuilder features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }
}

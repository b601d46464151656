package org.gridwright.data.hotspot;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.TextOptions;

/** Reads links by code from a CSV with the columns i, j and w. */
final class LinksFile {

  private final CsvTable table;
  private final FilePlaces places;
  private final Progress progress;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private double[] weights = new double[1024];
  private int count;

  private LinksFile(CsvTable table, FilePlaces places, Progress progress) {
    this.table = table;
    this.places = places;
    this.progress = progress;
  }

  /**
   * The links of a file.
   *
   * @throws InputException when a code is unknown, a weight is no number or below 0, or a link
   *     comes twice
   */
  static SpatialWeights read(Path path, FilePlaces places, TextOptions text, Progress progress) {
    InputFile file = InputFile.of(path);
    try (CsvTable table = CsvTable.open(file, text)) {
      LinksFile links = new LinksFile(table, places, progress);
      links.readAll();
      return SpatialWeights.ofPairs(
          places.size(),
          Arrays.copyOf(links.from, links.count),
          Arrays.copyOf(links.to, links.count),
          Arrays.copyOf(links.weights, links.count));
    }
  }

  private void readAll() {
    int columnOfI = table.column("i");
    int columnOfJ = table.column("j");
    int columnOfW = table.column("w");
    Set<Long> seen = new HashSet<>();
    while (table.hasNext()) {
      CsvTable.Row row = table.next();
      progress.checkpoint();
      grow();
      from[count] = place(row, columnOfI);
      to[count] = place(row, columnOfJ);
      weights[count] = weight(row, columnOfW);
      if (!seen.add(((long) from[count] << 32) | to[count])) {
        throw InputException.at(
            row.source(), "hotspot.link-twice", places.code(from[count]), places.code(to[count]));
      }
      count++;
    }
  }

  private void grow() {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
    }
  }

  private int place(CsvTable.Row row, int column) {
    String code = row.values().get(column).strip();
    return places
        .place(code)
        .orElseThrow(
            () -> InputException.at(row.source(), "hotspot.link-code", code, places.file()));
  }

  private double weight(CsvTable.Row row, int column) {
    String text = row.values().get(column);
    String pointed = table.dialect().pointed(text);
    try {
      double weight = DecimalText.parse(pointed == null ? text : pointed);
      if (weight >= 0) {
        return weight;
      }
    } catch (NumberFormatException e) {
      throw InputException.because(e, row.source(), "hotspot.link-weight", text);
    }
    throw InputException.at(row.source(), "hotspot.link-weight", text);
  }
}

package org.gridwright.data.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.gridwright.core.RealData;
import org.gridwright.core.lattice.LatticePoint;

/** Reads the real addresses, where they are. */
final class TypedData {

  private TypedData() {}

  static Optional<List<TypedAddress>> france() {
    return rows("france_bano_addresses/addresses_2016.csv.gz")
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new TypedAddress(
                                row.get(0),
                                row.get(1),
                                row.get(2),
                                row.get(3),
                                row.get(4),
                                point(row.get(7), row.get(6))))
                    .toList());
  }

  static Optional<List<TypedAddress>> boston() {
    return rows("boston/boston_addresses_2015.csv.gz")
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new TypedAddress(
                                row.get(0),
                                row.get(1),
                                row.get(2),
                                row.get(4),
                                row.get(3),
                                point(row.get(5), row.get(6))))
                    .toList());
  }

  /** Rows of a file without its header; empty where the real data are not there. */
  static Optional<List<List<String>>> rows(String file) {
    return RealData.folder()
        .map(folder -> folder.resolve(file))
        .filter(Files::exists)
        .map(TypedData::read);
  }

  static LatticePoint point(String lon, String lat) {
    return LatticePoint.ofDegrees(Double.parseDouble(lon), Double.parseDouble(lat));
  }

  private static List<List<String>> read(Path file) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(TypedData::fields).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char each = line.charAt(i);
      if (each == '"') {
        quoted = !quoted;
      } else if (each == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(each);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}

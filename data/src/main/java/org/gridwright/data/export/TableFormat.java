package org.gridwright.data.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;

/** What tables are written in. */
public enum TableFormat {
  GEOJSON("application/geo+json"),
  CSV("text/csv"),
  GPKG("application/geopackage+sqlite3");

  private static final int BUFFER = 1 << 16;

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As files end, such as {@code gpkg}. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Without the encoding of a CSV. */
  public String mediaType() {
    return mediaType;
  }

  /** The format of an ending; empty where there is none of it. */
  public static Optional<TableFormat> find(String ending) {
    return Arrays.stream(values()).filter(format -> format.ending().equals(ending)).findFirst();
  }

  /**
   * Writes all rows of a table to a file that is not there yet.
   *
   * @param name of the layer in a GeoPackage
   * @param csv how a CSV leaves
   * @param total rows there are, for the progress; -1 where that is not known
   * @return how many there were
   * @throws UncheckedIOException when there is no room for it; the file is then not to be used
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; nor is it then
   */
  public long write(
      Table table, String name, Path file, CsvOutput csv, long total, Progress progress) {
    if (this == GPKG) {
      return table.write(RowWriter.geoPackage(file, name, table), total, progress);
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
      RowWriter to = this == CSV ? RowWriter.csv(out, table, csv) : RowWriter.geoJson(out);
      return table.write(to, total, progress);
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }
}

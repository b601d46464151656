package org.gridwright.api.http.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.export.Table;
import org.gridwright.data.export.TableFormat;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerException;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerSchema.Shape;

/**
 * What is to be taken away, and how. Immutable.
 *
 * @param stem name of the file without its ending
 */
record ExportOrder(Layer layer, LayerQuery query, TableFormat format, CsvOutput csv, String stem) {

  /** How often it is begun, when what is written changes meanwhile. */
  private static final int TRIES = 3;

  /** Rows that are written to learn how large a file gets. */
  private static final int SAMPLE = 2_000;

  String fileName() {
    return stem + "." + format.ending();
  }

  String layerName() {
    return layer.schema().name();
  }

  /** How many rows it will have. */
  long rows() {
    return layer.count(query);
  }

  /**
   * Writes it to a file that is not there yet.
   *
   * @return how many rows it has
   * @throws LayerException when the layer changes again and again while it is written
   */
  long write(Path file, Progress progress) {
    for (int i = 0; i < TRIES; i++) {
      String before = version();
      long rows = write(table(), file, rows(), progress);
      if (before.equals(version())) {
        return rows;
      }
      delete(file);
    }
    throw new LayerException(ApiMessages.of("http.export-changing", stem));
  }

  /**
   * How large its file will be, judged by its first rows.
   *
   * @param folder an empty one, for the rows that are written to learn it
   */
  ExportSize size(Path folder, Progress progress) {
    long rows = rows();
    long sampled = Math.min(rows, SAMPLE);
    long sample = written(folder.resolve("sample"), sampled, progress);
    if (sampled == rows) {
      return new ExportSize(rows, sample, true);
    }
    long frame = written(folder.resolve("empty"), 0, progress);
    double row = (double) (sample - frame) / sampled;
    return new ExportSize(rows, frame + Math.round(row * rows), false);
  }

  /** Bytes of a file of the first rows. */
  private long written(Path file, long rows, Progress progress) {
    Table all = table();
    Table first = new Table(all.columns(), all.shape(), () -> all.source().open().limit(rows));
    write(first, file, rows, progress);
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private Table table() {
    return Table.of(layer, query);
  }

  private long write(Table table, Path file, long total, Progress progress) {
    return format.write(table, layerName(), file, csv, total, progress);
  }

  /** Incidents come in all the time; only of plans and drafts is one state waited for. */
  private String version() {
    return layer.schema().shape() == Shape.AREA ? layer.version(query) : "";
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}

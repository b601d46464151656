package org.gridwright.data.export;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gridwright.core.work.Progress;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.gridwright.data.layer.LayerWalk;

/**
 * Rows to write.
 *
 * @param columns names of the fields in order
 * @param shape what its rows carry
 * @param source opens the rows anew; the stream must be closed
 */
public record Table(List<String> columns, Shape shape, RowSource source) {

  public Table {
    columns = List.copyOf(columns);
  }

  /** Opens the rows of a table. */
  @FunctionalInterface
  public interface RowSource {
    Stream<LayerRow> open();
  }

  /**
   * Writes all rows, and ends the file.
   *
   * @param total rows there are, for the progress; -1 where that is not known
   * @param progress is told how many rows were written
   * @return how many there are
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; the file is then not
   *     to be used
   */
  public long write(RowWriter to, long total, Progress progress) {
    long[] written = {0};
    try (RowWriter writer = to;
        Stream<LayerRow> rows = source.open()) {
      rows.forEach(
          row -> {
            writer.write(row);
            progress.at(++written[0], total);
          });
      writer.end(progress);
    }
    return written[0];
  }

  /** What a query means of a layer, read page by page. */
  public static Table of(Layer layer, LayerQuery query) {
    LayerQuery checked = query.checked(layer.schema());
    return new Table(
        Objects.requireNonNull(checked.columns()),
        layer.schema().shape(),
        () -> LayerWalk.of(layer, checked));
  }
}

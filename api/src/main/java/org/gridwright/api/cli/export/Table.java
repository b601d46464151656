package org.gridwright.api.cli.export;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

  /** What a query means of a layer, read page by page. */
  public static Table of(Layer layer, LayerQuery query) {
    LayerQuery checked = query.checked(layer.schema());
    return new Table(
        Objects.requireNonNull(checked.columns()),
        layer.schema().shape(),
        () -> LayerWalk.of(layer, checked));
  }
}

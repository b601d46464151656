package org.gridwright.api.cli.export;

import java.util.List;
import java.util.stream.Stream;

/**
 * A layer to export.
 *
 * @param columns names of the fields in order
 * @param shape what its rows carry
 * @param source opens the rows anew; the stream must be closed
 */
public record Layer(List<String> columns, Shape shape, Source source) {

  public Layer {
    columns = List.copyOf(columns);
  }

  /** What the rows of a layer carry beside their fields. */
  public enum Shape {
    AREA,
    POINT,
    NONE
  }

  /** Opens the rows of a layer. */
  @FunctionalInterface
  public interface Source {
    Stream<Row> open();
  }
}

package org.gridwright.api.http.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.gridwright.data.bulk.BulkAssigner;
import org.gridwright.data.bulk.PlacedColumn;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.TextDialect;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.snapshot.PlanSnapshot;

/** Locates the rows of a stream in one format. */
interface PointStream {

  /** The content type of the answer. */
  String contentType(CsvOutput output);

  /**
   * Copies every row from {@code in} to {@code out} and appends where it lies. Flushes {@code out}
   * when reading on may have to wait and at the end, and closes neither.
   *
   * @return number of rows
   * @throws org.gridwright.api.http.ProblemException when the stream cannot be read at all; nothing
   *     was written then
   */
  long locate(Order order, InputStream in, OutputStream out) throws IOException;

  /**
   * What to append, and from where.
   *
   * @param assigner of the snapshot
   * @param language of messages in the answer
   * @param text how the body is written
   * @param output how a CSV leaves
   * @param readAs is told how a CSV was read, before anything is written
   */
  record Order(
      PlanSnapshot snapshot,
      BulkAssigner assigner,
      Set<PlacedColumn> columns,
      Locale language,
      TextOptions text,
      CsvOutput output,
      Consumer<TextDialect> readAs) {}
}

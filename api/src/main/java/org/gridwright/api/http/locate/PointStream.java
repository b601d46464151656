package org.gridwright.api.http.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import org.gridwright.data.bulk.BulkAssigner;
import org.gridwright.data.bulk.PlacedColumn;
import org.gridwright.data.snapshot.PlanSnapshot;

/** Locates the rows of a stream in one format. */
interface PointStream {

  /** The content type of the answer. */
  String contentType();

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
   */
  record Order(
      PlanSnapshot snapshot, BulkAssigner assigner, Set<PlacedColumn> columns, Locale language) {}
}

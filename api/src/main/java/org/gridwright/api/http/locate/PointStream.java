package org.gridwright.api.http.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.gridwright.data.snapshot.PlanSnapshot;

/** Locates the rows of a stream in one format. */
interface PointStream {

  /** The content type of the answer. */
  String contentType();

  /**
   * Copies every row from {@code in} to {@code out} and appends where it lies. Flushes {@code out}
   * at the end and closes neither.
   *
   * @param language of messages in the answer
   * @return number of rows
   * @throws org.gridwright.api.http.ProblemException when the stream cannot be read at all; nothing
   *     was written then
   */
  long locate(PlanSnapshot snapshot, InputStream in, OutputStream out, Locale language)
      throws IOException;
}

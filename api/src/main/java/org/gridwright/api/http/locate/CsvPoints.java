package org.gridwright.api.http.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.bulk.BulkLimits;
import org.gridwright.data.bulk.CsvJob;
import org.gridwright.data.bulk.CsvSource;
import org.gridwright.data.bulk.CsvStyle;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;

/**
 * Locates the rows of a CSV. A row with too few fields is filled up with empty ones; fields beyond
 * the header's are left out.
 */
final class CsvPoints implements PointStream {

  private final BulkLimits limits;

  CsvPoints(BulkLimits limits) {
    this.limits = limits;
  }

  @Override
  public String contentType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public long locate(Order order, InputStream in, OutputStream out) throws IOException {
    CsvSource csv = open(in);
    CsvJob columns =
        new CsvJob(column(csv, "lon"), column(csv, "lat"), -1, order.columns(), CsvStyle.RFC_4180);
    AtomicLong rows = new AtomicLong();
    try {
      order
          .assigner()
          .csv(csv, columns, out, null, Checkpoint.OPEN, (bytes, done) -> rows.set(done));
    } catch (InputException broken) {
      Message told = ApiMessages.of("http.csv-broken", String.valueOf(limits.maxRecord()));
      out.write(
          ("# error: " + told.in(order.language()) + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    return rows.get();
  }

  private CsvSource open(InputStream in) throws IOException {
    try {
      return CsvSource.open(in, () -> 0, Source.file("body"), StandardCharsets.UTF_8, limits);
    } catch (InputException unreadable) {
      throw ProblemException.badBody(null, ApiMessages.of("http.csv-no-header"));
    }
  }

  private static int column(CsvSource csv, String name) {
    int column = csv.indexOf(name);
    if (column < 0) {
      throw ProblemException.badBody(
          name, ApiMessages.of("http.csv-no-column", name, String.join(", ", csv.names())));
    }
    return column;
  }
}

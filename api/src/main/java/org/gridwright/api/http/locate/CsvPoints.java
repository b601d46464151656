package org.gridwright.api.http.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.bulk.BulkLimits;
import org.gridwright.data.bulk.CsvJob;
import org.gridwright.data.bulk.CsvSource;
import org.gridwright.data.bulk.CsvStyle;
import org.gridwright.data.exchange.CsvOutput;
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
  public String contentType(CsvOutput output) {
    return CsvParameters.contentType(output);
  }

  @Override
  public long locate(Order order, InputStream in, OutputStream out) throws IOException {
    CsvSource csv = open(order, in);
    CsvJob columns =
        new CsvJob(
            column(csv, "lon"),
            column(csv, "lat"),
            -1,
            order.columns(),
            CsvStyle.RFC_4180,
            order.output().raw());
    order.readAs().accept(csv.dialect());
    if (order.output().mark()) {
      out.write(CsvOutput.MARK.getBytes(order.output().encoding()));
    }
    try (OutputStream written = order.output().recoding(out, StandardCharsets.UTF_8)) {
      return locate(order, csv, columns, written);
    }
  }

  private long locate(Order order, CsvSource csv, CsvJob columns, OutputStream out)
      throws IOException {
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

  private CsvSource open(Order order, InputStream in) throws IOException {
    try {
      return CsvSource.open(in, () -> 0, Source.file("body"), order.text(), false, limits);
    } catch (InputException unreadable) {
      throw ProblemException.badBody(null, ApiMessages.of("http.csv-no-header", unreadable.what()));
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

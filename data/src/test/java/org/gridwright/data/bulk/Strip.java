package org.gridwright.data.bulk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.exchange.Source;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.store.TestPlans;
import org.jspecify.annotations.Nullable;

/** A strip of squares of one degree, west to east from (0, 0), and runs of rows over it. */
final class Strip {

  private static final int DEGREE = 10_000_000;

  final Plan plan;
  final Locator locator;

  Strip(String... codes) {
    List<Unit> units = new ArrayList<>();
    units.add(
        new Unit(
            0, "D", null, "D", Map.of(), TestPlans.square(0, 0, codes.length * DEGREE, DEGREE)));
    for (int i = 0; i < codes.length; i++) {
      units.add(
          TestPlans.grid(
              codes[i], codes[i], TestPlans.square(i * DEGREE, 0, (i + 1) * DEGREE, DEGREE)));
    }
    plan = Plan.of(TestPlans.THEME, units);
    locator = PackedLocator.of(plan);
  }

  /** The code of the grid at a place, empty where there is none. */
  String codeAt(int x, int y) {
    int owner = locator.owner(x, y);
    return owner == Locator.NOBODY ? "" : plan.grids().get(owner - 1).code();
  }

  BulkAssigner assigner(BulkLimits limits) {
    return new BulkAssigner(plan, locator, BulkWorkers.perCore(), limits);
  }

  /** One run over a CSV with the columns lon and lat; no columns for all and a report. */
  Result csv(
      InputStream in, Charset encoding, CsvStyle style, BulkLimits limits, PlacedColumn... columns)
      throws IOException {
    return csv(in, encoding, style, limits, columns.length == 0, columns);
  }

  private Result csv(
      InputStream in,
      Charset encoding,
      CsvStyle style,
      BulkLimits limits,
      boolean reported,
      PlacedColumn... columns)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    CsvSource source =
        CsvSource.open(
            in, () -> 0, Source.file("in.csv"), TextOptions.DEFAULT.in(encoding), true, limits);
    Set<PlacedColumn> chosen = columns.length == 0 ? PlacedColumn.ALL : Set.of(columns);
    CsvJob job = new CsvJob(source.column("lon"), source.column("lat"), -1, chosen, style, true);
    BulkSummary summary =
        assigner(limits)
            .csv(source, job, out, reported ? report : null, Checkpoint.OPEN, BulkProgress.NONE);
    return new Result(out.toByteArray(), report.toString(encoding), summary);
  }

  Result csv(String text, PlacedColumn... columns) throws IOException {
    return csv(text, columns.length == 0, columns);
  }

  Result csv(String text, boolean reported, PlacedColumn... columns) throws IOException {
    return csv(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8,
        CsvStyle.AS_GIVEN,
        new BulkLimits(64, 4, 1 << 16),
        reported,
        columns);
  }

  record Result(byte[] bytes, String report, @Nullable BulkSummary summary) {

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** A stream that hands out one byte at a time and never says that there is more. */
  static InputStream byteByByte(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] buffer, int offset, int length) {
        return super.read(buffer, offset, Math.min(1, length));
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
  }
}

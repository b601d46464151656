package org.gridwright.data.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of streams into the grids of one plan, in order, on all cores, in constant memory.
 * Safe for any thread; each call is a run of its own.
 */
public final class BulkAssigner {

  private final List<String> codes;
  private final Locator locator;
  private final Executor workers;
  private final BulkLimits limits;

  /**
   * @param locator of {@code plan}
   * @param workers does the work; see {@link BulkWorkers}
   */
  public BulkAssigner(Plan plan, Locator locator, Executor workers, BulkLimits limits) {
    this(codes(plan.grids()), locator, workers, limits);
  }

  /**
   * @param codes of the grids; owner {@code k} has the one at {@code k - 1}
   * @param workers does the work; see {@link BulkWorkers}
   */
  public BulkAssigner(List<String> codes, Locator locator, Executor workers, BulkLimits limits) {
    this.codes = codes;
    this.locator = locator;
    this.workers = workers;
    this.limits = limits;
  }

  /**
   * Copies a CSV with columns appended. An appended name that the header has already gets {@code
   * _2}. A row with too few fields is filled up with empty ones.
   *
   * @param out is flushed whenever reading on may have to wait, and at the end; not closed
   * @param report gets the rows to look at, as CSV: bad or missing coordinates, nobody's place,
   *     boundary; null for none; flushed at the end, not closed
   * @param checkpoint is asked at each block that is read or written
   * @param progress is told of each block that was written
   * @throws InputException when a record has no end or has more fields than allowed by the style;
   *     what came before it was written
   * @throws org.gridwright.core.work.StoppedException when it is not to go on; some was written
   */
  public BulkSummary csv(
      CsvSource csv,
      CsvJob job,
      OutputStream out,
      @Nullable OutputStream report,
      Checkpoint checkpoint,
      BulkProgress progress)
      throws IOException {
    CsvText text =
        job.style() == CsvStyle.AS_GIVEN
            ? CsvText.of(codes, csv.encoding(), csv.dialect(), csv.source())
            : CsvText.lenientUtf8(csv.dialect());
    GridCodes texts = new GridCodes(codes, job.raw() ? text::field : text::guarded);
    ExceptionRows exceptions = report == null ? null : new ExceptionRows(texts, csv.dialect());
    CsvRows rows = new CsvRows(job, csv.names().size(), locator, texts, text, exceptions);
    OrderedWriter writer =
        new OrderedWriter(csv.source(), csv.headerLines(), out, report, checkpoint, progress);
    out.write(header(csv, job, text));
    if (report != null && exceptions != null) {
      report.write(exceptions.header());
    }
    new BlockPipeline(workers, limits, checkpoint).run(csv.first(), csv.reader(), rows, writer);
    out.flush();
    if (report != null) {
      report.flush();
    }
    if (csv.reader().broken()) {
      throw InputException.at(
          Source.line(csv.source().file(), writer.lines() + 1),
          "input.csv-record",
          limits.maxRecord());
    }
    return writer.summary(rows.detailed());
  }

  /**
   * Copies NDJSON with members appended. Blank lines are left out.
   *
   * @param jsonString a text as a JSON string in UTF-8, in quotes
   * @param fallback answers lines that are too long, not well-formed, without usable coordinates,
   *     or unusual in any other way
   * @param out is flushed whenever reading on may have to wait, and at the end; not closed
   * @return number of rows
   */
  public long ndjson(
      InputStream in,
      Set<PlacedColumn> columns,
      Function<String, byte[]> jsonString,
      LineFallback fallback,
      OutputStream out)
      throws IOException {
    RecordReader reader =
        new RecordReader(in, () -> 0, new LineSplitter(), limits.maxRecord(), true);
    NdjsonRows rows =
        new NdjsonRows(
            locator, new GridCodes(codes, jsonString), columns, fallback, limits.maxRecord());
    OrderedWriter writer =
        new OrderedWriter(Source.file(""), 0, out, null, Checkpoint.OPEN, BulkProgress.NONE);
    new BlockPipeline(workers, limits, Checkpoint.OPEN).run(null, reader, rows, writer);
    out.flush();
    return writer.summary(false).rows();
  }

  /** The codes as they are asked for; nothing is copied. */
  private static List<String> codes(List<Unit> grids) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return grids.get(index).code();
      }

      @Override
      public int size() {
        return grids.size();
      }
    };
  }

  private static byte[] header(CsvSource csv, CsvJob job, CsvText text) {
    ByteSink head = new ByteSink(256);
    boolean asGiven = job.style() == CsvStyle.AS_GIVEN;
    if (asGiven && csv.marked()) {
      head.put(CsvOutput.MARK.getBytes(csv.encoding()));
    }
    if (asGiven) {
      head.put(csv.before());
    }
    byte[] record = csv.headerRecord();
    if (job.raw()) {
      head.put(record);
    } else {
      text.putGuarded(head, Arrays.copyOf(record, record.length + 1), 0, record.length);
    }
    List<String> names = new ArrayList<>(csv.names());
    for (PlacedColumn column : PlacedColumn.values()) {
      if (job.columns().contains(column)) {
        String label = column.label();
        String name = names.contains(label) ? label + "_2" : label;
        head.put(csv.dialect().separator());
        head.put(name.getBytes(csv.encoding()));
      }
    }
    head.put(asGiven ? csv.lineEnd() : new byte[] {'\r', '\n'});
    return Arrays.copyOf(head.array(), head.size());
  }
}

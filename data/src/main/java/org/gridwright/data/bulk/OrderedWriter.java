package org.gridwright.data.bulk;

import java.io.IOException;
import java.io.OutputStream;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.Source;
import org.jspecify.annotations.Nullable;

/** Writes blocks in order and adds up what they counted. For one thread at a time. */
final class OrderedWriter implements BlockPipeline.Writer {

  private final Source source;
  private final OutputStream out;
  private final @Nullable OutputStream report;
  private final Checkpoint checkpoint;
  private final BulkProgress progress;
  private final BlockCounts total = new BlockCounts();
  private final ByteSink number = new ByteSink(20);

  /**
   * @param lines of the input before the first block
   */
  OrderedWriter(
      Source source,
      long lines,
      OutputStream out,
      @Nullable OutputStream report,
      Checkpoint checkpoint,
      BulkProgress progress) {
    this.source = source;
    this.out = out;
    this.report = report;
    this.checkpoint = checkpoint;
    this.progress = progress;
    this.total.lines = lines;
  }

  @Override
  public void write(Block block) throws IOException {
    checkpoint.check();
    Message refusal = block.refusal;
    if (refusal != null) {
      throw new InputException(
          Source.line(source.file(), total.lines + block.refusedLine), refusal);
    }
    out.write(block.out.array(), 0, block.out.size());
    if (report != null) {
      writeReport(report, block);
    }
    total.add(block.counts);
    progress.at(block.position, total.rows);
  }

  @Override
  public void idle() throws IOException {
    out.flush();
  }

  private void writeReport(OutputStream to, Block block) throws IOException {
    int from = 0;
    for (int i = 0; i < block.reported; i++) {
      number.clear();
      number.putDecimal(total.rows + block.reportRows[i] + 1);
      to.write(number.array(), 0, number.size());
      to.write(block.report.array(), from, block.reportEnds[i] - from);
      from = block.reportEnds[i];
    }
  }

  /** Lines written so far. */
  long lines() {
    return total.lines;
  }

  BulkSummary summary(boolean detailed) {
    return total.summary(detailed);
  }
}

package org.gridwright.api.http.exports;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gridwright.api.http.kept.KeptFile;
import org.gridwright.api.http.kept.KeptFolder;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.core.work.CancelledException;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobInfo;
import org.gridwright.data.work.JobState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that was asked for, and the job that writes it. Thread-safe. */
final class Export extends KeptFile {

  private static final Logger LOG = LoggerFactory.getLogger(Export.class);

  private final ExportOrder order;
  private final Path file;
  private final Instant made;
  private final Job<Written> job;
  private final CompletableFuture<Written> result;

  /** What was written. */
  record Written(long rows, long bytes) {}

  /**
   * @param job writes the order to {@link #fileOf}
   */
  Export(KeptFolder kept, ExportOrder order, Job<Written> job) {
    super(kept);
    this.order = order;
    this.file = fileOf(kept, order);
    this.made = kept.made();
    this.job = job;
    this.result = job.result();
    var unused = result.whenComplete((written, failure) -> log(failure));
  }

  /** Where an order is written to in a folder. */
  static Path fileOf(KeptFolder kept, ExportOrder order) {
    return kept.path().resolve("taken." + order.format().ending());
  }

  ExportOrder order() {
    return order;
  }

  Path file() {
    return file;
  }

  /** Whether it is there to be fetched. */
  boolean isDone() {
    return result.isDone() && !result.isCompletedExceptionally();
  }

  /** How far it is, or what came of it. */
  ExportAnswer answer(Locale language) {
    JobInfo info = job.info();
    if (!result.isDone()) {
      JobState state = info.state() == JobState.WAITING ? JobState.WAITING : JobState.RUNNING;
      return answer(state, info.share(), null, null);
    }
    try {
      return answer(JobState.DONE, 1, result.join(), null);
    } catch (CompletionException | CancellationException failed) {
      Throwable cause = cause(failed);
      return cause instanceof CancelledException
          ? answer(JobState.CANCELLED, 0, null, null)
          : answer(JobState.FAILED, 0, null, sentence(cause).in(language));
    }
  }

  @Override
  protected boolean isBusy() {
    return !result.isDone();
  }

  @Override
  protected void stop() {
    job.cancel();
  }

  @Override
  protected void whenOver(Runnable then) {
    var unused = result.whenComplete((written, failure) -> then.run());
  }

  private ExportAnswer answer(
      JobState state, double share, @Nullable Written written, @Nullable String detail) {
    return new ExportAnswer(
        id(),
        order.layerName(),
        order.format().ending(),
        order.fileName(),
        state.id(),
        share,
        written == null ? null : written.rows(),
        written == null ? null : written.bytes(),
        made,
        detail);
  }

  private static Message sentence(Throwable cause) {
    if (cause instanceof Told told) {
      return told.told();
    }
    return ApiMessages.of(
        cause instanceof UncheckedIOException ? "http.export-no-room" : "http.internal");
  }

  /** What nobody is told in a sentence of its own is for the log. */
  private static void log(@Nullable Throwable failure) {
    if (failure != null && !(cause(failure) instanceof Told)) {
      LOG.error("An export failed", cause(failure));
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}

package org.gridwright.api.http.uploads;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.message.Told;
import org.gridwright.core.work.CancelledException;
import org.gridwright.data.intake.PublishRefusedException;
import org.gridwright.data.work.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import that was begun, as a job. Thread-safe. */
final class RunningImport {

  private static final Logger LOG = LoggerFactory.getLogger(RunningImport.class);

  private final Job<ImportOutcome> job;
  private final CompletableFuture<ImportOutcome> result;

  RunningImport(Job<ImportOutcome> job) {
    this.job = job;
    this.result = job.result();
    whenFailed(RunningImport::logged);
  }

  boolean isOver() {
    return result.isDone();
  }

  /** Stops it at its next checkpoint; nothing of it is stored then. */
  void cancel() {
    job.cancel();
  }

  /** Has something done when it is over, at once where it is already. */
  void whenOver(Runnable then) {
    var unused = result.whenComplete((outcome, failure) -> then.run());
  }

  /** How far it is, or what came of it. */
  ImportAnswer answer(Locale language) {
    if (!result.isDone()) {
      return ImportAnswer.going(job.info(), language);
    }
    try {
      return ImportAnswer.done(result.join().in(language));
    } catch (CompletionException failed) {
      return answer(cause(failed), language);
    }
  }

  private static ImportAnswer answer(Throwable cause, Locale language) {
    if (cause instanceof CancelledException) {
      return ImportAnswer.cancelled();
    }
    if (cause instanceof Told told) {
      int blocking =
          cause instanceof PublishRefusedException refused
              ? FindingLists.blocking(refused.findings())
              : 0;
      return ImportAnswer.failed(
          new ImportAnswer.Failure("refused", told.told().in(language), blocking));
    }
    return ImportAnswer.failed(
        new ImportAnswer.Failure("internal", ApiMessages.of("http.internal").in(language), 0));
  }

  private void whenFailed(Consumer<Throwable> then) {
    var unused =
        result.whenComplete(
            (outcome, failure) -> {
              if (failure != null) {
                then.accept(cause(failure));
              }
            });
  }

  /** What nobody is told in a sentence of its own is for the log. */
  private static void logged(Throwable cause) {
    if (!(cause instanceof Told)) {
      LOG.error("An import failed", cause);
    }
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}

package org.gridwright.api.http.uploads;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.api.http.answer.FactsAnswer;
import org.gridwright.core.message.Message;
import org.gridwright.data.work.JobInfo;
import org.gridwright.data.work.JobState;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, and what came of it: {@code /api/v1/uploads/{id}/import}.
 *
 * @param state waiting, running, done, failed or cancelled
 * @param share how much is done, from 0 to 1
 * @param step what is done now; null where there is nothing to say
 * @param result null until it is done
 * @param problem why it failed; null where it did not
 */
record ImportAnswer(
    String state,
    double share,
    @Nullable String step,
    @Nullable Result result,
    @Nullable Failure problem) {

  /**
   * What came of it.
   *
   * @param use what it was imported as
   * @param theme the theme it belongs to; null for addresses, and for incidents of no theme
   * @param plan id of the draft, or of the plan where it was published; null where none was made
   * @param published whether the plan is in force, or will be
   * @param units how many there are at each level; null where none were made
   * @param stored records or areas written
   * @param replaced of these, those that took the place of others
   * @param skipped records left out
   * @param notes what a person should look at
   * @param facts attributes of the grids, with what each is taken for from now on; null where none
   *     were made
   * @param mending what was mended; null where that was not asked
   */
  record Result(
      String use,
      @Nullable String theme,
      @Nullable Long plan,
      boolean published,
      @Nullable Map<String, Integer> units,
      long stored,
      long replaced,
      long skipped,
      List<String> notes,
      @Nullable List<FactsAnswer.Item> facts,
      @Nullable MendingAnswer mending) {}

  /**
   * Why it failed.
   *
   * @param code {@code refused} where the file or a choice is at fault, {@code internal} where the
   *     server is
   * @param blocking how many findings block publishing; 0 where that is not the reason
   */
  record Failure(String code, String detail, int blocking) {}

  /** One that goes on. */
  static ImportAnswer going(JobInfo job, Locale language) {
    Message step = job.step();
    String state = job.state() == JobState.WAITING ? "waiting" : "running";
    return new ImportAnswer(
        state, job.share(), step == null ? null : step.in(language), null, null);
  }

  static ImportAnswer done(Result result) {
    return new ImportAnswer(JobState.DONE.id(), 1, null, result, null);
  }

  static ImportAnswer cancelled() {
    return new ImportAnswer(JobState.CANCELLED.id(), 0, null, null, null);
  }

  static ImportAnswer failed(Failure problem) {
    return new ImportAnswer(JobState.FAILED.id(), 0, null, null, problem);
  }
}

package org.gridwright.api.http.hotspots;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.Told;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.data.hotspot.plan.MethodAnswer;
import org.gridwright.data.hotspot.plan.MethodRun;
import org.jspecify.annotations.Nullable;

/**
 * A question to a method, and how far it is: {@code /api/v1/hotspots/{id}}.
 *
 * @param state waiting, running, done, failed or cancelled
 * @param share how much is done, from 0 to 1
 * @param request the question, with what was not said filled in
 * @param plan that was asked about
 * @param detail why it failed; null where it did not
 * @param answer null until it is done
 */
record MethodRunAnswer(
    String id,
    String method,
    String state,
    double share,
    Instant created,
    Map<String, Object> request,
    long plan,
    @Nullable String detail,
    @Nullable Answered answer) {

  /**
   * What the method answered.
   *
   * @param outside incidents that no unit owns
   * @param summary what is told of all places together
   * @param classes how many places are in each class
   * @param clusters of a scan, the strongest first
   * @param rows of its table
   */
  record Answered(
      long outside,
      Map<String, @Nullable Object> summary,
      SortedMap<String, Integer> classes,
      List<Map<String, @Nullable Object>> clusters,
      List<HotspotAnswer.Warning> warnings,
      List<Map<String, @Nullable Object>> rows) {

    static Answered of(MethodAnswer answer, Locale locale) {
      return new Answered(
          answer.outside(),
          answer.summary(),
          answer.classes(),
          answer.clusters(),
          answer.notes().stream()
              .map(note -> new HotspotAnswer.Warning(note.id(), note.told().in(locale)))
              .toList(),
          answer.sheet().named());
    }
  }

  static MethodRunAnswer of(MethodRun run, Locale locale) {
    Throwable failure = run.failure();
    return new MethodRunAnswer(
        run.id(),
        run.question().method(),
        run.state().id(),
        run.share(),
        run.created(),
        run.recipe(),
        run.snapshot().id(),
        failure == null || failure instanceof CancelledException
            ? null
            : sentence(failure).in(locale),
        run.answer().map(it -> Answered.of(it, locale)).orElse(null));
  }

  private static Message sentence(Throwable failure) {
    if (failure instanceof DeadlineException) {
      return ApiMessages.of("http.hotspots-too-long", HotspotsResource.LONGEST.toSeconds());
    }
    return failure instanceof Told told ? told.told() : ApiMessages.of("http.internal");
  }
}

package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.time.CubeScope;
import org.gridwright.data.hotspot.CubeTest;
import org.gridwright.data.hotspot.EmergingResult;
import org.gridwright.data.hotspot.StepAxis;
import org.gridwright.data.hotspot.WeightsChoice;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a tested cube: its recipe, how many places became what, and what to beware of.
 */
final class EmergingReport {

  private final Session session;
  private final EmergingResult result;
  private final CubeTest test;
  private final WeightsChoice choice;

  EmergingReport(Session session, EmergingResult result, CubeTest test, WeightsChoice choice) {
    this.session = session;
    this.result = result;
    this.test = test;
    this.choice = choice;
  }

  /**
   * Prints it.
   *
   * @param outside incidents that no unit owns
   * @param silent bins without a record, where the file says how many there were
   */
  void print(long outside, long silent, boolean explain) {
    if (session.options().json()) {
      session.printJson(json(outside, silent, explain));
      return;
    }
    if (explain) {
      session.print(explanation());
    }
    StepAxis steps = result.steps();
    session.print(
        session.say(
            "hotspots.emerging",
            result.places().size(),
            steps.size(),
            steps.label(0),
            steps.label(steps.size() - 1),
            Decimals.plain(result.total()),
            outside,
            result.linkCount()));
    session.print(session.say("hotspots.emerging-bins", result.bins(1), result.bins(-1)));
    List<List<String>> counts = new ArrayList<>();
    result.classes().forEach((id, count) -> counts.add(List.of(id, String.valueOf(count))));
    session.printTable(counts);
    notes(silent).values().forEach(session::note);
  }

  private String explanation() {
    return session.say(
        "hotspots.explain.emerging",
        test.before(),
        session.say(
            test.scope() == CubeScope.WHOLE_CUBE
                ? "hotspots.explain.scope-cube"
                : "hotspots.explain.scope-step"),
        result.places().size() * (long) result.steps().size(),
        test.level(),
        session.say("hotspots.explain.limits"));
  }

  /** What to beware of, by name. */
  private Map<String, String> notes(long silent) {
    Map<String, String> notes = new LinkedHashMap<>();
    if (silent > 0) {
      long bins = (long) result.places().size() * result.steps().size();
      notes.put("silent-bins", session.say("hotspots.silent-bins", silent, bins));
    }
    result.notes(test).forEach(note -> notes.put(note.id(), session.say(note.told())));
    return notes;
  }

  private Map<String, @Nullable Object> json(long outside, long silent, boolean explain) {
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("method", "emerging");
    recipe.put("step", result.steps().length().id());
    recipe.put("before", test.before());
    recipe.put("scope", test.scope() == CubeScope.WHOLE_CUBE ? "cube" : "step");
    recipe.put("weights", choice.id());
    recipe.put("significance", test.level());
    recipe.put("hamedRao", test.hamedRao());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("recipe", recipe);
    json.putAll(result.summary());
    json.put("outside", outside);
    json.put("classes", result.classes());
    json.put("warnings", List.copyOf(notes(silent).keySet()));
    if (explain) {
      json.put("explanation", explanation());
    }
    return json;
  }
}

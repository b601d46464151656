package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.CoverageRules;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.coverage.Severity;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.junit.jupiter.api.Test;

/**
 * Long sequences of edits keep every invariant: checked incrementally after each, in full on
 * samples, and taken back to the very start. {@code -Dgridwright.edits=10000} makes them long; the
 * number is shared among all plans, and France is all of it instead of four departments.
 */
class EditSequencesTest {

  private static final int EDITS = Integer.getInteger("gridwright.edits", 240);
  private static final int SAMPLE = Math.max(50, EDITS / 20);

  /** What happened to the edits of one kind. */
  private static final class Tally {
    private int made;
    private final Map<Refusal, Integer> refused = new TreeMap<>();
    private long nanos;
  }

  private final Map<String, Tally> tallies = new TreeMap<>();

  private static List<Finding> blocking(List<Finding> findings) {
    return findings.stream().filter(it -> it.severity() == Severity.BLOCKING).toList();
  }

  private void run(String name, Plan start, int edits, long seed) {
    RandomEdits random = new RandomEdits(seed);
    Random kinds = new Random(seed);
    EditablePlan current = EditablePlan.of(start);
    CheckedPlan checked = CheckedPlan.of(start, CoverageRules.STANDARD);
    int faults = blocking(checked.findings()).size();
    Deque<PlanChange> done = new ArrayDeque<>();
    for (int i = 0; i < edits; i++) {
      String kind = RandomEdits.KINDS.get(kinds.nextInt(RandomEdits.KINDS.size()));
      Edit edit = random.next(current, kind);
      Tally tally = tallies.computeIfAbsent(kind, it -> new Tally());
      long begin = System.nanoTime();
      try {
        PlanChange change = Editing.change(current, edit);
        EditablePlan next = current.after(change);
        tally.nanos += System.nanoTime() - begin;
        tally.made++;
        checked = checked.after(change);
        assertThat(blocking(checked.findings()))
            .as("%s, edit %d: %s", name, i, edit)
            .hasSizeLessThanOrEqualTo(faults);
        current = next;
        done.push(change);
      } catch (EditRefusedException refused) {
        tally.refused.merge(refused.reason(), 1, Integer::sum);
      }
      if (i % SAMPLE == SAMPLE - 1) {
        assertThat(blocking(CoverageCheck.standard().check(current.plan())))
            .hasSizeLessThanOrEqualTo(faults);
        Drawn.assertSameUpperOutlines(current.plan(), UpperLevels.draw(current.plan()));
      }
    }
    Plan plan = current.plan();
    while (!done.isEmpty()) {
      plan = plan.with(done.pop().reversed());
    }
    for (int depth = 0; depth < start.theme().levels().size(); depth++) {
      assertThat(plan.units(depth)).isEqualTo(start.units(depth));
    }
  }

  /** Prints what happened, where many edits were asked for. */
  private void report(String name) {
    if (Integer.getInteger("gridwright.edits") == null) {
      return;
    }
    tallies.forEach(
        (kind, tally) ->
            System.out.printf(
                "%s %s: %d made, %.2f ms each, refused %s%n",
                name,
                kind,
                tally.made,
                tally.nanos / 1e6 / Math.max(1, tally.made),
                tally.refused));
  }

  @Test
  void ofAMadeUpCity() {
    run("city", UpperLevels.draw(RandomPartitions.city(400, 3)), EDITS / 2, 1);
    report("city");
  }

  @Test
  void ofHardPlaces() {
    for (int seed = 0; seed < 20; seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      if (CoverageCheck.standard().check(plan).isEmpty()) {
        run("hard " + seed, plan, Math.max(20, EDITS / 50), seed);
      }
    }
    report("hard");
  }

  @Test
  void ofChicago() {
    Path file = RealData.file("chicago/beats.geojson.gz");
    run("Chicago", RealFeatures.plan(file, "beat"), EDITS / 4, 2);
    report("Chicago");
  }

  @Test
  void ofFrance() {
    Path file =
        RealData.file(
            Integer.getInteger("gridwright.edits") == null
                ? "france_bano_addresses/communes_08_52_55_90.geojson.gz"
                : "france_communes/communes_metropole_2018.geojson.gz");
    run("France", RealFeatures.plan(file, "insee"), EDITS / 20, 3);
    report("France");
  }
}

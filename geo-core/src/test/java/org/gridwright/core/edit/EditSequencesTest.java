package org.gridwright.core.edit;

import java.nio.file.Path;
import java.util.Random;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.junit.jupiter.api.Test;

/**
 * Sequences of edits keep every invariant. {@code scripts/bench sequences} makes 10,000 on each of
 * the demo city, Chicago and all of France.
 */
class EditSequencesTest {

  @Test
  void ofAMadeUpCity() {
    EditSequence.run(
        "city", UpperLevels.draw(RandomPartitions.city(400, 3)), CoverageRules.STANDARD, 60, 30, 1);
  }

  @Test
  void ofHardPlaces() {
    for (int seed = 0; seed < SeededRuns.of(20); seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      if (CoverageCheck.standard().check(plan).isEmpty()) {
        EditSequence.run("hard " + seed, plan, CoverageRules.STANDARD, 10, 5, seed);
      }
    }
  }

  @Test
  void ofChicago() {
    Path file = RealData.file("chicago/beats.geojson.gz");
    Plan beats = RealFeatures.levels(file, "district", "sector", "beat");
    EditSequence.run("Chicago", beats, CoverageRules.STANDARD, 40, 20, 2);
  }

  @Test
  void ofFourDepartments() {
    Path file = RealData.file("france_bano_addresses/communes_08_52_55_90.geojson.gz");
    Plan communes = RealFeatures.levels(file, "dep", "insee");
    EditSequence.run("France", communes, CoverageRules.STANDARD, 40, 20, 3);
  }
}

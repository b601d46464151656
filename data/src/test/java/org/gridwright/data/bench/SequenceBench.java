package org.gridwright.data.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.edit.EditSequence;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoOptions;

/**
 * Makes long seeded sequences of edits on the demo city, on Chicago's police beats and on all
 * communes of France, keeping an eye on every invariant. Arguments: edits on each (10000), how many
 * times the whole plan is looked at (20), names of plans (all). Run by {@code scripts/bench
 * sequences}; exits with an error at the first invariant that is broken.
 */
public final class SequenceBench {

  private static final List<String> ALL = List.of("demo", "chicago", "france");

  private SequenceBench() {}

  public static void main(String[] arguments) {
    int edits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int samples = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    List<String> names =
        arguments.length > 2 ? Arrays.asList(arguments).subList(2, arguments.length) : ALL;
    for (String name : names) {
      System.out.print(run(name, edits, Math.max(1, edits / samples)));
    }
  }

  private static String run(String name, int edits, int every) {
    if (name.equals("demo")) {
      DemoCity city = DemoCity.generate(DemoOptions.of(1_037, 1));
      CoverageRules rules = CoverageRules.STANDARD.within(city.jurisdiction());
      return EditSequence.run(name, city.plan(), rules, edits, every, 1);
    }
    Plan plan =
        switch (name) {
          case "chicago" -> real("chicago/beats.geojson.gz", "district", "sector", "beat");
          case "france" ->
              real("france_communes/communes_metropole_2018.geojson.gz", "dep", "insee");
          default -> throw new IllegalArgumentException("one of " + ALL + ", not " + name);
        };
    return EditSequence.run(name, plan, CoverageRules.STANDARD, edits, every, 1);
  }

  private static Plan real(String file, String... codes) {
    Path path =
        RealData.folder()
            .map(folder -> folder.resolve(file))
            .orElseThrow(() -> new IllegalStateException("../shared/data/" + file + " is needed"));
    return RealFeatures.levels(path, codes);
  }
}

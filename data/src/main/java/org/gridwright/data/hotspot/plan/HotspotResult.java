package org.gridwright.data.hotspot.plan;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.PlaceClass;
import org.gridwright.core.hotspot.TestWarning;
import org.gridwright.core.hotspot.global.GlobalFigure;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.WeightsReport;
import org.gridwright.data.snapshot.PlanSnapshot;

/**
 * What a question was answered with. Units are counted in code order from 0. Immutable.
 *
 * @param id the same for the same question about the same plan and data
 * @param snapshot the plan that was asked about
 * @param total incidents counted, those that no unit owns included
 * @param outside incidents that no unit owns
 * @param counts of each unit
 * @param atRisk what is at risk in each unit; of none where nothing was asked for
 * @param expected what each unit would have at the city's rate
 * @param values what was tested
 * @param pAdjusted of each unit that has a chance
 * @param moran whether like values are near each other in the whole city
 */
public record HotspotResult(
    String id,
    HotspotQuestion question,
    PlanSnapshot snapshot,
    long total,
    long outside,
    PlaceFigures counts,
    PlaceFigures atRisk,
    PlaceFigures expected,
    PlaceFigures values,
    LocalTest test,
    PlaceFigures pAdjusted,
    GlobalFigure moran,
    WeightsReport links,
    Set<TestWarning> warnings) {

  public HotspotResult {
    warnings = Set.copyOf(warnings);
  }

  /** How many units are in each class, by its id. */
  public SortedMap<String, Integer> classes() {
    SortedMap<String, Integer> classes = new TreeMap<>();
    for (int unit = 0; unit < counts.size(); unit++) {
      classes.merge(classOf(unit).id(), 1, Integer::sum);
    }
    return classes;
  }

  /** What is claimed of a unit. */
  public PlaceClass classOf(int unit) {
    return test.classOf(unit, pAdjusted);
  }
}

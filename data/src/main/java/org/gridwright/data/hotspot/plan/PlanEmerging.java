package org.gridwright.data.hotspot.plan;

import java.util.List;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.CubeTest;
import org.gridwright.data.hotspot.EmergingResult;
import org.gridwright.data.hotspot.StepAxis;
import org.gridwright.data.hotspot.StepLength;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/**
 * What became of the units of a plan over steps of time.
 *
 * @param incidents which are counted; where an end of their period is not said, from the first
 *     incident or to the last
 * @param length of a step, in days, weeks or months
 * @param test how the cube is tested
 */
public record PlanEmerging(
    int depth,
    IncidentStore.Query incidents,
    StepLength length,
    NeighbourChoice neighbours,
    CubeTest test)
    implements MethodQuestion {

  /** What was found, and how many incidents no unit owns. */
  public record Emerged(EmergingResult result, long outside) {}

  @Override
  public String method() {
    return "emerging";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    Emerged emerged = emerged(store, snapshot, progress);
    EmergingResult result = emerged.result();
    return MethodAnswer.of(
            result.summary(),
            result.notes(test),
            result.byPlace(),
            6L * result.places().size() * result.steps().size())
        .outside(emerged.outside())
        .inClasses(result.classes())
        .withTable("bins", result.byBin());
  }

  /**
   * Counts the incidents and tests the cube.
   *
   * @throws HotspotException when there are no incidents, or they cannot be tested
   * @throws org.gridwright.data.hotspot.HotspotInputException when there is one step, or too many
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public Emerged emerged(Store store, PlanSnapshot snapshot, Progress progress) {
    List<Unit> units = snapshot.plan().units(depth);
    DatedIncidents dated = DatedIncidents.of(store, snapshot, depth, incidents, progress);
    StepAxis steps =
        StepAxis.over(
            length,
            incidents.from() == null
                ? dated.firstDay()
                : incidents.from().toLocalDate().toEpochDay(),
            incidents.to() == null
                ? dated.lastDay()
                : incidents.to().minusNanos(1).toLocalDate().toEpochDay());
    CubeTest.requireBins(units.size(), steps);
    double[] values = new double[units.size() * steps.size()];
    for (int i = 0; i < dated.size(); i++) {
      values[dated.unit(i) * steps.size() + steps.step(dated.day(i))]++;
    }
    SpatialWeights links = new UnitLinks().of(snapshot, depth, neighbours, progress.part(0.2, 0.5));
    return new Emerged(
        EmergingResult.of(
            PlacesOfUnits.of(units), steps, values, links, test, progress.part(0.5, 1)),
        dated.outside());
  }
}

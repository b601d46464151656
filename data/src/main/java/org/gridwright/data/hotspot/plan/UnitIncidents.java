package org.gridwright.data.hotspot.plan;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.ChangeResult;
import org.gridwright.data.hotspot.CubeTest;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.EmergingResult;
import org.gridwright.data.hotspot.StepAxis;
import org.gridwright.data.hotspot.StepLength;
import org.gridwright.data.hotspot.ToldPlaces;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Incident;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlaceCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/** The store's incidents by the units of a plan, over time. For one thread. */
public final class UnitIncidents {

  private final Store store;
  private final PlanSnapshot snapshot;
  private final int depth;
  private final List<Unit> units;
  private long outside;

  /**
   * By the units of a level.
   *
   * @param depth of the level
   */
  public UnitIncidents(Store store, PlanSnapshot snapshot, int depth) {
    this.store = store;
    this.snapshot = snapshot;
    this.depth = depth;
    this.units = snapshot.plan().units(depth);
  }

  /** How many of the incidents asked for last no unit owns. */
  public long outside() {
    return outside;
  }

  /** How many units there are. */
  public int units() {
    return units.size();
  }

  private ToldPlaces places() {
    return new ToldPlaces(
        units.stream().map(Unit::code).toList(),
        units.stream().map(Unit::name).toList(),
        unit -> LatticeJts.toDegrees(units.get(unit).drawnArea()));
  }

  /**
   * Hands over the incidents that some unit owns, with the code of that unit.
   *
   * @throws HotspotException when there is none
   */
  public void each(IncidentStore.Query query, Progress progress, Consumer<UnitIncident> each) {
    outside = 0;
    long inside = 0;
    try (Stream<Incident> incidents = store.incidents().stream(query)) {
      for (Iterator<Incident> rest = incidents.iterator(); rest.hasNext(); ) {
        Incident incident = rest.next();
        progress.checkpoint();
        int unit = snapshot.unitAt(depth, incident.place());
        if (unit == PlanSnapshot.NO_UNIT) {
          outside++;
        } else {
          inside++;
          each.accept(new UnitIncident(unit, units.get(unit), incident));
        }
      }
    }
    if (inside == 0) {
      throw new HotspotException(DataMessages.of("hotspot.no-incidents"));
    }
  }

  /**
   * An incident and its unit.
   *
   * @param index of the unit among those of its level
   */
  public record UnitIncident(int index, Unit unit, Incident incident) {}

  /**
   * What became of the units over time.
   *
   * @param period which days are asked about; where an end is not said, from the first incident or
   *     to the last
   * @throws HotspotException when there are no incidents, or they cannot be tested
   */
  public EmergingResult emerging(
      IncidentStore.Query query,
      Days period,
      StepLength length,
      NeighbourChoice neighbours,
      CubeTest test,
      Progress progress) {
    IntStream.Builder owners = IntStream.builder();
    IntStream.Builder days = IntStream.builder();
    each(
        query,
        progress,
        it -> {
          owners.add(it.index());
          days.add((int) it.incident().occurred().toLocalDate().toEpochDay());
        });
    int[] unit = owners.build().toArray();
    int[] day = days.build().toArray();
    StepAxis steps =
        StepAxis.over(
            length,
            period.firstOr(Arrays.stream(day).min().orElseThrow()),
            period.lastOr(Arrays.stream(day).max().orElseThrow()));
    CubeTest.requireBins(units.size(), steps);
    double[] values = new double[units.size() * steps.size()];
    for (int i = 0; i < unit.length; i++) {
      values[unit[i] * steps.size() + steps.step(day[i])]++;
    }
    SpatialWeights links = new UnitLinks().of(snapshot, depth, neighbours, progress.part(0.2, 0.5));
    return EmergingResult.of(places(), steps, values, links, test, progress.part(0.5, 1));
  }

  /**
   * How the units changed from one period to another, by the days that each has.
   *
   * @param before incidents of the earlier period
   * @param after incidents of the later one
   * @throws HotspotException when neither has an incident in any unit
   */
  public ChangeResult change(
      IncidentStore.Query before, double daysBefore, IncidentStore.Query after, double daysAfter) {
    GridCounts counts = new GridCounts(store);
    PlaceCounts earlier = counts.incidents(snapshot, before);
    PlaceCounts later = counts.incidents(snapshot, after);
    outside = earlier.outside() + later.outside();
    if (earlier.total() + later.total() == outside) {
      throw new HotspotException(DataMessages.of("hotspot.no-incidents"));
    }
    long[] countsBefore = earlier.byUnit(depth);
    long[] countsAfter = later.byUnit(depth);
    return ChangeResult.of(
        places(),
        IntStream.range(0, units.size())
            .mapToObj(
                unit ->
                    new ChangeResult.TwoCounts(
                        OptionalInt.of(Math.toIntExact(countsBefore[unit])),
                        OptionalInt.of(Math.toIntExact(countsAfter[unit])),
                        OptionalDouble.of(daysBefore),
                        OptionalDouble.of(daysAfter)))
            .toList());
  }
}

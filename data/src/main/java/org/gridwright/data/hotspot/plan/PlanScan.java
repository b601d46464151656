package org.gridwright.data.hotspot.plan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.scan.CircularScan;
import org.gridwright.core.hotspot.scan.ScanOptions;
import org.gridwright.core.hotspot.scan.ScanPlaces;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.tile.LabelPoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.NamedPlaces;
import org.gridwright.data.hotspot.ScanInput;
import org.gridwright.data.hotspot.ScanTable;
import org.gridwright.data.hotspot.StepLength;
import org.gridwright.data.hotspot.TimeSteps;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * A scan of a plan: the store's incidents by unit, and by step of time where that is asked for,
 * beside what is at risk.
 *
 * @param incidents which are counted
 * @param over what is at risk
 * @param length of a step; null where all is one
 */
public record PlanScan(
    int depth,
    IncidentStore.Query incidents,
    Denominator over,
    @Nullable StepLength length,
    ScanOptions options)
    implements MethodQuestion {

  @Override
  public String method() {
    return "scan";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    ScanTable table = scanned(store, snapshot, progress);
    int[][] cases = table.input().cases();
    return MethodAnswer.of(
            table.summary(), table.notes(), table.sheet(), 4L * cases.length * cases[0].length)
        .outside(table.input().outside())
        .withClusters(table.clusters().stream().map(it -> placed(snapshot, it)).toList());
  }

  /** A cluster with where its centre is, in degrees, so that its circle can be drawn. */
  private Map<String, @Nullable Object> placed(
      PlanSnapshot snapshot, Map<String, @Nullable Object> cluster) {
    int centre = snapshot.plan().indexOf(depth, String.valueOf(cluster.get("centre")));
    LatticePoint place =
        LabelPoint.of(snapshot.plan().units(depth).get(centre).drawnArea()).place();
    Map<String, @Nullable Object> placed = new LinkedHashMap<>(cluster);
    placed.put("lon", place.lon());
    placed.put("lat", place.lat());
    return placed;
  }

  /**
   * Counts the incidents and scans.
   *
   * @throws HotspotException when there are none, or nothing to compare with
   * @throws org.gridwright.data.hotspot.HotspotInputException when there would be too many steps
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public ScanTable scanned(Store store, PlanSnapshot snapshot, Progress progress) {
    ScanInput input = input(store, snapshot, progress.part(0, 0.3));
    return new ScanTable(input, CircularScan.of(input.data(), options, progress.part(0.3, 1)));
  }

  private ScanInput input(Store store, PlanSnapshot snapshot, Progress progress) {
    if (over.kind() == Denominator.Kind.NONE && length == null) {
      throw new HotspotException(DataMessages.of("hotspot.scan-nothing-beside"));
    }
    List<Unit> units = snapshot.plan().units(depth);
    DatedIncidents counted = DatedIncidents.of(store, snapshot, depth, incidents, progress);
    Optional<TimeSteps> steps = Optional.ofNullable(length).map(it -> steps(it, counted));
    int count = steps.map(TimeSteps::count).orElse(1);
    ScanInput.requireRoom(units.size(), count);
    return new ScanInput(
        new NamedPlaces(
            units.stream().map(Unit::code).toList(),
            place -> LatticeJts.toDegrees(units.get(place).drawnArea()),
            false),
        ScanPlaces.of(UnitLinks.middles(units, progress)),
        steps,
        table(counted, units.size(), steps, count),
        over.kind() == Denominator.Kind.NONE
            ? Optional.empty()
            : Optional.of(people(store, snapshot, units.size(), count)),
        Optional.empty(),
        counted.outside());
  }

  /** From the day that was asked from, or the first incident's, to the other end. */
  private TimeSteps steps(StepLength of, DatedIncidents counted) {
    return new TimeSteps(
        of,
        incidents.from() == null
            ? LocalDate.ofEpochDay(counted.firstDay())
            : incidents.from().toLocalDate(),
        incidents.to() == null
            ? LocalDate.ofEpochDay(counted.lastDay())
            : incidents.to().minusNanos(1).toLocalDate());
  }

  private static int[][] table(
      DatedIncidents counted, int places, Optional<TimeSteps> steps, int count) {
    int[][] cases = new int[places][count];
    for (int i = 0; i < counted.size(); i++) {
      LocalDate day = LocalDate.ofEpochDay(counted.day(i));
      cases[counted.unit(i)][steps.map(it -> it.of(day)).orElse(0)]++;
    }
    return cases;
  }

  /** In units that are told no number nobody is at risk. */
  private double[][] people(Store store, PlanSnapshot snapshot, int places, int count) {
    PlaceFigures told = new AtRisk(new GridCounts(store)).of(snapshot, depth, over);
    double[][] people = new double[places][count];
    for (int unit = 0; unit < places; unit++) {
      Arrays.fill(people[unit], told.at(unit).orElse(0));
    }
    return people;
  }
}

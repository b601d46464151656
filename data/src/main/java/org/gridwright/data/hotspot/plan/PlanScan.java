package org.gridwright.data.hotspot.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.scan.ScanPlaces;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.HotspotInputException;
import org.gridwright.data.hotspot.NamedPlaces;
import org.gridwright.data.hotspot.ScanInput;
import org.gridwright.data.hotspot.StepLength;
import org.gridwright.data.hotspot.TimeSteps;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What a scan looks at in a plan: the store's incidents by unit, and by step of time where that is
 * asked for, beside what is at risk.
 *
 * @param incidents which are counted
 * @param over what is at risk
 * @param length of a step; null where all is one
 */
public record PlanScan(
    int depth, IncidentStore.Query incidents, Denominator over, @Nullable StepLength length) {

  /**
   * Counts the incidents.
   *
   * @throws HotspotException when there are none, or nothing to compare with
   * @throws HotspotInputException when a unit with incidents is told no number, or there would be
   *     too many steps
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public ScanInput input(Store store, PlanSnapshot snapshot, Progress progress) {
    if (over.kind() == Denominator.Kind.NONE && length == null) {
      throw new HotspotException(DataMessages.of("hotspot.scan-nothing-beside"));
    }
    List<Unit> units = snapshot.plan().units(depth);
    Counted counted = new Counted(snapshot, progress);
    store.incidents().moments(incidents, counted::add);
    if (counted.size == counted.outside) {
      throw new HotspotException(DataMessages.of("hotspot.no-incidents"));
    }
    Optional<TimeSteps> steps = Optional.ofNullable(length).map(counted::steps);
    int count = steps.map(TimeSteps::count).orElse(1);
    ScanInput.requireRoom(units.size(), count);
    int[][] cases = counted.table(units.size(), steps, count);
    return new ScanInput(
        new NamedPlaces(
            units.stream().map(Unit::code).toList(),
            place -> LatticeJts.toDegrees(units.get(place).drawnArea()),
            false),
        ScanPlaces.of(UnitLinks.middles(units, progress)),
        steps,
        cases,
        over.kind() == Denominator.Kind.NONE
            ? Optional.empty()
            : Optional.of(people(store, snapshot, units, cases)),
        Optional.empty(),
        counted.outside);
  }

  private double[][] people(Store store, PlanSnapshot snapshot, List<Unit> units, int[][] cases) {
    PlaceFigures told = new AtRisk(new GridCounts(store)).of(snapshot, depth, over);
    double[][] people = new double[cases.length][cases[0].length];
    for (int unit = 0; unit < people.length; unit++) {
      if (!told.isDefined(unit) && Arrays.stream(cases[unit]).sum() > 0) {
        throw HotspotInputException.of("hotspot.scan-untold", units.get(unit).code(), over.id());
      }
      Arrays.fill(people[unit], told.at(unit).orElse(0));
    }
    return people;
  }

  /** Units and days of incidents, in the order in which they came. */
  private final class Counted {

    private static final int BATCH = 1024;

    private final PlanSnapshot snapshot;
    private final Progress progress;
    private int[] units = new int[BATCH];
    private int[] days = new int[BATCH];
    private int size;
    private long outside;

    Counted(PlanSnapshot snapshot, Progress progress) {
      this.snapshot = snapshot;
      this.progress = progress;
    }

    void add(LatticePoint place, LocalDateTime occurred) {
      if (size % BATCH == 0) {
        progress.checkpoint();
      }
      if (size == units.length) {
        units = Arrays.copyOf(units, 2 * size);
        days = Arrays.copyOf(days, 2 * size);
      }
      units[size] = snapshot.unitAt(depth, place);
      outside += units[size] == PlanSnapshot.NO_UNIT ? 1 : 0;
      days[size++] = (int) occurred.toLocalDate().toEpochDay();
    }

    /** From the day that was asked from, or the first incident's, to the other end. */
    TimeSteps steps(StepLength of) {
      LocalDate first =
          incidents.from() == null
              ? LocalDate.ofEpochDay(Arrays.stream(days, 0, size).min().orElseThrow())
              : incidents.from().toLocalDate();
      LocalDate last =
          incidents.to() == null
              ? LocalDate.ofEpochDay(Arrays.stream(days, 0, size).max().orElseThrow())
              : incidents.to().toLocalDate().minusDays(1);
      return new TimeSteps(of, first, last);
    }

    int[][] table(int places, Optional<TimeSteps> steps, int count) {
      int[][] cases = new int[places][count];
      for (int i = 0; i < size; i++) {
        if (units[i] != PlanSnapshot.NO_UNIT) {
          LocalDate day = LocalDate.ofEpochDay(days[i]);
          cases[units[i]][steps.map(it -> it.of(day)).orElse(0)]++;
        }
      }
      return cases;
    }
  }
}

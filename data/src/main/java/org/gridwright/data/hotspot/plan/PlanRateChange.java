package org.gridwright.data.hotspot.plan;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.ChangeResult;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlaceCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/**
 * How the rate of each unit changed from one period to another, by the days that each has.
 *
 * @param incidents of the later period
 * @param before the earlier one, which ends where the later one begins or before
 * @param level at which a change is claimed
 */
public record PlanRateChange(
    int depth, IncidentStore.Query incidents, IncidentStore.Query before, double level)
    implements MethodQuestion {

  private static final double SECONDS_OF_DAY = 86_400;

  /** What changed, and how many incidents of both periods no unit owns. */
  public record Changed(ChangeResult result, long outside) {}

  @Override
  public String method() {
    return "change";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    Changed changed = changed(store, snapshot, progress);
    ChangeResult result = changed.result();
    return MethodAnswer.of(
            result.summary(), List.of(), result.sheet(level), 12L * result.places().size())
        .outside(changed.outside())
        .inClasses(result.classes(level));
  }

  /**
   * Counts both periods and compares them.
   *
   * @throws HotspotException when neither has an incident in any unit
   * @throws org.gridwright.data.hotspot.HotspotInputException when there are too many
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public Changed changed(Store store, PlanSnapshot snapshot, Progress progress) {
    List<Unit> units = snapshot.plan().units(depth);
    GridCounts counts = new GridCounts(store);
    PlaceCounts earlier = counts.incidents(snapshot, before);
    progress.at(2, 5);
    PlaceCounts later = counts.incidents(snapshot, incidents);
    progress.at(4, 5);
    long outside = earlier.outside() + later.outside();
    if (earlier.total() + later.total() == outside) {
      throw new HotspotException(DataMessages.of("hotspot.no-incidents"));
    }
    long[] countsBefore = earlier.byUnit(depth);
    long[] countsAfter = later.byUnit(depth);
    OptionalDouble daysBefore = days(before);
    OptionalDouble daysAfter = days(incidents);
    return new Changed(
        ChangeResult.of(
            PlacesOfUnits.of(units),
            IntStream.range(0, units.size())
                .mapToObj(
                    unit ->
                        new ChangeResult.TwoCounts(
                            OptionalInt.of(Math.toIntExact(countsBefore[unit])),
                            OptionalInt.of(Math.toIntExact(countsAfter[unit])),
                            daysBefore,
                            daysAfter))
                .toList()),
        outside);
  }

  /** The length of a period; absent where an end is not said. */
  private static OptionalDouble days(IncidentStore.Query period) {
    LocalDateTime from = period.from();
    LocalDateTime to = period.to();
    return from == null || to == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Duration.between(from, to).toSeconds() / SECONDS_OF_DAY);
  }
}

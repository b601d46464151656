package org.gridwright.data.hotspot.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.MethodNote;
import org.gridwright.data.hotspot.RepeatResult;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/**
 * The same places again: points, or the units of a level.
 *
 * @param depth of the level; empty where each point is a place
 * @param least incidents of a place that is told, from 1
 * @param outOf how many places there are, those without incidents among them; 0 where it is not
 *     known: of units it is
 */
public record PlanRepeat(OptionalInt depth, IncidentStore.Query incidents, int least, int outOf)
    implements MethodQuestion {

  /** What was found, and how many incidents no unit owns. */
  public record Repeated(RepeatResult result, long outside) {}

  @Override
  public String method() {
    return "repeat";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    Repeated repeated =
        depth.isPresent()
            ? ofUnits(store, snapshot, progress)
            : new Repeated(ofPoints(store, progress), 0);
    RepeatResult result = repeated.result();
    return MethodAnswer.of(
            result.summary(),
            notes(),
            result.sheet(),
            4L * result.repeats().size() + result.evenness().incidents())
        .outside(repeated.outside())
        .withTable("lorenz", result.lorenz());
  }

  /** What to beware of. */
  public List<MethodNote> notes() {
    return RepeatResult.notes(depth.isPresent() || outOf > 0);
  }

  /**
   * By point.
   *
   * @throws HotspotException when there are no incidents
   * @throws org.gridwright.data.hotspot.HotspotInputException when there are more places than said
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public RepeatResult ofPoints(Store store, Progress progress) {
    RepeatResult.DatedPlaces collected = new RepeatResult.DatedPlaces();
    store
        .incidents()
        .moments(
            incidents,
            (place, occurred) -> {
              progress.checkpoint();
              collected.add(place, occurred.toLocalDate());
            });
    return collected.result(least, outOf);
  }

  /** By unit; otherwise as above. */
  public Repeated ofUnits(Store store, PlanSnapshot snapshot, Progress progress) {
    int level = depth.orElseThrow();
    List<Unit> units = snapshot.plan().units(level);
    DatedIncidents dated = DatedIncidents.of(store, snapshot, level, incidents, progress);
    RepeatResult.DatedPlaces collected = new RepeatResult.DatedPlaces();
    for (int i = 0; i < dated.size(); i++) {
      collected.add(units.get(dated.unit(i)).code(), LocalDate.ofEpochDay(dated.day(i)), null);
    }
    return new Repeated(
        collected.result(least, outOf == 0 ? units.size() : outOf), dated.outside());
  }
}

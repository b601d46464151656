package org.gridwright.data.hotspot.plan;

import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.time.Rhythm;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.RhythmResult;
import org.gridwright.data.hotspot.RhythmSheet;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/** At which hours of which weekdays incidents are; of all of them, wherever they lie. */
public record PlanRhythm(IncidentStore.Query incidents) implements MethodQuestion {

  @Override
  public String method() {
    return "rhythm";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    RhythmResult result = result(store, progress);
    return MethodAnswer.of(
        result.summary(),
        result.notes(),
        RhythmSheet.of(result.rhythm()),
        3L * Rhythm.WEEKDAYS * Rhythm.HOURS);
  }

  /**
   * Counts the incidents.
   *
   * @throws HotspotException when there are none
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public RhythmResult result(Store store, Progress progress) {
    RhythmResult.WeekMoments moments = new RhythmResult.WeekMoments();
    store
        .incidents()
        .moments(
            incidents,
            (place, occurred) -> {
              progress.checkpoint();
              moments.add(occurred);
            });
    return moments.result();
  }
}

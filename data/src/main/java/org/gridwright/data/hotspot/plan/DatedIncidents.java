package org.gridwright.data.hotspot.plan;

import java.util.Arrays;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/** The units and days of the store's incidents, those that no unit owns left out; in no order. */
final class DatedIncidents {

  private static final int BATCH = 1024;

  private int[] units = new int[BATCH];
  private int[] days = new int[BATCH];
  private int size;
  private long outside;

  private DatedIncidents() {}

  /**
   * Incidents by the units of a level.
   *
   * @throws HotspotException when no unit has any
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  static DatedIncidents of(
      Store store, PlanSnapshot snapshot, int depth, IncidentStore.Query query, Progress progress) {
    DatedIncidents dated = new DatedIncidents();
    store
        .incidents()
        .moments(
            query,
            (place, occurred) -> {
              if ((dated.size + dated.outside) % BATCH == 0) {
                progress.checkpoint();
              }
              dated.add(snapshot.unitAt(depth, place), (int) occurred.toLocalDate().toEpochDay());
            });
    if (dated.size == 0) {
      throw new HotspotException(DataMessages.of("hotspot.no-incidents"));
    }
    return dated;
  }

  private void add(int unit, int day) {
    if (unit == PlanSnapshot.NO_UNIT) {
      outside++;
      return;
    }
    if (size == units.length) {
      units = Arrays.copyOf(units, 2 * size);
      days = Arrays.copyOf(days, 2 * size);
    }
    units[size] = unit;
    days[size++] = day;
  }

  /** How many some unit owns. */
  int size() {
    return size;
  }

  /** How many no unit owns. */
  long outside() {
    return outside;
  }

  /** The number of the unit that an incident lies in. */
  int unit(int incident) {
    return units[incident];
  }

  /** In days since 1970 began. */
  int day(int incident) {
    return days[incident];
  }

  int firstDay() {
    return Arrays.stream(days, 0, size).min().orElseThrow();
  }

  int lastDay() {
    return Arrays.stream(days, 0, size).max().orElseThrow();
  }
}

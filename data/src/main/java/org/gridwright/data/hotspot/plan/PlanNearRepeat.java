package org.gridwright.data.hotspot.plan;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.weights.GeodesicPoints;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.NearRepeatBands;
import org.gridwright.data.hotspot.NearRepeatResult;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/** Whether incidents are soon followed by others nearby; of all incidents, wherever they lie. */
public record PlanNearRepeat(IncidentStore.Query incidents, NearRepeatBands bands)
    implements MethodQuestion {

  private static final double MILLIS_OF_DAY = 86_400_000;
  private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);

  /** In an order of their own, which no store has a say in. */
  private record Dated(LatticePoint place, double day) {

    static final Comparator<Dated> ORDER =
        Comparator.comparingDouble(Dated::day)
            .thenComparingInt(it -> it.place().x())
            .thenComparingInt(it -> it.place().y());
  }

  @Override
  public String method() {
    return "near-repeat";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    NearRepeatResult result = result(store, progress);
    return MethodAnswer.of(
        result.summary(), result.notes(), result.sheet(), 16L * result.cells().size());
  }

  /**
   * Looks at all pairs.
   *
   * @throws HotspotException when there is none, or bands make no sense
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public NearRepeatResult result(Store store, Progress progress) {
    List<Dated> all = new ArrayList<>();
    store
        .incidents()
        .moments(
            incidents,
            (place, occurred) -> {
              progress.checkpoint();
              all.add(new Dated(place, days(occurred)));
            });
    all.sort(Dated.ORDER);
    return NearRepeatResult.of(
        GeodesicPoints.of(all.stream().map(Dated::place).toList()),
        all.stream().mapToDouble(Dated::day).toArray(),
        bands,
        progress.part(0.3, 1));
  }

  /** A moment in days. */
  public static double days(LocalDateTime moment) {
    return Duration.between(BEGINNING, moment).toMillis() / MILLIS_OF_DAY;
  }
}

package org.gridwright.data.hotspot.plan;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.density.DensityKernel;
import org.gridwright.core.hotspot.density.DensitySurface;
import org.gridwright.core.hotspot.density.EdgeCorrection;
import org.gridwright.core.hotspot.density.RasterFrame;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.BandwidthChoice;
import org.gridwright.data.hotspot.DensityAnalysis;
import org.gridwright.data.hotspot.DensityGround;
import org.gridwright.data.hotspot.DensityOptions;
import org.gridwright.data.hotspot.ScoreInput;
import org.gridwright.data.hotspot.ScoreTable;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlaceCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/**
 * Units of a plan ranked by the incidents of one period, and those of a later one: by their counts,
 * and by the density in their middles. Beside them stand two baselines, the counts of the time just
 * before, as long as the later period, and those of all time before it.
 *
 * @param training incidents that places are ranked by, before {@code from}
 * @param from first moment of the later period
 * @param to its end, exclusive
 */
public record PlanScore(
    int depth, IncidentStore.Query training, LocalDateTime from, LocalDateTime to)
    implements MethodQuestion {

  /**
   * What places are ranked by where a later period begins on a day: what was told, up to the day
   * before where no end of it was. Empty where it would see that period, or nothing.
   */
  public static Optional<IncidentStore.Query> training(
      IncidentStore.Query told, LocalDateTime first) {
    LocalDateTime end = told.to() == null ? first : told.to();
    boolean seen = end.isAfter(first);
    boolean none = told.from() != null && !told.from().isBefore(end);
    return seen || none ? Optional.empty() : Optional.of(told.during(told.from(), end));
  }

  @Override
  public String method() {
    return "score";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    ScoreInput input = input(store, snapshot, progress);
    ScoreTable table = ScoreTable.of(input);
    return MethodAnswer.of(table.summary(), table.notes(), table.sheet(), 10L * table.rows().size())
        .outside(input.outside());
  }

  /**
   * Counts the incidents.
   *
   * @throws HotspotException when there are none to rank by
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public ScoreInput input(Store store, PlanSnapshot snapshot, Progress progress) {
    GridCounts counts = new GridCounts(store);
    PlaceCounts trained = counts.incidents(snapshot, training);
    if (trained.total() == trained.outside()) {
      throw new HotspotException(DataMessages.of("hotspot.score-untrained"));
    }
    progress.checkpoint();
    LocalDateTime before = from.minus(ChronoUnit.DAYS.between(from, to), ChronoUnit.DAYS);
    PlaceCounts next = counts.incidents(snapshot, training.during(from, to));
    List<Unit> units = snapshot.plan().units(depth);
    List<ScoreInput.PlaceRanking> rankings = new ArrayList<>();
    rankings.add(ranking("count", false, trained));
    rankings.add(
        new ScoreInput.PlaceRanking("density", false, densities(store, snapshot, units, progress)));
    rankings.add(
        ranking("last-period", true, counts.incidents(snapshot, training.during(before, from))));
    rankings.add(
        ranking("all-time", true, counts.incidents(snapshot, training.during(null, from))));
    return new ScoreInput(
        units.stream().map(Unit::code).toList(),
        snapshot.squareMetres(depth),
        Arrays.stream(next.byUnit(depth)).mapToInt(Math::toIntExact).toArray(),
        rankings,
        next.outside());
  }

  private ScoreInput.PlaceRanking ranking(String name, boolean baseline, PlaceCounts counts) {
    return new ScoreInput.PlaceRanking(
        name, baseline, Arrays.stream(counts.byUnit(depth)).asDoubleStream().toArray());
  }

  /** Incidents that each unit would have with the density of its middle, by Scott's rule. */
  private double[] densities(
      Store store, PlanSnapshot snapshot, List<Unit> units, Progress progress) {
    PlanDensity read = PlanDensity.of(store, snapshot, training, progress.part(0, 0.4));
    DensityGround open =
        new DensityGround(read.ground().plane(), Optional.empty(), read.ground().box());
    DensitySurface surface =
        DensityAnalysis.of(
                read.points(),
                Optional.of(open),
                new DensityOptions(
                    DensityKernel.GAUSSIAN, BandwidthChoice.of("scott"), 0, EdgeCorrection.NONE),
                progress.part(0.4, 0.9))
            .surface();
    List<LatticePoint> middles = UnitLinks.middles(units, progress);
    double[] areas = snapshot.squareMetres(depth);
    double[] expected = new double[areas.length];
    Arrays.setAll(expected, unit -> at(surface, open, middles.get(unit)) * areas[unit]);
    return expected;
  }

  private static double at(DensitySurface surface, DensityGround ground, LatticePoint place) {
    RasterFrame frame = surface.frame();
    double x = ground.plane().orElseThrow().x(place.x());
    double y = ground.plane().orElseThrow().y(place.y());
    int column = (int) Math.floor((x - frame.west()) / frame.cellMetres());
    int row = (int) Math.floor((y - frame.south()) / frame.cellMetres());
    return surface.at(column, row).orElse(0);
  }
}

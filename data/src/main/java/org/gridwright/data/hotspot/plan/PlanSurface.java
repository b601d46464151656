package org.gridwright.data.hotspot.plan;

import java.util.Optional;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.DensityAnalysis;
import org.gridwright.data.hotspot.DensityOptions;
import org.gridwright.data.hotspot.DensityRaster;
import org.gridwright.data.hotspot.FigureSheet;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/** How dense incidents lie within the outline of a plan. */
public record PlanSurface(IncidentStore.Query incidents, DensityOptions options)
    implements MethodQuestion {

  @Override
  public String method() {
    return "density";
  }

  @Override
  public MethodAnswer answer(Store store, PlanSnapshot snapshot, Progress progress) {
    DensityAnalysis analysis = analysis(store, snapshot, progress.part(0, 0.8));
    DensityRaster raster = new DensityRaster(analysis);
    FigureSheet bands = raster.bands(progress.part(0.8, 1));
    long cells = (long) analysis.surface().frame().columns() * analysis.surface().frame().rows();
    return MethodAnswer.of(raster.summary(), raster.notes(), bands, 2 * cells)
        .outside(analysis.outside())
        .withRaster(raster);
  }

  /**
   * Makes the density.
   *
   * @throws org.gridwright.data.hotspot.HotspotInputException when there are no incidents
   * @throws org.gridwright.core.hotspot.HotspotException when cells are too many
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public DensityAnalysis analysis(Store store, PlanSnapshot snapshot, Progress progress) {
    PlanDensity read = PlanDensity.of(store, snapshot, incidents, progress.part(0, 0.3));
    return DensityAnalysis.of(
        read.points(), Optional.of(read.ground()), options, progress.part(0.3, 1));
  }
}

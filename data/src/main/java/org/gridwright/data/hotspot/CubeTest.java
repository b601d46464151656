package org.gridwright.data.hotspot;

import org.gridwright.core.hotspot.time.CubeScope;
import org.gridwright.core.hotspot.time.EmergingHotspots;
import org.gridwright.core.hotspot.time.SpaceTimeCube;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;

/**
 * How a cube is tested.
 *
 * @param before steps that a bin looks back to
 * @param level of the adjusted p at which a bin is hot or cold
 * @param hamedRao whether trends allow for serial correlation
 */
public record CubeTest(int before, CubeScope scope, double level, boolean hamedRao) {

  /** Bins there can be: some 40 bytes each. */
  private static final long MOST_BINS = 20_000_000;

  /**
   * A cube that can be tested.
   *
   * @throws HotspotInputException when there are too many bins
   */
  public static void requireBins(int places, StepAxis steps) {
    long bins = (long) places * steps.size();
    if (bins > MOST_BINS) {
      throw HotspotInputException.of("hotspot.bins-many", places, steps.size(), bins, MOST_BINS);
    }
  }

  EmergingHotspots of(SpaceTimeCube cube, SpatialWeights weights, Progress progress) {
    EmergingHotspots found =
        EmergingHotspots.of(cube, weights, before, scope, level, progress.part(0, 0.7));
    return hamedRao ? found.withHamedRao(progress.part(0.7, 1)) : found;
  }
}

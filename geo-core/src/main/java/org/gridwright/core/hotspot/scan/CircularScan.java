package org.gridwright.core.hotspot.scan;

import java.util.Optional;
import org.gridwright.core.work.Progress;

/**
 * Kulldorff's scan statistic with circular windows, in space or in space and time; see the
 * package's page for the sources. Stateless.
 *
 * <p>All windows are looked at, in the incidents and in every replica. Told is the one with the
 * greatest ratio, then again and again the one with the greatest ratio of all those that share no
 * place, whatever their steps, with one that was told. Keeping only the best window of each centre
 * would lose those that become the best when others are taken.
 *
 * <p>With n places, m places in the largest window, k steps, i intervals and R replicas it takes
 * time in proportion to n·m·(log m + R·k + R·i/32) and memory to n·k·min(R, 250), at most 128 MiB
 * for replicas. Runs in the pool of whoever calls.
 */
public final class CircularScan {

  private CircularScan() {}

  /**
   * Scans.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static ScanResult of(ScanData data, ScanOptions options, Progress progress) {
    ScanField field = new ScanField(data);
    Optional<NothingToScan> nothing = nothing(data, field);
    if (nothing.isPresent()) {
      return new FoundClusters(data, options, field, new double[0]).none(nothing.get());
    }
    ScanRun run = new ScanRun(data, options, field, progress);
    return new FoundClusters(data, options, field, run.greatest())
        .told(run.candidates(), new Intervals(field.steps(), options), progress);
  }

  private static Optional<NothingToScan> nothing(ScanData data, ScanField field) {
    Likelihood all = field.likelihood();
    if (all.cases() == 0) {
      return Optional.of(NothingToScan.NO_CASES);
    }
    if (field.size() * field.steps() == 1) {
      return Optional.of(NothingToScan.ONE_PLACE);
    }
    return data.model() == ScanModel.BERNOULLI && all.cases() == field.capTotal()
        ? Optional.of(NothingToScan.NO_CONTROLS)
        : Optional.empty();
  }
}

package org.gridwright.core.hotspot.scan;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A window that was found. Immutable.
 *
 * @param centre number of the place in the middle, from 0
 * @param members numbers of the places, nearest to the centre first; by number where equally near
 * @param radiusMetres from the centre to the farthest member
 * @param firstStep of time, from 0
 * @param lastStep of time, itself in the window
 * @param population inside, in all steps of the window together; for a space-time permutation
 *     absent
 * @param count incidents inside
 * @param expected incidents inside
 * @param relativeRisk count over expected inside, over the same outside; absent where no incident
 *     is outside
 * @param ratio log likelihood ratio
 * @param p by rank among the replicas, (r + 1) / (m + 1); absent without replicas
 * @param gumbelP by the Gumbel distribution of the replicas; absent where there is none to fit
 * @param recurrenceSteps so many steps would on average pass until chance alone makes something as
 *     strong, were the scan made once a step; for prospective scans only
 */
public record ScanCluster(
    int centre,
    List<Integer> members,
    double radiusMetres,
    int firstStep,
    int lastStep,
    OptionalDouble population,
    int count,
    double expected,
    OptionalDouble relativeRisk,
    double ratio,
    OptionalDouble p,
    OptionalDouble gumbelP,
    OptionalDouble recurrenceSteps) {

  public ScanCluster {
    members = List.copyOf(members);
  }

  /** Whether there are more incidents than expected; otherwise there are fewer. */
  public boolean isHigh() {
    return count > expected;
  }
}

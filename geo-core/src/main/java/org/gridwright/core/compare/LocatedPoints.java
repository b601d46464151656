package org.gridwright.core.compare;

import java.util.Arrays;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.service.Points;
import org.gridwright.core.work.Progress;

/**
 * Points of a city, each with the grid that owns it in either of two plans. Immutable and safe to
 * read from any thread.
 */
public final class LocatedPoints {

  /** No points. */
  public static final LocatedPoints NONE = new LocatedPoints(new int[0], new int[0]);

  private final int[] from;
  private final int[] to;

  private LocatedPoints(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  /** Points looked up between two checkpoints: a few milliseconds. */
  private static final int BATCH = 1 << 16;

  /** As {@link #of(Locator, Locator, Points, Progress)}, unwatched. */
  public static LocatedPoints of(Locator from, Locator to, Points points) {
    return of(from, to, points, Progress.NONE);
  }

  /**
   * Looks points up, twice each.
   *
   * @param from of the earlier plan's grids
   * @param to of the later plan's grids
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static LocatedPoints of(Locator from, Locator to, Points points, Progress progress) {
    int[] x = new int[points.size()];
    int[] y = new int[points.size()];
    Arrays.setAll(x, points::x);
    Arrays.setAll(y, points::y);
    return new LocatedPoints(
        owners(from, x, y, progress.part(0, 0.5)), owners(to, x, y, progress.part(0.5, 1)));
  }

  int size() {
    return from.length;
  }

  /**
   * Where the points are in one of the plans.
   *
   * @param earlier whether the first plan is meant, otherwise the second
   * @param depth of the level that is meant
   * @return for each point the index of its unit, or {@link Overlap#NOBODY}
   */
  int[] units(boolean earlier, Plan plan, int depth) {
    int[] grids = earlier ? from : to;
    int[] ancestors = plan.ancestorsOfGrids(depth);
    int[] units = new int[grids.length];
    Arrays.setAll(
        units, k -> grids[k] == Locator.NOBODY ? Overlap.NOBODY : ancestors[grids[k] - 1]);
    return units;
  }

  private static int[] owners(Locator locator, int[] x, int[] y, Progress progress) {
    int[] owners = new int[x.length];
    for (int begin = 0; begin < x.length; begin += BATCH) {
      progress.at(begin, x.length);
      locator.owners(x, y, begin, Math.min(x.length, begin + BATCH), owners);
    }
    return owners;
  }
}

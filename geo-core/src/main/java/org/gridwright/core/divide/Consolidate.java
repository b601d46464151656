package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Joins grids to fewer, so that those are as equal as can be: from 27 to 15, say. Outlines inside a
 * joined grid vanish, all others stay; grids are joined within their parent only, so that upper
 * units stay as they are. Pure and thread-safe. See {@link Grouping} for the algorithm.
 */
public final class Consolidate {

  private Consolidate() {}

  /** As {@link #propose(Plan, ConsolidateOptions, Progress)}, unwatched. */
  public static Redraw propose(Plan plan, ConsolidateOptions options) {
    return propose(plan, options, Progress.NONE);
  }

  /**
   * What joining would do to a plan. Changes nothing.
   *
   * @throws DivideException when a grid is missing, grids overlap, or there are to be more grids
   *     than before or fewer than parents
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Redraw propose(Plan plan, ConsolidateOptions options, Progress progress) {
    Map<String, List<Unit>> families = families(plan, options);
    List<GridFamily> groups = new ArrayList<>();
    List<Unit> gone = families.values().stream().flatMap(List::stream).toList();
    List<Unit> others = new ArrayList<>(plan.grids());
    others.removeAll(gone);
    PointOwners owners = new PointOwners(gone.stream().map(Unit::drawnArea).toList());
    int[] owner =
        owners.ofAll(
            options.weights(),
            new PointOwners(others.stream().map(Unit::drawnArea).toList()),
            progress);
    int first = 0;
    for (List<Unit> family : families.values()) {
      groups.add(GridFamily.of(plan, family, options.weights(), owner, first, progress));
      first += family.size();
    }
    int[] counts = allot(groups, options.count());
    List<NewGrid> grids = new ArrayList<>();
    double metres = 0;
    for (int g = 0; g < counts.length; g++) {
      GridFamily family = groups.get(g);
      int[] joined = family.join(counts[g], options.seed(), part(progress, g, counts.length));
      grids.addAll(family.grids(g, joined, counts[g], progress));
      metres += family.borderMetres(joined);
    }
    Map<Integer, String> before = new TreeMap<>();
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] >= 0) {
        before.put(i, gone.get(owner[i]).code());
      }
    }
    Measures measures = new Measures(grids, options.weights(), before, progress.part(0.8, 0.9));
    Map<Integer, String> names = new TreeMap<>();
    List<List<Unit>> goneByGroup = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      Unit any = groups.get(g).units().get(0);
      names.put(g, any.parent().orElse(plan.theme().id()));
      goneByGroup.add(groups.get(g).units());
    }
    List<String> codes = new Codes(plan, Divide.codes(gone)).of(grids);
    boolean weighed = groups.stream().noneMatch(GridFamily::byArea);
    boolean measured = groups.stream().allMatch(GridFamily::byArea);
    RedrawReport report =
        measures.report(
            weighed
                ? RedrawReport.Basis.WEIGHT
                : measured ? RedrawReport.Basis.AREA : RedrawReport.Basis.BOTH,
            options.tolerance(),
            codes,
            names,
            new Measures.Borders(metres, 0, Set.of(), 0));
    return new Assembly(plan, goneByGroup, BorderStops.NONE, progress.part(0.9, 1))
        .redraw(grids, codes, report);
  }

  /** Joining takes most of the time, each family a share of it. */
  private static Progress part(Progress progress, double family, int families) {
    return progress.part(0.1 + 0.7 * family / families, 0.1 + 0.7 * (family + 1) / families);
  }

  private static Map<String, List<Unit>> families(Plan plan, ConsolidateOptions options) {
    Map<String, List<Unit>> families = new LinkedHashMap<>();
    for (String code : options.grids()) {
      Unit grid =
          plan.unit(plan.theme().gridLevel().depth(), code)
              .orElseThrow(
                  () ->
                      new DivideException(
                          DivideException.Code.UNIT,
                          Message.core("divide.unit", code, plan.theme().id())));
      families.computeIfAbsent(grid.parent().orElse(""), it -> new ArrayList<>()).add(grid);
    }
    if (options.count() < Math.max(1, families.size())
        || options.count() > options.grids().size()) {
      throw new DivideException(
          DivideException.Code.COUNT,
          Message.core(
              "divide.consolidate-count",
              options.grids().size(),
              options.count(),
              families.size()));
    }
    return families;
  }

  /** Shares out a number of grids by load, at least one and at most what there is to each. */
  private static int[] allot(List<GridFamily> groups, int total) {
    boolean byArea = groups.stream().mapToDouble(GridFamily::weight).sum() == 0;
    double[] size =
        groups.stream().mapToDouble(it -> byArea ? it.squareMetres() : it.weight()).toArray();
    int[] counts = new int[size.length];
    PriorityQueue<Integer> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(
                    (Integer g) -> -size[g] / Math.sqrt(counts[g] * (counts[g] + 1.0)))
                .thenComparingInt(g -> g));
    IntStream.range(0, counts.length).forEach(g -> counts[g] = 1);
    IntStream.range(0, counts.length)
        .filter(g -> groups.get(g).units().size() > 1)
        .forEach(queue::add);
    for (int given = counts.length; given < total; given++) {
      int next = queue.remove();
      counts[next]++;
      if (counts[next] < groups.get(next).units().size()) {
        queue.add(next);
      }
    }
    return counts;
  }
}

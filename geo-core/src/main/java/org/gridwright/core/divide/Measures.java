package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.flow.Fact;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/** Measures new grids. For one use by one thread. */
final class Measures {

  private final List<NewGrid> grids;
  private final WeightedPoints weights;
  private final Map<Integer, String> gridBefore;
  private final Progress progress;
  private final Map<Integer, Double> meanOfGroup = new TreeMap<>();
  private final List<Message> notes = new ArrayList<>();

  /**
   * What the borders among the new grids are like.
   *
   * @param metres their length
   * @param streetMetres length that lies on given lines
   * @param streetsCut numbers of the lines inside more than one grid
   * @param streetCuts in how many more than one, summed
   */
  record Borders(double metres, double streetMetres, Set<Integer> streetsCut, int streetCuts) {

    static final Borders NONE = new Borders(0, 0, Set.of(), 0);

    /** Those of two units; a line that is cut in both counts once as a line. */
    Borders plus(Borders other) {
      Set<Integer> cut = new HashSet<>(streetsCut);
      cut.addAll(other.streetsCut);
      return new Borders(
          metres + other.metres,
          streetMetres + other.streetMetres,
          cut,
          streetCuts + other.streetCuts);
    }
  }

  /**
   * @param gridBefore code of the grid that a point is in now, by its position among the weights
   */
  Measures(
      List<NewGrid> grids,
      WeightedPoints weights,
      Map<Integer, String> gridBefore,
      Progress progress) {
    this.grids = grids;
    this.weights = weights;
    this.gridBefore = gridBefore;
    this.progress = progress;
    Map<Integer, double[]> sums = new TreeMap<>();
    for (NewGrid grid : grids) {
      double[] sum = sums.computeIfAbsent(grid.group(), it -> new double[2]);
      sum[0] += grid.load();
      sum[1]++;
    }
    sums.forEach((group, sum) -> meanOfGroup.put(group, sum[0] / sum[1]));
  }

  void note(Message message) {
    notes.add(message);
  }

  double weight(NewGrid grid) {
    return IntStream.of(grid.points()).mapToDouble(weights::weight).sum();
  }

  double deviation(NewGrid grid) {
    double mean = meanOfGroup.getOrDefault(grid.group(), 0.0);
    return mean == 0 ? 0 : grid.load() / mean - 1;
  }

  /**
   * The report.
   *
   * @param codes of the grids
   * @param nameOfGroup code of the unit that a group takes the ground of
   */
  RedrawReport report(
      RedrawReport.Basis basis,
      double tolerance,
      List<String> codes,
      Map<Integer, String> nameOfGroup,
      Borders borders) {
    Steps steps = progress.steps(grids.size());
    List<GroundShape> shapes = grids.parallelStream().map(grid -> shape(grid, steps)).toList();
    List<RedrawReport.Grid> measured = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      NewGrid grid = grids.get(i);
      GroundShape shape = shapes.get(i);
      measured.add(
          new RedrawReport.Grid(
              codes.get(i),
              grid.parent(),
              Objects.requireNonNull(nameOfGroup.get(grid.group())),
              weight(grid),
              Fact.COUNTED,
              grid.points().length,
              deviation(grid),
              shape.squareMetres(),
              shape.polsbyPopper(),
              shape.reock(),
              shape.parts(),
              grid.from()));
    }
    measured.sort(Comparator.comparing(RedrawReport.Grid::code, Plan.CODE_ORDER));
    int[] moving = moving();
    List<NewGrid> alike = basis == RedrawReport.Basis.BOTH ? weighed() : grids;
    double mean = alike.stream().mapToDouble(NewGrid::load).average().orElse(0);
    double squares =
        alike.stream().mapToDouble(it -> Math.pow(it.load() - mean, 2)).average().orElse(0);
    double farthest = alike.stream().mapToDouble(it -> Math.abs(it.load() - mean)).max().orElse(0);
    return new RedrawReport(
        basis,
        tolerance,
        mean,
        grids.stream().mapToDouble(it -> Math.abs(deviation(it))).max().orElse(0),
        mean == 0 ? 0 : farthest / mean,
        mean == 0 ? 0 : Math.sqrt(squares) / mean,
        shapes.stream().mapToDouble(GroundShape::polsbyPopper).average().orElse(0),
        shapes.stream().mapToDouble(GroundShape::reock).average().orElse(0),
        (int) shapes.stream().filter(shape -> shape.parts() > 1).count(),
        borders.streetsCut().size(),
        borders.streetCuts(),
        borders.metres(),
        borders.metres() == 0 ? 0 : borders.streetMetres() / borders.metres(),
        moving.length,
        Arrays.stream(moving).mapToDouble(weights::weight).sum(),
        grids.stream().mapToDouble(this::weight).sum(),
        measured,
        notes);
  }

  private static GroundShape shape(NewGrid grid, Steps steps) {
    steps.done();
    return GroundShape.of(grid.area());
  }

  /** The grids that were balanced by weight: square metres can not be averaged with weights. */
  private List<NewGrid> weighed() {
    Set<Integer> groups = new HashSet<>();
    for (NewGrid grid : grids) {
      if (weight(grid) > 0) {
        groups.add(grid.group());
      }
    }
    return grids.stream().filter(grid -> groups.contains(grid.group())).toList();
  }

  private record Common(int grid, String before, double weight, int points) {}

  /** Points whose grid does not go on as the one they were in, greedily matched. */
  private int[] moving() {
    List<Common> common = new ArrayList<>();
    for (int g = 0; g < grids.size(); g++) {
      progress.checkpoint();
      Map<String, double[]> sums = new HashMap<>();
      for (int i : grids.get(g).points()) {
        String before = gridBefore.get(i);
        if (before != null) {
          double[] sum = sums.computeIfAbsent(before, it -> new double[2]);
          sum[0] += weights.weight(i);
          sum[1]++;
        }
      }
      int grid = g;
      sums.forEach((before, sum) -> common.add(new Common(grid, before, sum[0], (int) sum[1])));
    }
    common.sort(
        Comparator.comparingDouble(Common::weight)
            .thenComparingInt(Common::points)
            .reversed()
            .thenComparingInt(Common::grid)
            .thenComparing(Common::before));
    Map<Integer, String> goesOnAs = new HashMap<>();
    Set<String> matched = new HashSet<>();
    for (Common each : common) {
      if (!goesOnAs.containsKey(each.grid) && matched.add(each.before)) {
        goesOnAs.put(each.grid, each.before);
      }
    }
    return IntStream.range(0, grids.size())
        .flatMap(
            g ->
                IntStream.of(grids.get(g).points())
                    .filter(
                        i ->
                            gridBefore.containsKey(i)
                                && !gridBefore.get(i).equals(goesOnAs.get(g))))
        .toArray();
  }
}

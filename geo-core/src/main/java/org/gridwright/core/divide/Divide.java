package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Cuts units into grids of equal weight. Streets and outline enclose blocks; these are halved and
 * halved again ({@link Bisection}), and evened out ({@link Refinement}); units are worked on in
 * parallel. Pure and thread-safe.
 */
public final class Divide {

  /** Cuts may end between vertices on edges longer than this, in widths of a grid. */
  private static final double STOP_SPACING = 0.25;

  /** Where cutting begins and ends among all that is to do, as a share of the time. */
  private static final double CUTTING_FROM = 0.1;

  private static final double CUTTING_TO = 0.8;

  private Divide() {}

  /** As {@link #propose(Plan, DivideOptions, Progress)}, unwatched. */
  public static Redraw propose(Plan plan, DivideOptions options) {
    return propose(plan, options, Progress.NONE);
  }

  /**
   * What cutting would do to a plan. Changes nothing.
   *
   * @throws DivideException when a unit is missing, not drawn or not valid, of the wrong level, too
   *     small to be cut, or gets more grids than its codes can count
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Redraw propose(Plan plan, DivideOptions options, Progress progress) {
    List<Unit> units = units(plan, options, progress);
    List<LatticeMultiPolygon> drawn = units.stream().map(Unit::drawnArea).toList();
    DivisionGround ground = DivisionGround.of(plan, options, units, progress);
    double[] spacing = new double[units.size()];
    for (int i = 0; i < spacing.length; i++) {
      int parts = parts(options, units.get(i));
      double metres = GroundShape.of(drawn.get(i)).squareMetres();
      spacing[i] = parts == 1 ? Double.MAX_VALUE : STOP_SPACING * Math.sqrt(metres / parts);
    }
    LocalFrame frame = LocalFrame.around(plan.envelope());
    BorderStops stops = BorderStops.of(drawn, spacing, frame, ground.obstacles(), progress);
    Streets streets = new Streets(options.streets(), progress);
    Steps steps = progress.part(CUTTING_FROM, CUTTING_TO).steps(units.size());
    List<UnitCut> cuts =
        IntStream.range(0, units.size())
            .parallel()
            .mapToObj(
                i -> {
                  UnitCut cut =
                      UnitCut.of(
                          stops.insert(drawn.get(i)),
                          ground.points(i),
                          parts(options, units.get(i)),
                          options,
                          streets,
                          stops.points(),
                          progress);
                  steps.done();
                  return cut;
                })
            .toList();
    Progress rest = progress.part(CUTTING_TO, 1);
    return new Division(plan, options, units, ground, stops, cuts, rest).redraw();
  }

  /** As {@link #allot(Plan, int, List, int, WeightedPoints, Progress)}, unwatched. */
  public static Map<String, Integer> allot(
      Plan plan, int depth, List<String> codes, int total, WeightedPoints weights) {
    return allot(plan, depth, codes, total, weights, Progress.NONE);
  }

  /**
   * How many grids each of some units gets when a total is shared out by weight (by area where
   * nothing weighs anything), so that grids of different units are as nearly alike as can be: each
   * next grid goes to where weight / √(n (n + 1)) is largest (E. V. Huntington and J. A. Hill,
   * 1911). Every unit gets at least one.
   *
   * @param depth level of the units
   * @param codes of the units
   * @param total at least as many as there are units
   * @throws DivideException when it is less, or a unit is missing or not drawn
   */
  public static Map<String, Integer> allot(
      Plan plan,
      int depth,
      List<String> codes,
      int total,
      WeightedPoints weights,
      Progress progress) {
    Map<String, Integer> ones = new TreeMap<>(Plan.CODE_ORDER);
    codes.forEach(code -> ones.put(code, 1));
    if (total < ones.size()) {
      throw new DivideException(
          DivideException.Code.COUNT, Message.core("divide.total", total, ones.size()));
    }
    DivideOptions options = DivideOptions.of(depth, ones).withWeights(weights);
    List<Unit> units = units(plan, options, progress);
    DivisionGround ground = DivisionGround.of(plan, options, units, progress);
    double[] size = new double[units.size()];
    double weight = 0;
    for (int i = 0; i < size.length; i++) {
      size[i] = ground.weight(i, weights);
      weight += size[i];
    }
    for (int i = 0; i < size.length && weight == 0; i++) {
      size[i] = GroundShape.of(units.get(i).drawnArea()).squareMetres();
    }
    int[] parts = new int[size.length];
    Comparator<Integer> next =
        Comparator.comparingDouble((Integer i) -> -size[i] / Math.sqrt(parts[i] * (parts[i] + 1.0)))
            .thenComparingInt(i -> i);
    PriorityQueue<Integer> queue = new PriorityQueue<>(next);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = 1;
      queue.add(i);
    }
    for (int given = parts.length; given < total; given++) {
      int first = queue.remove();
      parts[first]++;
      queue.add(first);
    }
    Map<String, Integer> allotted = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      allotted.put(units.get(i).code(), parts[i]);
    }
    return Map.copyOf(allotted);
  }

  private static int parts(DivideOptions options, Unit unit) {
    return Objects.requireNonNull(options.parts().get(unit.code()));
  }

  /** The units to cut, in code order. */
  private static List<Unit> units(Plan plan, DivideOptions options, Progress progress) {
    int finest = plan.theme().gridLevel().depth();
    if (options.depth() != finest && options.depth() != finest - 1) {
      throw new DivideException(
          DivideException.Code.LEVEL,
          Message.core("divide.level", options.depth(), plan.theme().gridLevel().name()));
    }
    List<Unit> units = new ArrayList<>();
    for (Map.Entry<String, Integer> each : options.parts().entrySet()) {
      progress.checkpoint();
      Unit unit =
          plan.unit(options.depth(), each.getKey())
              .filter(it -> it.area() != null)
              .orElseThrow(
                  () ->
                      new DivideException(
                          DivideException.Code.UNIT,
                          Message.core("divide.unit", each.getKey(), plan.theme().id())));
      requireValid(unit.code(), unit.drawnArea());
      if (plan.theme().codes() == CodeScheme.CN15 && each.getValue() > 999) {
        throw new DivideException(
            DivideException.Code.COUNT,
            Message.core("divide.cn15-full", UnitCodes.of(unit.code()), 999));
      }
      units.add(unit);
    }
    return units;
  }

  static void requireValid(String code, LatticeMultiPolygon area) {
    TopologyValidationError error = new IsValidOp(LatticeJts.toSteps(area)).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      LatticePoint place = new LatticePoint((int) at.x, (int) at.y);
      throw new DivideException(
          DivideException.Code.GROUND,
          Message.core("divide.invalid", UnitCodes.of(code), place.lon(), place.lat()),
          place);
    }
  }

  /** Codes of a list. */
  static Set<String> codes(List<Unit> units) {
    Set<String> codes = new HashSet<>();
    units.forEach(unit -> codes.add(unit.code()));
    return codes;
  }
}

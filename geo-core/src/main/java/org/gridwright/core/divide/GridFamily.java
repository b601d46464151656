package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Grids with one parent, and which lie beside which. Immutable.
 *
 * @param units in code order
 * @param points for each grid the positions of its points among the weights
 * @param loads for each grid its weight, or its square metres where none has any
 */
record GridFamily(
    List<Unit> units,
    List<int[]> points,
    double[] loads,
    boolean byArea,
    double weight,
    double squareMetres,
    int[][] near,
    double[][] border) {

  private static final Theme THEME = Theme.of("family", "Family", CodeScheme.FREE, "part", "grid");

  /**
   * @param owner for each point the number of its grid, or -1
   * @param first number of the family's first grid
   * @param progress asked at each grid
   * @throws DivideException when the grids overlap
   */
  static GridFamily of(
      Plan plan,
      List<Unit> units,
      WeightedPoints weights,
      int[] owner,
      int first,
      Progress progress) {
    List<IntStream.Builder> points = new ArrayList<>();
    units.forEach(unit -> points.add(IntStream.builder()));
    double[] weight = new double[units.size()];
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] >= first && owner[i] < first + units.size()) {
        points.get(owner[i] - first).add(i);
        weight[owner[i] - first] += weights.weight(i);
      }
    }
    double[] area =
        units.stream().mapToDouble(it -> GroundShape.of(it.drawnArea()).squareMetres()).toArray();
    Partition partition = partition(units, new int[units.size()]);
    int[][] near = new int[area.length][];
    double[][] border = new double[area.length][];
    for (int i = 0; i < area.length; i++) {
      progress.checkpoint();
      List<Partition.Neighbour> neighbours = partition.neighbours(i);
      near[i] = neighbours.stream().mapToInt(Partition.Neighbour::grid).toArray();
      border[i] = neighbours.stream().mapToDouble(Partition.Neighbour::sharedMetres).toArray();
    }
    connect(units, near, border, progress);
    double total = Arrays.stream(weight).sum();
    return new GridFamily(
        List.copyOf(units),
        points.stream().map(it -> it.build().toArray()).toList(),
        total > 0 ? weight : area,
        total == 0,
        total,
        Arrays.stream(area).sum(),
        near,
        border);
  }

  /** The partition of grids, with a part above them for each group. */
  private static Partition partition(List<Unit> units, int[] group) {
    Map<String, Unit> all = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      String part = String.format(Locale.ROOT, "%07d", group[i]);
      String code = String.format(Locale.ROOT, "g%07d", i);
      all.put(part, new Unit(0, part, null, part, Map.of(), null));
      all.put(code, new Unit(1, code, part, code, Map.of(), units.get(i).drawnArea()));
    }
    try {
      return Partition.of(Plan.of(THEME, all.values()));
    } catch (NotSeamlessException e) {
      throw new DivideException(
          DivideException.Code.GROUND,
          Message.core("divide.not-seamless", UnitCodes.of(units.get(0).code()), e.lon(), e.lat()),
          LatticePoint.ofDegrees(e.lon(), e.lat()));
    }
  }

  /** Makes grids neighbours that do not touch, until all are connected: the nearest ones. */
  private static void connect(
      List<Unit> units, int[][] near, double[][] border, Progress progress) {
    LocalFrame frame = LocalFrame.around(units.get(0).drawnArea().envelope());
    while (true) {
      boolean[] reached = new boolean[near.length];
      List<Integer> order = new ArrayList<>(List.of(0));
      reached[0] = true;
      for (int i = 0; i < order.size(); i++) {
        for (int next : near[order.get(i)]) {
          if (!reached[next]) {
            reached[next] = true;
            order.add(next);
          }
        }
      }
      if (order.size() == near.length) {
        return;
      }
      int from = -1;
      int to = -1;
      double nearest = Double.POSITIVE_INFINITY;
      for (int a : order) {
        progress.checkpoint();
        for (int b = 0; b < near.length; b++) {
          double metres = reached[b] ? Double.POSITIVE_INFINITY : apart(units, frame, a, b);
          if (metres < nearest) {
            nearest = metres;
            from = a;
            to = b;
          }
        }
      }
      link(near, border, from, to);
      link(near, border, to, from);
    }
  }

  private static double apart(List<Unit> units, LocalFrame frame, int a, int b) {
    LocalFrame first = LocalFrame.around(units.get(a).drawnArea().envelope());
    LocalFrame second = LocalFrame.around(units.get(b).drawnArea().envelope());
    return Math.hypot(
        (first.x0() - second.x0()) * frame.east(), (first.y0() - second.y0()) * frame.north());
  }

  private static void link(int[][] near, double[][] border, int from, int to) {
    near[from] = Arrays.copyOf(near[from], near[from].length + 1);
    near[from][near[from].length - 1] = to;
    border[from] = Arrays.copyOf(border[from], near[from].length);
  }

  /** The group of each grid when they are joined to a number of groups. */
  int[] join(int count, long seed, Progress progress) {
    return new Grouping(loads, near, border, count, seed, progress).best();
  }

  /** The joined grids. The heaviest member of each is its heir. */
  List<NewGrid> grids(int number, int[] group, int count, Progress progress) {
    Map<Integer, LatticeMultiPolygon> areas = partition(units, group).outlines(0);
    List<NewGrid> grids = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      progress.checkpoint();
      int part = g;
      int[] members = IntStream.range(0, group.length).filter(i -> group[i] == part).toArray();
      int heaviest = members[0];
      double load = 0;
      for (int i : members) {
        heaviest = loads[i] > loads[heaviest] ? i : heaviest;
        load += loads[i];
      }
      Unit heir = units.get(heaviest);
      grids.add(
          new NewGrid(
              number,
              heir.parentCode(),
              heir.code(),
              heir.code(),
              members.length == 1 ? heir.drawnArea() : Objects.requireNonNull(areas.get(g)),
              IntStream.of(members).flatMap(i -> IntStream.of(points.get(i))).sorted().toArray(),
              load,
              IntStream.of(members).mapToObj(i -> units.get(i).code()).toList()));
    }
    return grids;
  }

  /** Length of the borders between grids of different groups. */
  double borderMetres(int[] group) {
    double metres = 0;
    for (int i = 0; i < group.length; i++) {
      for (int k = 0; k < near[i].length; k++) {
        metres += group[near[i][k]] > group[i] ? border[i][k] : 0;
      }
    }
    return metres;
  }
}

package org.gridwright.api.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * Seeded edits as a planner draws them, as JSON of the HTTP interface. Each concerns two grids side
 * by side that no earlier one has touched, so that every one of them can be made whatever was made
 * before.
 */
final class DrawnEdits {

  /** What is drawn, in the order in which a round draws it. */
  static final List<String> KINDS =
      List.of("split", "merge", "move-vertex", "reshape", "transfer", "rename");

  private static final int BESIDE = 1_000;

  private final Plan plan;
  private final int from;
  private final int to;
  private final Random random;
  private final Set<Integer> used = new TreeSet<>();

  DrawnEdits(Plan plan, long seed) {
    this(plan, 0, plan.grids().size(), seed);
  }

  /** On the ground of the grids from one index to another, which is left out. */
  DrawnEdits(Plan plan, int from, int to, long seed) {
    this.plan = plan;
    this.from = from;
    this.to = to;
    this.random = new Random(seed);
  }

  /** Two grids and the vertices that both have, in the order of the first one's ring. */
  private record Pair(Unit first, Unit second, List<LatticePoint> border) {

    LatticePoint middle() {
      return border.get(border.size() / 2);
    }
  }

  /** An edit of a kind somewhere in the plan. */
  String next(String kind) {
    Pair pair = pair();
    String first = pair.first().code();
    String second = pair.second().code();
    return switch (kind) {
      case "split" -> split(pair.first());
      case "merge" -> "{\"type\":\"merge\",\"units\":[\"%s\",\"%s\"]}".formatted(first, second);
      case "move-vertex" ->
          "{\"type\":\"move-vertex\",\"from\":%s,\"to\":%s}"
              .formatted(at(pair.middle(), 0, 0), at(pair.middle(), 150, 100));
      case "reshape" -> {
        int count = pair.border().size();
        LatticePoint from = pair.border().get(count / 4);
        LatticePoint to = pair.border().get(count * 3 / 4);
        yield "{\"type\":\"reshape\",\"units\":[\"%s\",\"%s\"],\"line\":%s}"
            .formatted(
                first,
                second,
                line(at(from, -50, 0), at(from, 2_500, 0), at(to, 2_500, 0), at(to, -50, 0)));
      }
      case "transfer" ->
          "{\"type\":\"transfer\",\"to\":\"%s\",\"area\":%s}"
              .formatted(first, square(pair.middle(), 2_000));
      default -> rename(pair.first(), "renamed " + used.size());
    };
  }

  static String rename(Unit grid, String name) {
    return "{\"type\":\"rename\",\"unit\":\"%s\",\"name\":\"%s\"}".formatted(grid.code(), name);
  }

  /** In halves, by a line from west to east. */
  static String split(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    int y = (int) (((long) box.minY() + box.maxY()) / 2);
    String line =
        line(
            at(new LatticePoint(box.minX(), y), -BESIDE, 0),
            at(new LatticePoint(box.maxX(), y), BESIDE, 0));
    return "{\"type\":\"split\",\"unit\":\"%s\",\"line\":%s}".formatted(grid.code(), line);
  }

  private Pair pair() {
    while (true) {
      int index = random.nextInt(from, to - 1);
      if (used.contains(index) || used.contains(index + 1)) {
        continue;
      }
      Unit first = plan.grids().get(index);
      Unit second = plan.grids().get(index + 1);
      List<LatticePoint> border = vertices(first);
      border.retainAll(new HashSet<>(vertices(second)));
      if (border.size() >= 8) {
        used.add(index);
        used.add(index + 1);
        return new Pair(first, second, border);
      }
    }
  }

  private static List<LatticePoint> vertices(Unit grid) {
    LatticeRing shell = grid.drawnArea().polygons().get(0).shell();
    List<LatticePoint> vertices = new ArrayList<>();
    for (int i = 1; i < shell.size(); i++) {
      vertices.add(new LatticePoint(shell.x(i), shell.y(i)));
    }
    return vertices;
  }

  private static String square(LatticePoint middle, int half) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[%s,%s,%s,%s,%s]]}"
        .formatted(
            at(middle, -half, -half),
            at(middle, half, -half),
            at(middle, half, half),
            at(middle, -half, half),
            at(middle, -half, -half));
  }

  private static String line(String... positions) {
    return "{\"type\":\"LineString\",\"coordinates\":[%s]}".formatted(String.join(",", positions));
  }

  /** The position some lattice steps east and north of a point. */
  private static String at(LatticePoint point, int east, int north) {
    return String.format(
        Locale.ROOT, "[%.7f,%.7f]", (point.x() + east) / 1e7, (point.y() + north) / 1e7);
  }
}

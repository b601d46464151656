package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Unit;

/** Seeded edits of all kinds, of which many make no sense and have to be refused. */
final class RandomEdits {

  /** The kinds, in the order in which benchmarks and reports name them. */
  static final List<String> KINDS =
      List.of(
          "split",
          "cut-out",
          "merge",
          "reshape",
          "move-vertex",
          "add-vertex",
          "remove-vertex",
          "transfer",
          "transfer-places",
          "transfer-blocks",
          "add-unit",
          "retire",
          "rename",
          "recode",
          "change-parent",
          "renumber");

  private final Random random;
  private int made;

  RandomEdits(long seed) {
    this.random = new Random(seed);
  }

  Edit next(EditablePlan plan) {
    return next(plan, KINDS.get(random.nextInt(KINDS.size() - 1)));
  }

  /** An edit of a kind somewhere in the plan. */
  Edit next(EditablePlan plan, String kind) {
    Unit grid = plan.plan().grids().get(random.nextInt(plan.plan().grids().size()));
    int depth = grid.depth();
    String fresh = "e" + made++;
    return switch (kind) {
      case "split" -> new Edit.Split(grid.code(), across(grid), keeper(), List.of(fresh));
      case "cut-out" -> new Edit.CutOut(grid.code(), blob(grid), keeper(), fresh);
      case "merge" -> new Edit.Merge(List.of(grid.code(), near(plan, grid).code()), null, false);
      case "reshape" -> new Edit.Reshape(grid.code(), near(plan, grid).code(), across(grid));
      case "move-vertex" -> {
        LatticePoint from = vertex(grid);
        yield new Edit.MoveVertex(from, shifted(from, size(grid) / 20));
      }
      case "add-vertex" -> {
        LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
        int i = random.nextInt(ring.size() - 1);
        LatticePoint a = new LatticePoint(ring.x(i), ring.y(i));
        LatticePoint b = new LatticePoint(ring.x(i + 1), ring.y(i + 1));
        LatticePoint middle =
            new LatticePoint(
                (int) (((long) a.x() + b.x()) / 2), (int) (((long) a.y() + b.y()) / 2));
        yield new Edit.AddVertex(shifted(middle, size(grid) / 50), a, b);
      }
      case "remove-vertex" -> new Edit.RemoveVertex(vertex(grid));
      case "transfer" -> new Edit.Transfer(List.of(), grid.code(), blob(near(plan, grid)), false);
      case "transfer-places" -> {
        Unit giver = near(plan, grid);
        LatticePoint around = vertex(giver);
        List<LatticePoint> places = new ArrayList<>(within(giver, 40));
        places.sort(Comparator.comparingDouble(it -> distance(it, around)));
        int chosen = 1 + random.nextInt(places.size() / 2);
        yield new Edit.TransferPlaces(
            List.of(),
            grid.code(),
            places.subList(0, chosen),
            places.subList(chosen, places.size()),
            false);
      }
      case "transfer-blocks" -> {
        Unit giver = near(plan, grid);
        List<LatticeLine> streets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          List<LatticePoint> line = across(giver);
          if (line.stream().distinct().count() > 1) {
            streets.add(
                LatticeLine.of(
                    line.stream().flatMapToInt(it -> IntStream.of(it.x(), it.y())).toArray()));
          }
        }
        yield new Edit.TransferBlocks(
            List.of(giver.code()), grid.code(), within(giver, 2), streets, false);
      }
      case "add-unit" -> new Edit.AddUnit(fresh, null, null, blob(grid));
      case "retire" -> new Edit.Retire(grid.code(), Heir.Rule.LONGEST_BORDER);
      case "rename" -> new Edit.Rename(depth, grid.code(), "Name " + fresh, Map.of("en", fresh));
      case "recode" -> new Edit.Recode(depth, grid.code(), fresh);
      case "change-parent" ->
          new Edit.ChangeParent(depth, grid.code(), near(plan, grid).parent().orElse("none"));
      default -> new Edit.Renumber(Math.max(0, depth - 1), grid.parent().orElse("none"));
    };
  }

  private Keeper keeper() {
    return Keeper.Rule.values()[random.nextInt(Keeper.Rule.values().length)];
  }

  private Unit near(EditablePlan plan, Unit grid) {
    List<Unit> near = plan.gridsNear(grid.drawnArea().envelope());
    return near.get(random.nextInt(near.size()));
  }

  private LatticePoint vertex(Unit grid) {
    LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
    int i = random.nextInt(ring.size());
    return new LatticePoint(ring.x(i), ring.y(i));
  }

  /** Places in the rectangle of a grid, mostly its own. */
  private List<LatticePoint> within(Unit grid, int count) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    List<LatticePoint> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(
          new LatticePoint(
              box.minX() + (int) (random.nextDouble() * ((double) box.maxX() - box.minX())),
              box.minY() + (int) (random.nextDouble() * ((double) box.maxY() - box.minY()))));
    }
    return places;
  }

  private static double distance(LatticePoint a, LatticePoint b) {
    return Math.hypot((double) a.x() - b.x(), (double) a.y() - b.y());
  }

  private static int size(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    return Math.max(box.maxX() - box.minX(), box.maxY() - box.minY());
  }

  private LatticePoint shifted(LatticePoint point, int reach) {
    int most = Math.max(1, reach);
    return new LatticePoint(
        point.x() + random.nextInt(2 * most + 1) - most,
        point.y() + random.nextInt(2 * most + 1) - most);
  }

  /** A line of two to five points over a grid, from outside to outside more often than not. */
  private List<LatticePoint> across(Unit grid) {
    LatticeEnvelope box = grid.drawnArea().envelope();
    LatticePoint middle =
        new LatticePoint(
            (int) (((long) box.minX() + box.maxX()) / 2),
            (int) (((long) box.minY() + box.maxY()) / 2));
    int size = size(grid);
    double angle = random.nextDouble() * Math.PI;
    int points = 2 + random.nextInt(4);
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double t = (2.0 * i / (points - 1) - 1) * size * (0.5 + random.nextDouble() / 2);
      LatticePoint at =
          new LatticePoint(
              (int) (middle.x() + t * Math.cos(angle)), (int) (middle.y() + t * Math.sin(angle)));
      line.add(random.nextInt(10) == 0 ? vertex(grid) : shifted(at, size / 8));
    }
    return line;
  }

  /** A quadrilateral around a place on the outline of a grid. */
  private LatticeMultiPolygon blob(Unit grid) {
    LatticePoint at = vertex(grid);
    int size = Math.max(4, size(grid) / 4);
    LatticePoint[] corners = {
      shifted(new LatticePoint(at.x() - size, at.y() - size), size / 2),
      shifted(new LatticePoint(at.x() + size, at.y() - size), size / 2),
      shifted(new LatticePoint(at.x() + size, at.y() + size), size / 2),
      shifted(new LatticePoint(at.x() - size, at.y() + size), size / 2)
    };
    int[] xy = new int[10];
    for (int i = 0; i < 5; i++) {
      xy[2 * i] = corners[i % 4].x();
      xy[2 * i + 1] = corners[i % 4].y();
    }
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }
}

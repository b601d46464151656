package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/** Seeded edits of all kinds, of which many make no sense and have to be refused. */
public final class EditGenerator {

  /** The kinds, in the order in which benchmarks and reports name them. */
  public static final List<String> KINDS =
      List.of(
          "split",
          "cut-out",
          "merge",
          "reshape",
          "move-vertex",
          "add-vertex",
          "remove-vertex",
          "pull-border",
          "straighten",
          "smooth",
          "simplify",
          "transfer",
          "transfer-places",
          "transfer-blocks",
          "add-unit",
          "retire",
          "retire-nearest",
          "retire-into",
          "exchange",
          "assign-blocks",
          "assign-parents",
          "rename",
          "attributes",
          "recode",
          "change-parent",
          "new-parent",
          "declare-void",
          "drop-void",
          "batch",
          "renumber");

  private static final List<String> ADDING = List.of("split", "cut-out", "add-unit");
  private static final List<String> TAKING =
      List.of("merge", "retire", "retire-nearest", "retire-into");

  private final Random random;
  private final RandomShapes shapes;
  private int made;

  public EditGenerator(long seed) {
    this.random = new Random(seed);
    this.shapes = new RandomShapes(random);
  }

  /** A kind that keeps the number of grids within a quarter of the one that is aimed at. */
  String kind(Plan plan, int grids) {
    List<String> fitting = new ArrayList<>(KINDS);
    if (plan.grids().size() > grids * 5L / 4) {
      fitting.removeAll(ADDING);
    } else if (plan.grids().size() < grids * 3L / 4) {
      fitting.removeAll(TAKING);
    }
    return fitting.get(random.nextInt(fitting.size()));
  }

  /** An edit of any kind, all of them equally often as long as there are about so many grids. */
  public Edit next(EditablePlan plan, int grids) {
    return next(plan, kind(plan.plan(), grids));
  }

  /** An edit of a kind somewhere in the plan. */
  Edit next(EditablePlan plan, String kind) {
    Unit grid = any(plan.plan().grids());
    return switch (kind) {
      case "split" ->
          new SplitEdit(grid.code(), shapes.across(grid), keeper(), List.of(fresh(plan, grid)));
      case "cut-out" -> new CutOutEdit(grid.code(), shapes.blob(grid), keeper(), fresh(plan, grid));
      case "merge" -> new MergeEdit(List.of(grid.code(), near(plan, grid).code()), null, false);
      case "reshape" -> new ReshapeEdit(grid.code(), near(plan, grid).code(), shapes.across(grid));
      case "transfer" ->
          new TransferEdit(List.of(), grid.code(), shapes.blob(near(plan, grid)), false);
      case "add-unit" -> addUnit(plan);
      case "retire" -> new RetireEdit(grid.code(), Heir.By.LONGEST_BORDER);
      case "retire-nearest" -> new RetireEdit(grid.code(), Heir.By.NEAREST_BORDER);
      case "retire-into" -> new RetireEdit(grid.code(), new Heir.Named(near(plan, grid).code()));
      case "exchange" -> exchange(grid, near(plan, grid));
      case "assign-blocks" -> assignBlocks(plan, grid, near(plan, grid));
      case "assign-parents" -> assignParents(grid, near(plan, grid));
      case "batch" ->
          new BatchEdit(
              IntStream.range(0, 2 + random.nextInt(2))
                  .mapToObj(i -> next(plan, any(KINDS.subList(0, KINDS.size() - 2))))
                  .toList());
      case "transfer-places" -> transferPlaces(grid, near(plan, grid));
      case "transfer-blocks" -> transferBlocks(grid, near(plan, grid));
      case "move-vertex", "add-vertex", "remove-vertex" -> ofVertex(grid, kind);
      case "pull-border" -> pullBorder(grid);
      case "straighten" ->
          new EvenBorderEdit(shapes.vertex(grid), shapes.vertex(grid), BorderShape.STRAIGHT);
      case "smooth" ->
          new EvenBorderEdit(shapes.vertex(grid), shapes.vertex(grid), BorderShape.SMOOTH);
      case "simplify" -> simplify(plan, grid);
      default -> ofLabel(plan, kind);
    };
  }

  /** Two grids in each other's parents. */
  private Edit assignParents(Unit grid, Unit other) {
    Map<String, String> parents = new TreeMap<>();
    parents.put(grid.code(), other.parent().orElse("none"));
    parents.put(other.code(), grid.parent().orElse("none"));
    return new AssignParentsEdit(grid.depth(), parents, random.nextBoolean());
  }

  private Edit transferPlaces(Unit grid, Unit giver) {
    LatticePoint around = shapes.vertex(giver);
    List<LatticePoint> places = new ArrayList<>(shapes.within(giver, 40));
    places.sort(Comparator.comparingDouble(it -> RandomShapes.distance(it, around)));
    int chosen = 1 + random.nextInt(places.size() / 2);
    return new TransferPlacesEdit(
        List.of(),
        grid.code(),
        places.subList(0, chosen),
        places.subList(chosen, places.size()),
        false);
  }

  private Edit transferBlocks(Unit grid, Unit giver) {
    List<LatticeLine> streets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<LatticePoint> line = shapes.across(giver);
      if (line.stream().distinct().count() > 1) {
        streets.add(
            LatticeLine.of(
                line.stream().flatMapToInt(it -> IntStream.of(it.x(), it.y())).toArray()));
      }
    }
    return new TransferBlocksEdit(
        List.of(giver.code()), grid.code(), shapes.within(giver, 2), streets, false);
  }

  /** Beside one of some grids, the one nearest to the rim of the city. */
  private Edit addUnit(EditablePlan plan) {
    LatticeEnvelope all = plan.plan().envelope();
    Unit outer =
        Stream.generate(() -> any(plan.plan().grids()))
            .limit(20)
            .min(Comparator.comparingInt(grid -> rim(grid.drawnArea().envelope(), all)))
            .orElseThrow();
    String parent = random.nextBoolean() ? outer.parentCode() : null;
    return new AddUnitEdit(
        parent == null ? null : fresh(plan, outer), parent, null, shapes.blob(outer));
  }

  private static int rim(LatticeEnvelope box, LatticeEnvelope all) {
    return IntStream.of(
            box.minX() - all.minX(),
            box.minY() - all.minY(),
            all.maxX() - box.maxX(),
            all.maxY() - box.maxY())
        .min()
        .orElseThrow();
  }

  private Edit ofVertex(Unit grid, String kind) {
    if (kind.equals("remove-vertex")) {
      return new RemoveVertexEdit(shapes.vertex(grid));
    }
    if (kind.equals("move-vertex")) {
      LatticePoint from = shapes.vertex(grid);
      return new MoveVertexEdit(from, shapes.shifted(from, RandomShapes.size(grid) / 20));
    }
    List<LatticePoint> edge = shapes.edge(grid);
    LatticePoint middle = RandomShapes.middle(edge.get(0), edge.get(1));
    return new AddVertexEdit(
        shapes.shifted(middle, RandomShapes.size(grid) / 50), edge.get(0), edge.get(1));
  }

  private Edit pullBorder(Unit grid) {
    LatticePoint from = shapes.vertex(grid);
    int size = RandomShapes.size(grid);
    return new PullBorderEdit(
        from, shapes.shifted(from, size / 10), 0.01 * size * (0.2 + random.nextDouble()));
  }

  /** Of one unit at any level, now and then of all. */
  private Edit simplify(EditablePlan plan, Unit grid) {
    double limit = 0.01 * RandomShapes.size(grid) * (0.001 + 0.1 * random.nextDouble());
    if (random.nextInt(10) == 0) {
      return new SimplifyBordersEdit(0, List.of(), limit);
    }
    int depth = random.nextInt(plan.plan().theme().levels().size());
    return new SimplifyBordersEdit(depth, List.of(any(plan.plan().units(depth)).code()), limit);
  }

  /** Edits of names, codes, parents and voids, at any level that has them. */
  private Edit ofLabel(EditablePlan plan, String kind) {
    int depth = random.nextInt(plan.plan().theme().levels().size());
    Unit unit = any(plan.plan().units(depth));
    Unit grid = any(plan.plan().grids());
    String word = "e" + made++;
    return switch (kind) {
      case "rename" -> new RenameEdit(depth, unit.code(), "Name " + word, Map.of("en", word));
      case "attributes" ->
          random.nextInt(3) == 0
              ? new SetAttributesEdit(
                  grid.depth(),
                  grid.code(),
                  Map.of(FactWitness.WHOLE, Integer.toString(random.nextInt(500))))
              : new SetAttributesEdit(
                  depth, unit.code(), Map.of("note", random.nextInt(4) == 0 ? "" : word));
      case "recode" -> new RecodeEdit(depth, unit.code(), fresh(plan, unit));
      case "change-parent" ->
          new ChangeParentEdit(
              grid.depth(),
              List.of(grid.code()),
              near(plan, grid).parent().orElse("none"),
              random.nextBoolean());
      case "new-parent" ->
          new ChangeParentEdit(
              grid.depth(),
              List.of(grid.code(), near(plan, grid).code()),
              null,
              random.nextBoolean());
      case "declare-void" ->
          new DeclareVoidEdit(new DeclaredVoid(word, DeclaredVoid.Kind.OTHER, shapes.blob(grid)));
      case "drop-void" ->
          new DropVoidEdit(
              plan.plan().voids().isEmpty() ? "none" : any(plan.plan().voids()).name());
      default -> new RenumberEdit(Math.max(0, grid.depth() - 1), grid.parent().orElse("none"));
    };
  }

  /** A grid as a block goes to its neighbour, or becomes a new one. */
  private Edit assignBlocks(EditablePlan plan, Unit grid, Unit neighbour) {
    String to = random.nextBoolean() ? neighbour.code() : fresh(plan, grid);
    return new AssignBlocksEdit(
        List.of(new AssignedBlock("block", to, grid.drawnArea())),
        null,
        false,
        random.nextBoolean());
  }

  /** Two grids exchange their grounds; that is as seamless as before. */
  @SuppressWarnings("ReferenceEquality") // two grids may be drawn alike
  private static Edit exchange(Unit one, Unit other) {
    return new ReplaceAreasEdit(
        one == other
            ? Map.of(one.code(), one.drawnArea())
            : Map.of(one.code(), other.drawnArea(), other.code(), one.drawnArea()),
        List.of(),
        List.of(),
        List.of());
  }

  /** A code that is not in use, mostly, and fits beside a unit. */
  private String fresh(EditablePlan plan, Unit unit) {
    String word = "e" + made++;
    if (plan.plan().theme().codes() == CodeScheme.FREE) {
      return word;
    }
    String parent = unit.parent().orElse("");
    StringBuilder code = new StringBuilder(parent);
    while (code.length() < unit.code().length()) {
      code.append(random.nextInt(10));
    }
    return code.toString();
  }

  private Keeper keeper() {
    return Keeper.By.values()[random.nextInt(Keeper.By.values().length)];
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Unit near(EditablePlan plan, Unit grid) {
    return any(plan.gridsNear(grid.drawnArea().envelope()));
  }
}

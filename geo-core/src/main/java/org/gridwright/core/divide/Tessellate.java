package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.cells.CellGrid;
import org.gridwright.core.cells.HexGrid;
import org.gridwright.core.cells.SquareGrid;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.message.Message;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Lays squares or hexagons over land that has no grids yet. At the edge of the land cells are cut
 * off along it, and small pieces join the neighbour with the longest common border; the cells'
 * edges are led to vertices that the edge has. Pure and thread-safe.
 */
public final class Tessellate {

  private static final double STOP_SPACING = 0.25;
  private static final double LINK_REACH = 0.33;

  private Tessellate() {}

  /** As {@link #propose(Plan, TessellateOptions, Progress)}, unwatched. */
  public static Redraw propose(Plan plan, TessellateOptions options) {
    return propose(plan, options, Progress.NONE);
  }

  /**
   * What laying out cells would add to a plan. Changes nothing.
   *
   * @throws DivideException when the land is not valid or a grid lies on it, the parent is missing,
   *     or there would be too many cells
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Redraw propose(Plan plan, TessellateOptions options, Progress progress) {
    LatticeMultiPolygon area = options.area();
    Divide.requireValid(options.base(), area);
    requireFree(plan, options);
    double ground = GroundShape.of(area).squareMetres();
    double width = options.cellMetres();
    if (ground / (width * width) > TessellateOptions.MOST_CELLS) {
      throw new DivideException(
          DivideException.Code.COUNT,
          Message.core("divide.cells-many", width, TessellateOptions.MOST_CELLS));
    }
    LocalFrame frame = LocalFrame.around(area.envelope());
    List<LatticeMultiPolygon> outlines = new ArrayList<>(List.of(area));
    plan.grids().forEach(grid -> outlines.add(grid.drawnArea()));
    BorderStops stops =
        BorderStops.of(
            List.of(area),
            new double[] {STOP_SPACING * width},
            frame,
            new Obstacles(outlines),
            progress);
    Mosaic mosaic = cells(stops.insert(area), options, frame, progress);
    UnitCut cut = UnitCut.of(mosaic);
    Set<Long> used = cut.usedStops(stops.points());
    BorderStops kept = stops.keep(used, List.of(mosaic), new Obstacles(outlines), progress);
    Set<Long> gone = new HashSet<>(stops.points());
    gone.removeAll(kept.points());
    List<NewGrid> grids = new ArrayList<>();
    Steps steps = progress.part(0.5, 0.8).steps(mosaic.partCount());
    for (int part = 0; part < mosaic.partCount(); part++) {
      steps.done();
      grids.add(
          new NewGrid(
              0,
              options.parent(),
              options.base(),
              null,
              BorderStops.without(cut.area(part), gone),
              new int[0],
              mosaic.load(part),
              List.of()));
    }
    Measures measures = new Measures(grids, WeightedPoints.NONE, Map.of(), progress.part(0.8, 0.9));
    List<String> codes = new Codes(plan, Set.of()).of(grids);
    RedrawReport report =
        measures.report(
            RedrawReport.Basis.AREA, 0, codes, Map.of(0, options.base()), cut.borders());
    return new Assembly(plan, List.of(List.of()), kept, progress.part(0.9, 1))
        .redraw(grids, codes, report);
  }

  /** Blocks between the cells' edges, small ones joined to a neighbour, each a part of its own. */
  private static Mosaic cells(
      LatticeMultiPolygon area, TessellateOptions options, LocalFrame frame, Progress progress) {
    double width = options.cellMetres();
    CellGrid grid = grid(area.envelope(), options, frame);
    Streets lines = new Streets(grid.edgesOver(area.envelope()), progress);
    Blocks blocks = Blocks.of(area, lines.inside(area, frame, LINK_REACH * width), frame, progress);
    Mosaic mosaic =
        new Mosaic(
            frame, WeightedPoints.NONE, true, blocks.streets(), STOP_SPACING * width, progress);
    List<Face> faces = blocks.rings().stream().map(ring -> mosaic.add(ring, new int[0])).toList();
    mosaic.openParts(faces.size());
    IntStream.range(1, faces.size()).forEach(i -> mosaic.give(faces.get(i), i));
    double smallest = options.smallestShare() * grid.squareMetres();
    List<Face> small = new ArrayList<>(faces);
    small.removeIf(face -> face.squareMetres >= smallest);
    small.sort(Comparator.comparingDouble(face -> face.squareMetres));
    for (Face face : small) {
      joinIfSmall(mosaic, face, smallest);
    }
    mosaic.dropEmptyParts();
    return mosaic;
  }

  /** Cells from the south-west corner of the land's rectangle on. */
  private static CellGrid grid(LatticeEnvelope box, TessellateOptions options, LocalFrame frame) {
    double width = options.cellMetres();
    if (options.cells() == TessellateOptions.CellForm.SQUARE) {
      return new SquareGrid(frame.movedTo(box.minX(), box.minY()), width);
    }
    double east = width / 2 / frame.east();
    double north = width / Math.sqrt(3) / frame.north();
    return new HexGrid(frame.movedTo(box.minX() + east, box.minY() + north), width);
  }

  private static void joinIfSmall(Mosaic mosaic, Face face, double smallest) {
    int part = face.part;
    if (mosaic.squareMetres(part) >= smallest) {
      return;
    }
    Map<Integer, Double> borders = new HashMap<>();
    for (Face member : mosaic.part(part)) {
      mosaic
          .bordersByPart(member)
          .forEach((other, cost) -> borders.merge(other, cost, Double::sum));
    }
    borders.remove(part);
    borders.entrySet().stream()
        .max(
            Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .ifPresent(
            best ->
                List.copyOf(mosaic.part(part))
                    .forEach(member -> mosaic.give(member, best.getKey())));
  }

  private static void requireFree(Plan plan, TessellateOptions options) {
    int finest = plan.theme().gridLevel().depth();
    if (finest > 0
        && (options.parent() == null || plan.unit(finest - 1, options.parent()).isEmpty())) {
      throw new DivideException(
          DivideException.Code.UNIT,
          Message.core("divide.unit", String.valueOf(options.parent()), plan.theme().id()));
    }
    PlanOverlap.first(plan, options.area())
        .ifPresent(
            grid -> {
              throw new DivideException(
                  DivideException.Code.GROUND,
                  Message.core("divide.taken", UnitCodes.of(grid.code())));
            });
  }
}

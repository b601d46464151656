package org.gridwright.core.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.arrangement.Arrangement;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/** Writes down what an allocation means for each place and each unit. */
final class Drafting {

  private final Plan plan;
  private final RepairOptions options;
  private final List<LatticeMultiPolygon> drawn;
  private final RepairArrangement ground;
  private final SnappedAreas snapped;
  private final Arrangement arrangement;
  private final FaceMeasures measures;
  private final Allocation allocation;

  Drafting(Plan plan, RepairOptions options, RepairArrangement ground, Allocation allocation) {
    this.plan = plan;
    this.options = options;
    this.drawn = plan.grids().stream().map(Unit::drawnArea).toList();
    this.ground = ground;
    this.snapped = ground.units();
    this.arrangement = ground.arrangement();
    this.measures = ground.measures();
    this.allocation = allocation;
  }

  @SuppressWarnings("ReferenceEquality") // what was not moved is the same area
  Proposal proposal(double closedSquareMetres, Progress progress) {
    Steps steps = progress.steps(drawn.size());
    Map<String, LatticeMultiPolygon> areas = new TreeMap<>();
    List<Movement> moved = new ArrayList<>();
    for (int unit = 0; unit < drawn.size(); unit++) {
      steps.done();
      LatticeMultiPolygon area = areaOf(unit);
      if (area != drawn.get(unit)) {
        areas.put(code(unit), area);
        moved.add(movement(unit, area));
      }
    }
    return new Proposal(plan, options, mends(), moved, closedSquareMetres, areas);
  }

  /** The area of a unit in the end; the very object that was drawn where nothing changes. */
  private LatticeMultiPolygon areaOf(int unit) {
    LatticeMultiPolygon before = snapped.areas().get(unit);
    if (!arrangement.isNamed(unit)) {
      return before;
    }
    int[] faces = allocation.facesOf(unit);
    if (faces.length == 0) {
      return drawn.get(unit);
    }
    LatticeMultiPolygon after = measures.area(faces);
    return !ground.isInvalid(unit) && edges(after).equals(edges(before)) ? before : after;
  }

  /** The directed edges of an area; equal for the same area drawn from another starting point. */
  static Set<List<Long>> edges(LatticeMultiPolygon area) {
    Set<List<Long>> edges = new HashSet<>();
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            edges.add(
                List.of(Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i))));
          }
        });
    return edges;
  }

  @SuppressWarnings("ReferenceEquality") // what was not snapped is the same area
  private Movement movement(int unit, LatticeMultiPolygon after) {
    double gained = 0;
    double lost = 0;
    if (arrangement.isNamed(unit)) {
      for (int face : arrangement.boundedFaces().toArray()) {
        boolean had = arrangement.covers(unit, face);
        boolean has =
            allocation.owner(face) == unit || (had && allocation.owner(face) == Allocation.LEFT);
        gained += has && !had ? measures.squareMetres(face) : 0;
        lost += had && !has ? measures.squareMetres(face) : 0;
      }
    }
    return Movement.of(
        code(unit),
        LatticeJts.toSteps(drawn.get(unit)),
        LatticeJts.toSteps(after),
        gained,
        lost,
        snapped.areas().get(unit) != drawn.get(unit),
        snapped.vertexMetres()[unit]);
  }

  private List<Mend> mends() {
    return new MendWriter(ground, allocation, this::code, options).mends(face -> true);
  }

  private String code(int unit) {
    return plan.grids().get(unit).code();
  }
}

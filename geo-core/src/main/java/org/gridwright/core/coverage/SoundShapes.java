package org.gridwright.core.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Unit;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The grids of a plan as valid geometries in lattice steps. An invalid area is replaced by what
 * {@link GeometryFixer} makes of it, so that it can not break what follows; its repaired vertices
 * may lie between lattice points. Valid areas are built when asked for and not kept, so that a plan
 * with millions of vertices fits beside them.
 */
final class SoundShapes {

  private static final GeometryFactory FLOATING = new GeometryFactory();

  private final List<Unit> grids;
  private final Map<Integer, Geometry> repaired = new HashMap<>();
  private final HPRtree index = new HPRtree();

  /**
   * @param grids in index order
   * @param onInvalid told of every invalid area
   */
  SoundShapes(List<Unit> grids, BiConsumer<Unit, TopologyValidationError> onInvalid) {
    this.grids = grids;
    for (int i = 0; i < grids.size(); i++) {
      Geometry steps = build(i);
      TopologyValidationError error = new IsValidOp(steps).getValidationError();
      if (error != null) {
        onInvalid.accept(grids.get(i), error);
        repaired.put(i, shellsCounterClockwise(GeometryFixer.fix(steps)));
      }
      index.insert(box(i), i);
    }
    index.build();
  }

  /** In floating precision, so that where edges cross is not rounded to the lattice. */
  private Geometry build(int grid) {
    return FLOATING.createGeometry(LatticeJts.toSteps(grids.get(grid).drawnArea()));
  }

  private static Geometry shellsCounterClockwise(Geometry polygonal) {
    return polygonal.norm().reverse();
  }

  int size() {
    return grids.size();
  }

  String code(int grid) {
    return grids.get(grid).code();
  }

  Unit unit(int grid) {
    return grids.get(grid);
  }

  boolean isRepaired(int grid) {
    return repaired.containsKey(grid);
  }

  /** The area of a grid in lattice steps; valid. */
  Geometry steps(int grid) {
    Geometry fixed = repaired.get(grid);
    return fixed != null ? fixed : build(grid);
  }

  /** The rectangle around a grid in lattice steps. */
  Envelope box(int grid) {
    LatticeEnvelope box = grids.get(grid).drawnArea().envelope();
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }

  /** Indices of the grids whose rectangles meet the given one, ascending. */
  @SuppressWarnings("unchecked")
  List<Integer> near(Envelope steps) {
    List<Integer> found = index.query(steps);
    return found.stream().sorted().toList();
  }
}

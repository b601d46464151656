package org.gridwright.core.ground;

import java.util.Collection;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

/**
 * Unions of areas on the lattice: what is narrower than a step closes. The union that JTS makes in
 * {@code UnaryUnionNG}, two by two, with a checkpoint before each two.
 */
public final class LatticeUnion {

  private static final PrecisionModel WHOLE_STEPS = new PrecisionModel(1);

  private LatticeUnion() {}

  /**
   * The union of areas as they were drawn, which need neither fit together nor be valid: of the
   * ground of each, as a {@link PartHeap} reads it.
   *
   * @param areas at least one
   * @return in lattice steps
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static Geometry of(Collection<LatticeMultiPolygon> areas, Progress progress) {
    List<Geometry> valid =
        areas.stream().map(area -> ValidArea.steps(PartHeap.ground(area), progress)).toList();
    UnaryUnionOp union = new UnaryUnionOp(valid);
    union.setUnionFunction(twoByTwo(progress));
    return union.union();
  }

  private static UnionStrategy twoByTwo(Progress progress) {
    return new UnionStrategy() {
      @Override
      public Geometry union(Geometry one, Geometry other) {
        progress.checkpoint();
        return OverlayNG.overlay(one, other, OverlayNG.UNION, WHOLE_STEPS);
      }

      @Override
      public boolean isFloatingPrecision() {
        return false;
      }
    };
  }
}
